"""A center whose database is damaged, copied and restored, and what its kiosk says of it again."""

import secrets
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from center_place import Place
from layso_assets.languages import Texts
from layso_queue.center.center import Center
from layso_queue.center.folder import Folder
from layso_queue.center.keeping.copies import Copy, CopyFolder
from layso_queue.center.keeping.mending import open_mended
from layso_queue.center.keeping.restoring import Restored, finish
from layso_queue.center.settings import read_settings
from layso_queue.center.storage import Check

PATIENCE_S = 60.0

WAITS = ["DATABASE_RESTORED", "RESTORE_WAITS"]
"""The alerts of a center that waits for its kiosks' word."""


@asynccontextmanager
async def mended(place: Place, patience_s: float = PATIENCE_S) -> AsyncIterator[Restored | None]:
    """Open the place as `serve` does, and say what was restored."""
    said: list[Restored | None] = []

    def begin(folder: Folder) -> Center:
        finish(folder)
        settings = read_settings(folder.settings, Texts("vi"))
        check = Check(folder.database)
        center, restored = open_mended(folder, settings, place.clock, check, patience_s)
        said.append(restored)
        return center

    async with place.begun(begin):
        yield said[0]


def copy(place: Place, stick: Path) -> Copy:
    """Copy the database as it stands."""
    return CopyFolder(stick, "26041").make(place.path / "center.db", place.clock.now(), "")


def spoil(place: Place) -> None:
    """Write nonsense over pages in the middle; the file may not be in use."""
    file = place.path / "center.db"
    with file.open("r+b") as raw:
        raw.seek(4096 * 3)
        raw.write(secrets.token_bytes(file.stat().st_size - 4096 * 3))


def slip(ticket: dict[str, Any], **more: Any) -> dict[str, Any]:
    """What a kiosk's journal holds of a ticket."""
    names = ("id", "number", "service", "channel", "priority", "dossiers", "language", "key")
    return {name: ticket[name] for name in names} | {"issued_at": ticket["issued_at"]} | more


async def say_again(place: Place, tickets: Iterable[dict[str, Any]]) -> Any:
    """Tell the center what the kiosk gave, to the last of it."""
    body = {"tickets": [slip(one) for one in tickets], "last": True}
    answer = await place.post("/v1/kiosk-journals", body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def alerts(place: Place) -> list[str]:
    """The codes of what staff are told."""
    return [one["code"] for one in (await place.day())["alerts"]]
