"""The hub's public keys, kept on disk: a booking's QR is verified with no line at all."""

import os
from collections.abc import Mapping
from pathlib import Path

import orjson
import structlog

log = structlog.get_logger()


class Keyring:
    """Keys by their names; a key that the hub no longer names is kept for QR codes on paper."""

    def __init__(self, file: Path) -> None:
        """Read what was kept; a file that cannot be read is as none: the hub is asked again."""
        self._file = file
        self._keys: dict[str, bytes] = {}
        try:
            kept = orjson.loads(file.read_bytes())
            self._keys = {str(name): bytes.fromhex(key) for name, key in kept.items()}
        except FileNotFoundError:
            return
        except (OSError, ValueError, TypeError, AttributeError) as error:
            log.warning("the hub's kept keys cannot be read", why=type(error).__name__)

    @property
    def keys(self) -> Mapping[str, bytes]:
        """Every key that the hub ever named."""
        return self._keys

    def take(self, said: Mapping[str, bytes]) -> None:
        """Keep what the hub says now. Raises OSError when it cannot be written."""
        together = {**self._keys, **said}
        if together == self._keys:
            return
        new = self._file.with_suffix(".new")
        with new.open("wb") as stream:
            stream.write(orjson.dumps({name: key.hex() for name, key in together.items()}))
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(self._file)
        self._keys = together
