"""What every page asks for, kept for a moment in each process: phones ask far more than changes."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Found = TypeVar("Found")

MOST = 400
"""Answers kept about one center; the ones kept longest go first."""


class Kept:
    """Keeps answers about centers until they are dropped or `keep_s` seconds old; 0 keeps none."""

    def __init__(self, keep_s: float, now: Callable[[], float] = time.monotonic) -> None:
        """Begin empty."""
        self.keep_s = keep_s
        self._now = now
        self._lock = threading.Lock()
        self._answers: dict[str, OrderedDict[Hashable, tuple[float, Any]]] = {}
        self._dropped: dict[str, int] = {}
        self._all_dropped = 0

    def get(self, center: str, what: Hashable, load: Callable[[], Found]) -> Found:
        """Return what is kept, or load it. What changed while it was loaded is not kept."""
        if self.keep_s <= 0:
            return load()
        with self._lock:
            kept = self._answers.setdefault(center, OrderedDict()).get(what)
            if kept is not None and self._now() - kept[0] < self.keep_s:
                answer: Found = kept[1]
                return answer
            before, began = self._generation(center), self._now()
        found = load()
        with self._lock:
            if self._generation(center) == before:
                answers = self._answers.setdefault(center, OrderedDict())
                answers.pop(what, None)
                answers[what] = (began, found)
                if len(answers) > MOST:
                    answers.popitem(last=False)
        return found

    def drop(self, center: str) -> None:
        """Forget all about a center: something of it has changed."""
        with self._lock:
            self._dropped[center] = self._dropped.get(center, 0) + 1
            self._answers.pop(center, None)

    def drop_all(self) -> None:
        """Forget everything: changes may have been missed."""
        with self._lock:
            self._all_dropped += 1
            self._answers.clear()

    def _generation(self, center: str) -> tuple[int, int]:
        return self._all_dropped, self._dropped.get(center, 0)
