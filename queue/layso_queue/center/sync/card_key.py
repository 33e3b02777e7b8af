"""The key under which ID cards are hashed: made at the hub, kept apart from all hashes."""

import os
from pathlib import Path

import structlog

from layso_queue.center.sync.client import CARD_BYTES

log = structlog.get_logger()


class CardKey:
    """Kept in a file of its own that only its owner reads, so that a card works with no line."""

    def __init__(self, file: Path) -> None:
        """Read what was kept; a file that cannot be read is as none: the hub is asked again."""
        self._file = file
        self.key = b""
        try:
            kept = bytes.fromhex(file.read_text("ascii"))
        except FileNotFoundError:
            return
        except (OSError, ValueError) as error:
            log.warning("the key of cards cannot be read", why=type(error).__name__)
            return
        self.key = kept if len(kept) == CARD_BYTES else b""

    def take(self, said: bytes) -> bool:
        """Keep the hub's key; return whether it is a new one. Raises OSError when it cannot."""
        if not said or said == self.key:
            return False
        new = self._file.with_suffix(".new")
        new.unlink(missing_ok=True)
        made = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "w", encoding="ascii") as stream:
            stream.write(said.hex())
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(self._file)
        self.key = said
        return True
