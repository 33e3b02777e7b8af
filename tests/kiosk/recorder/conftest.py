"""A microphone and a loudspeaker that a test holds in its hand, and words as they are spoken."""

import math
from array import array
from collections.abc import Callable

import pytest

from layso_kiosk.look.sound import waves


class HandMicrophone:
    """Hears what the test says."""

    there = True

    def __init__(self) -> None:
        self._heard: Callable[[array], None] | None = None

    @property
    def listening(self) -> bool:
        return self._heard is not None

    def start(self, heard: Callable[[array], None]) -> None:
        self._heard = heard

    def stop(self) -> None:
        self._heard = None

    def hear(self, samples: array) -> None:
        assert self._heard is not None, "nobody listens"
        self._heard(samples)


class HandPlayer:
    """Ends when the test says so."""

    audible = True

    def __init__(self) -> None:
        self.played: list[array] = []
        self.ended: Callable[[], None] = lambda: None

    def play(self, samples: array, ended: Callable[[], None]) -> None:
        self.played.append(samples)
        self.ended = ended

    def stop(self) -> None:
        self.ended = lambda: None


def spoken(ms: int = 600, height: int = 12000, before_ms: int = 300, after_ms: int = 300) -> array:
    """A tone that rises and falls as a word does, with silence around it."""
    n = waves.RATE * ms // 1000
    word = array("h")
    for i in range(n):
        swell = math.sin(math.pi * i / n) ** 0.5
        word.append(round(height * swell * math.sin(2 * math.pi * 180 * i / waves.RATE)))
    return waves.silence(before_ms) + word + waves.silence(after_ms)


@pytest.fixture
def word() -> Callable[..., array]:
    return spoken


@pytest.fixture
def microphone() -> HandMicrophone:
    return HandMicrophone()


@pytest.fixture
def player() -> HandPlayer:
    return HandPlayer()
