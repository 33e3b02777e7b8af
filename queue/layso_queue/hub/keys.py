"""The hub's own secrets: one file, the same for every process behind one balancer."""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import orjson


class KeysUnusable(Exception):
    """The key file cannot be made or read; `why` is the system's word or our own."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class KeysMissing(KeysUnusable):
    """There is no key file, and none shall be made."""


@dataclass(frozen=True, slots=True)
class Keys:
    """`secret` counts persons and makes questions; `signing` is the Ed25519 key of QR tokens."""

    secret: bytes
    signing: bytes
    key_id: str

    @property
    def fingerprint(self) -> str:
        """What the database keeps of them, to know them again; it tells nothing of them."""
        whole = b"layso-hub-keys" + self.secret + self.signing + self.key_id.encode()
        return hashlib.sha256(whole).hexdigest()[:32]


def read_keys(file: Path, random: Callable[[int], bytes] | None) -> Keys:
    """Return the keys in `file`; an absent one is made, readable by its owner only.

    Without `random` none is made. Raises KeysUnusable, KeysMissing.
    """
    try:
        if random is not None:
            _make(file, random)
        found = orjson.loads(file.read_bytes())
        keys = Keys(bytes.fromhex(found["secret"]), bytes.fromhex(found["signing"]), found["id"])
    except FileNotFoundError as error:
        raise KeysMissing(error.strerror or type(error).__name__) from error
    except OSError as error:
        raise KeysUnusable(error.strerror or type(error).__name__) from error
    except (KeyError, TypeError, ValueError) as error:
        raise KeysUnusable("not a key file") from error
    if len(keys.secret) != 32 or len(keys.signing) != 32:
        raise KeysUnusable("not a key file")
    return keys


def _make(file: Path, random: Callable[[int], bytes]) -> None:
    if file.exists():
        return
    fresh = {"secret": random(32).hex(), "signing": random(32).hex(), "id": random(2).hex()}
    whole = file.with_name(f".{file.name}.{os.getpid()}")
    made = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(made, "wb") as stream:
            stream.write(orjson.dumps(fresh))
            stream.flush()
            os.fsync(stream.fileno())
        # Of processes that start at once one makes the file, and none reads half of it.
        with suppress(FileExistsError):
            os.link(whole, file)
    finally:
        whole.unlink()
