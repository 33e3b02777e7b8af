"""The view-model of the recording wizard: one prompt after the other, each take judged."""

from array import array

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_assets.languages import LANGUAGES
from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.announcement import Say
from layso_kiosk.look.sound.making import SERIES_HEARD_APART, PackFolder, full_keys
from layso_kiosk.look.sound.pack import words_of
from layso_kiosk.look.sound.player import Player
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.recorder.microphone import Microphone
from layso_kiosk.recorder.takes import Fault, Take, judge

LONGEST_S = 8
"""A recording that nobody ends stops by itself."""


class Wizard(QObject):
    """What the window shows. A good take is kept at once; leaving early loses nothing."""

    changed = Signal()
    heard = Signal()

    def __init__(
        self, pack: PackFolder, microphone: Microphone, player: Player, texts: ScreenTexts
    ) -> None:
        """Go on with the first word that the pack lacks."""
        super().__init__()
        self._pack, self._microphone, self._player, self._texts = pack, microphone, player, texts
        self._keys = full_keys(pack.language, SERIES_HEARD_APART)
        lacking = [i for i, key in enumerate(self._keys) if key not in pack.clips]
        self._at = lacking[0] if lacking else len(self._keys)
        self._recording = False
        self._playing = False
        self._level = 0.0
        self._heard: waves.Samples[int] = array("h")
        self._take: Take | None = None

    @Slot()
    def toggle(self) -> None:
        """Begin to record, or end the take and judge it: one key does both."""
        if self._recording:
            self._end_take()
        elif self._microphone.there and not self._get_finished():
            self._player.stop()
            self._playing, self._recording, self._take = False, True, None
            self._heard = array("h")
            self._microphone.start(self._hear)
            self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Keep the take, good or not: the one who records has heard it; go on to the next word."""
        if self._take is not None and self._take.samples:
            self._pack.keep(self._at, self._keys[self._at], self._take.samples)
            self._go(self._at + 1)

    @Slot()
    def play(self) -> None:
        """Play the take, or the clip that is kept."""
        samples = self._take.samples if self._take is not None else self._kept()
        if samples and not self._recording:
            self._playing = True
            self.changed.emit()
            self._player.play(samples, self._played)

    @Slot()
    def back(self) -> None:
        """Go back one word, to record it again."""
        self._go(self._at - 1)

    @Slot()
    def skip(self) -> None:
        """Leave this word for later; the shipped voice says it meanwhile."""
        self._go(self._at + 1)

    def close(self) -> None:
        """Let microphone and loudspeaker go."""
        self._microphone.stop()
        self._player.stop()

    def _hear(self, samples: "waves.Samples[int]") -> None:
        self._heard += samples
        self._level = min(1.0, max((abs(value) for value in samples), default=0) / 26000)
        self.heard.emit()
        if len(self._heard) > LONGEST_S * waves.RATE:
            self._end_take()

    def _end_take(self) -> None:
        self._microphone.stop()
        self._recording, self._level = False, 0.0
        self._take = judge(self._heard)
        self.heard.emit()
        self.changed.emit()

    def _played(self) -> None:
        self._playing = False
        self.changed.emit()

    def _go(self, at: int) -> None:
        self._microphone.stop()
        self._player.stop()
        self._recording = self._playing = False
        self._take, self._at = None, min(max(at, 0), len(self._keys))
        self.changed.emit()

    def _kept(self) -> "waves.Samples[int] | None":
        key = "" if self._get_finished() else self._keys[self._at]
        name = self._pack.clips.get(key)
        try:
            return waves.read(self._pack.folder / name) if name else None
        except waves.SoundUnreadable:
            return None

    def _get_words(self) -> str:
        if self._get_finished():
            return ""
        key = self._keys[self._at]
        return words_of(Say(key, LANGUAGES[0] if self._get_foreign() else self._pack.language))

    def _get_foreign(self) -> str:
        """The code of a language that we have no words of: she translates what she reads."""
        return "" if self._pack.language in LANGUAGES else self._pack.language

    def _get_advice(self) -> str:
        if not self._microphone.there:
            return self._texts.say("voice.wizard.no_microphone")
        if self._recording:
            return self._texts.say("voice.wizard.recording")
        if self._take is None:
            return self._texts.say("voice.wizard.ready")
        return self._texts.say(f"voice.take.{self._take.fault or 'good'}")

    def _get_finished(self) -> bool:
        return self._at >= len(self._keys)

    def _get_good(self) -> bool:
        return self._take is not None and self._take.fault is None

    def _get_keepable(self) -> bool:
        return self._take is not None and self._take.fault is not Fault.SILENT

    def _get_playable(self) -> bool:
        return self._get_keepable() or (self._take is None and self._kept() is not None)

    words = Property(str, _get_words, notify=changed)
    advice = Property(str, _get_advice, notify=changed)
    finished = Property(bool, _get_finished, notify=changed)
    good = Property(bool, _get_good, notify=changed)
    keepable = Property(bool, _get_keepable, notify=changed)
    playable = Property(bool, _get_playable, notify=changed)
    recording = Property(bool, lambda self: self._recording, notify=changed)
    playing = Property(bool, lambda self: self._playing, notify=changed)
    microphone = Property(bool, lambda self: self._microphone.there, constant=True)
    level = Property(float, lambda self: self._level, notify=heard)
    done = Property(int, lambda self: len(self._pack.clips), notify=changed)
    place = Property(int, lambda self: self._at + 1, notify=changed)
    foreign = Property(str, _get_foreign, constant=True)
    folder = Property(str, lambda self: str(self._pack.folder), constant=True)
    total = Property(int, lambda self: len(self._keys), constant=True)
