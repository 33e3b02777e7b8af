"""The hub's own secrets: one file, the same for every process behind one balancer."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import orjson


class KeysUnusable(Exception):
    """The key file cannot be made or read; `why` is the system's word or our own."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Keys:
    """`secret` counts persons and makes questions; `signing` is the Ed25519 key of QR tokens."""

    secret: bytes
    signing: bytes
    key_id: str


def read_keys(file: Path, random: Callable[[int], bytes]) -> Keys:
    """Return the keys in `file`; an absent one is made, readable by its owner only.

    Raises KeysUnusable.
    """
    try:
        try:
            made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            fresh = {"secret": random(32).hex(), "signing": random(32).hex(), "id": random(2).hex()}
            with os.fdopen(made, "wb") as stream:
                stream.write(orjson.dumps(fresh))
        found = orjson.loads(file.read_bytes())
        keys = Keys(bytes.fromhex(found["secret"]), bytes.fromhex(found["signing"]), found["id"])
    except OSError as error:
        raise KeysUnusable(error.strerror or type(error).__name__) from error
    except (KeyError, TypeError, ValueError) as error:
        raise KeysUnusable("not a key file") from error
    if len(keys.secret) != 32 or len(keys.signing) != 32:
        raise KeysUnusable("not a key file")
    return keys
