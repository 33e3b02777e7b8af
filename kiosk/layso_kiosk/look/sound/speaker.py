"""Speak announcements one at a time, in the order in which they came."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.announcement import Manner, Part, compose
from layso_kiosk.look.sound.pack import Voice, open_voice
from layso_kiosk.look.sound.player import Player, SilentPlayer, open_player
from layso_kiosk.look.sound.synthesiser import Synthesiser

HURRY_FROM = 3
"""With this many others waiting a call is said once, else the voice falls behind the board."""


@dataclass(frozen=True)
class Announcement:
    """A call to be said; `seq` is what the signals name it by."""

    seq: int
    number: str
    counter: int


class Speaker(QObject):
    """The voice of a board.

    `speaking` is true from the first to the last sample, and as long as the visible chime lasts
    where there is no loudspeaker. `spoken(seq, heard)` follows each announcement. `manner` may be
    changed at any time; it holds from the next announcement on.
    """

    started = Signal(int)
    spoken = Signal(int, bool)
    changed = Signal()

    def __init__(
        self, voice: Voice, player: Player, manner: Manner, synthesiser: Synthesiser | None = None
    ) -> None:
        """Take the parts; use `open_speaker` in a program."""
        super().__init__()
        self._voice, self._player, self.manner = voice, player, manner
        self._synthesiser = synthesiser
        self._waiting: deque[Announcement] = deque()
        self._now: Announcement | None = None

    def announce(self, call: Announcement) -> None:
        """Say it when all earlier ones have been said."""
        self._waiting.append(call)
        self._next()

    @Slot(object)
    def call_off(self, seqs: frozenset[int]) -> None:
        """Say none of these any more; what is being said is said to its end."""
        self._waiting = deque(call for call in self._waiting if call.seq not in seqs)

    def stop(self) -> None:
        """Be silent at once and forget what was waiting."""
        self._waiting.clear()
        self._now = None
        if self._synthesiser is not None:
            self._synthesiser.stop()
        self._player.stop()
        self.changed.emit()

    def _next(self) -> None:
        if self._now is not None or not self._waiting:
            return
        self._now = call = self._waiting.popleft()
        manner = self.manner
        if len(self._waiting) >= HURRY_FROM:
            manner = replace(manner, times=1)
        parts = compose(call.number, call.counter, manner)
        self.started.emit(call.seq)
        self.changed.emit()
        missing = self._voice.missing(parts)
        if missing and self._synthesiser is not None and self._player.audible:
            self._synthesiser.make(missing, self._voice.add, lambda: self._play(call, parts))
        else:
            self._play(call, parts)

    def _play(self, call: Announcement, parts: tuple[Part, ...]) -> None:
        self._player.play(self._voice.render(parts), self._after(call))

    def _after(self, call: Announcement) -> Callable[[], None]:
        def ended() -> None:
            if self._now is call:
                self._now = None
                self.spoken.emit(call.seq, self._player.audible)
                self.changed.emit()
                self._next()

        return ended

    def _get_speaking(self) -> bool:
        return self._now is not None

    def _get_audible(self) -> bool:
        return self._player.audible

    speaking = Property(bool, _get_speaking, notify=changed)
    audible = Property(bool, _get_audible, constant=True)


def open_speaker(manner: Manner, folder: Path | None = None, *, aloud: bool = True) -> Speaker:
    """Return the voice of this PC; `folder` holds the center's own packs. Raises PackFaulty.

    Not `aloud`, the chime is only seen, as on a PC without a loudspeaker.
    """
    voice = open_voice(folder)  # before the device is looked for: its faults are for the caller
    return Speaker(voice, open_player() if aloud else SilentPlayer(), manner, Synthesiser())


def render_to_file(call: Announcement, manner: Manner, file: Path, voice: Voice) -> float:
    """Write an announcement as a WAV and return its length in seconds."""
    samples = voice.render(compose(call.number, call.counter, manner))
    waves.write(file, samples)
    return len(samples) / waves.RATE
