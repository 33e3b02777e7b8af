"""Read a text aloud: a clip of a voice pack where there is one, else espeak-ng in its process."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal

from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.announcement import Say
from layso_kiosk.look.sound.pack import Voice, open_voice
from layso_kiosk.look.sound.player import Player, open_player
from layso_kiosk.look.sound.synthesiser import Synthesiser

MOST_KEPT = 24
"""Texts whose sound is kept: a page that is read again is read at once; 100 kB each."""


class Narrator(QObject):
    """Says one text at a time: the next one ends the one before.

    `said` follows a text that was said to its end, with whether anybody could hear it. On a PC
    without a loudspeaker nothing is synthesised.
    """

    said = Signal(bool)

    def __init__(self, voice: Voice, player: Player, synthesiser: Synthesiser) -> None:
        """Take the parts; use `open_narrator` in a program."""
        super().__init__()
        self._voice, self._player, self._synthesiser = voice, player, synthesiser
        self._kept: OrderedDict[Say, waves.Samples[int]] = OrderedDict()
        self._now: Say | None = None

    @property
    def audible(self) -> bool:
        """Whether there is a loudspeaker."""
        return self._player.audible

    def say(self, text: str, language: str) -> None:
        """Say a text now; a pack's clip has the text itself as its key."""
        self.stop()
        self._now = part = Say(text, language)
        clip = self._kept.get(part) or self._voice.clip(part)
        if clip is not None or not self._player.audible:
            self._play(part)
        else:
            self._synthesiser.make([part], self._keep, lambda: self._play(part))

    def chime(self) -> None:
        """Sound the chime."""
        self.stop()
        self._now = part = Say("chime", "")
        self._play(part)

    def stop(self) -> None:
        """Be silent at once."""
        self._now = None
        self._synthesiser.stop()
        self._player.stop()

    def _keep(self, part: Say, samples: "waves.Samples[int]") -> None:
        self._kept[part] = samples
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)

    def _play(self, part: Say) -> None:
        if self._now is not part:
            return
        samples = self._kept.get(part) or self._voice.clip(part) or waves.silence(10)
        self._player.play(samples, lambda: self._ended(part))

    def _ended(self, part: Say) -> None:
        if self._now is part:
            self._now = None
            self.said.emit(self._player.audible)


def open_narrator() -> Narrator:
    """Return the narrator of this PC. Loads QtMultimedia: open it when it is first needed."""
    return Narrator(open_voice(), open_player(), Synthesiser())
