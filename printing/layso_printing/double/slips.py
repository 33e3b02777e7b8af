"""The slips that came out of the double, as files."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

Tell = Callable[[dict[str, object]], None]


@dataclass(frozen=True, slots=True)
class SlipMade:
    """One slip: its picture, the bytes it took, and whether the knife cut it."""

    file: Path
    bytes: int
    cut: bool
    t: float
    """time.monotonic() when it came out."""


class Slips:
    """Keeps a PNG of each slip in a folder; `tell` hears of each as a JSON-ready event."""

    def __init__(self, folder: Path, tell: Tell) -> None:
        """Raise OSError if the folder cannot be made or written."""
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write-test"
        probe.touch()
        probe.unlink()
        self._folder = folder
        self._tell = tell
        self._count = max((_number(file) for file in folder.glob("*-*.png")), default=0)
        self._made: list[SlipMade] = []
        self._news = threading.Condition()

    def add(self, image: Image.Image, size: int, cut: bool) -> None:
        """Keep a slip; one that was not cut is called torn."""
        t = time.monotonic()
        self._count += 1
        word = "ticket" if cut else "torn"
        file = self._folder / f"{word}-{self._count:04}.png"
        image.save(file)
        with self._news:
            self._made.append(SlipMade(file, size, cut, t))
            self._news.notify_all()
        event = "printed" if cut else "torn"
        self._tell({"event": event, "t": t, "file": str(file), "bytes": size})

    @property
    def made(self) -> list[SlipMade]:
        """Every slip so far, the oldest first."""
        with self._news:
            return list(self._made)

    def wait_for(self, count: int, timeout_s: float = 5.0) -> list[SlipMade]:
        """Return the slips as soon as there are `count`; raise TimeoutError."""
        with self._news:
            if not self._news.wait_for(lambda: len(self._made) >= count, timeout_s):
                raise TimeoutError(f"{len(self._made)} slips after {timeout_s} s, not {count}")
            return list(self._made)


def _number(file: Path) -> int:
    digits = file.stem.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else 0
