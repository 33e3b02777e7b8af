"""The PIN of the hidden page: read from a file, tried a few times, then shut for a while."""

import hmac
import math
import re
import time
from collections.abc import Callable
from pathlib import Path

TRIES = 5
SHUT_S = 60.0


class PinUnreadable(Exception):
    """The file holds no PIN of 4 to 12 digits, or cannot be read."""


def read_pin(file: Path) -> str:
    """Return the PIN that stands alone in `file`; raise PinUnreadable."""
    try:
        text = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        raise PinUnreadable from None
    if not re.fullmatch(r"[0-9]{4,12}", text):
        raise PinUnreadable
    return text


class PinDoor:
    """Lets in who knows the PIN; after five wrong ones nobody for a minute."""

    def __init__(self, pin: str, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._pin, self._monotonic = pin, monotonic
        self._wrong, self._shut_until = 0, 0.0

    @property
    def there(self) -> bool:
        """Whether there is a PIN at all."""
        return bool(self._pin)

    @property
    def shut_s(self) -> int:
        """Seconds until it may be tried again, 0 when it may."""
        return max(0, math.ceil(self._shut_until - self._monotonic()))

    def opens(self, tried: str) -> bool:
        """Try a PIN."""
        if not self._pin or self.shut_s:
            return False
        if hmac.compare_digest(tried.encode(), self._pin.encode()):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong >= TRIES:
            self._wrong, self._shut_until = 0, self._monotonic() + SHUT_S
        return False
