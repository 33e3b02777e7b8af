"""What keeps the data over a bad day: where copies go, and room for a full disk."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator

from layso_queue.center.settings.part import Part

SHORTEST_KEY = 20
"""Signs; a shorter passphrase can be guessed by who finds the stick."""


def _several(given: Any) -> Any:
    if isinstance(given, str):
        return (given,) if given else ()
    return given


class BackupPart(Part):
    """Copies of the database: `folder` (one or several) on another disk, every `minutes`.

    All of today's and one of each day before are kept, for `days` days. With a `key`, a long
    sentence, they are sealed.
    """

    folder: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()
    minutes: Annotated[int, Field(ge=1, le=1440)] = 15
    days: Annotated[int, Field(ge=1, le=3650)] = 35
    key: str = ""

    @field_validator("folder")
    @classmethod
    def _are_whole(cls, folder: tuple[str, ...]) -> tuple[str, ...]:
        if not all(one.startswith("/") for one in folder):
            raise ValueError("backup_folder")
        return folder

    @field_validator("key")
    @classmethod
    def _is_long(cls, key: str) -> str:
        if key and len(key) < SHORTEST_KEY:
            raise ValueError("backup_key")
        return key


class DiskPart(Part):
    """`ballast_mb` are kept free for the moment when the disk is full; 0: none."""

    ballast_mb: Annotated[int, Field(ge=0, le=4096)] = 64
