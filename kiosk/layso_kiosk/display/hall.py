"""Hang up a board: link, view-model, voice, window and pilot, put together and taken down."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from layso_kiosk.display.board import Board
from layso_kiosk.display.film import PROVIDER
from layso_kiosk.display.layout import LayoutWrong
from layso_kiosk.display.led.address import LedPanel, parse_led
from layso_kiosk.display.led.panels import LedPanels
from layso_kiosk.display.led.profile import LedWrong
from layso_kiosk.display.options import Options
from layso_kiosk.display.shown import Call, ShownCalls
from layso_kiosk.display.stage import Stage
from layso_kiosk.link.center import CenterLink
from layso_kiosk.look.options import OptionsWrong
from layso_kiosk.look.program import Program, open_program
from layso_kiosk.look.sound.pack import PackFaulty
from layso_kiosk.look.sound.speaker import Announcement, Speaker, open_speaker
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.look.theme import Look

if TYPE_CHECKING:
    from layso_kiosk.look.pilot import Pilot

QML = Path(__file__).parent / "qml" / "Board.qml"
SIGN = Path(__file__).parent / "qml" / "DeskSign.qml"
TICK_MS = 250


class Hall(QObject):
    """An open board; `close` takes everything down. Needs the application to be there.

    Raises OptionsWrong when the voice, a panel or the playlist cannot be used.
    """

    def __init__(self, options: Options) -> None:
        super().__init__()
        self._options = options
        self._texts = ScreenTexts(options.language or "vi")
        panels = self._read_panels()
        self.stage = self._open_stage()
        self.speaker = self._open_speaker()
        # from here on nothing is refused: a line that is open has to be closed again
        self.panels = LedPanels(panels)
        self.link = CenterLink(options.center, options.token, language=self._texts.chosen)
        self.board = Board(self._texts, services=options.services, counter=options.counter)
        look = Look()
        look.choose_theme(options.theme)
        look.choose_reduced_motion(options.still)
        self.program = open_program(
            QML if options.counter is None else SIGN,
            {"board": self.board, "voice": self.speaker, "stage": self.stage},
            name="layso-display",
            size=options.size,
            full_screen=options.size is None,
            gpu=options.gpu,
            look=look,
            texts=self._texts,
        )
        self.program.window.engine().addImageProvider(PROVIDER, self.stage.frames)
        self.pilot = _open_pilot(self.program) if options.pilot else None
        self._shown = ShownCalls(self.program.window, self._call_shown)
        self.board.called.connect(self._called)
        self.board.calledOff.connect(self.speaker.call_off)
        self.speaker.spoken.connect(self._spoken)
        self.speaker.changed.connect(self._duck)
        self.link.changed.connect(self._changed)
        self.link.stateChanged.connect(self._link_state)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.board.tick)
        self._tick.timeout.connect(self._show_panels)
        self._tick.start()
        self.link.start()

    def close(self) -> None:
        """End the voice, the connection and the window, in this order."""
        self._tick.stop()
        self.stage.close()
        self.speaker.stop()
        self.link.close()
        self.panels.close()
        if self.pilot is not None:
            self.pilot.close()
        self.program.close()

    def _read_panels(self) -> list[LedPanel]:
        panels = []
        for address in self._options.led:
            try:
                panels.append(parse_led(address))
            except LedWrong:
                said = self._texts.say("display.command.led_wrong", led=address)
                raise OptionsWrong(said) from None
        return panels

    def _open_stage(self) -> Stage:
        media = self._options.media
        if media is not None and not media.is_dir():
            raise OptionsWrong(self._texts.say("display.command.media_wrong", folder=media))
        try:
            return Stage(self._options.layout, media)
        except LayoutWrong as wrong:
            why = self._texts.say(f"display.layout.{wrong.key}", **wrong.values)
            raise OptionsWrong(self._texts.say("display.command.layout_wrong", why=why)) from None

    def _open_speaker(self) -> Speaker:
        voice = self._options.voice
        folder = None if voice in ("auto", "off") else Path(voice)
        try:
            return open_speaker(self._options.manner, folder, aloud=voice != "off")
        except PackFaulty:
            raise OptionsWrong(
                self._texts.say("display.command.voice_wrong", folder=voice)
            ) from None

    @Slot(object)
    def _changed(self, _parts: object) -> None:
        day = self.link.mirror.as_snapshot()
        language = str(day["center"].get("language", self._texts.chosen))
        if self._options.language is None:
            self._texts.choose(language)
        if self._options.voice_follows_center:
            self.speaker.manner = replace(self.speaker.manner, languages=(language,))
        self.board.take(day)
        self._show_panels()

    @Slot()
    def _show_panels(self) -> None:
        if self.link.mirror.filled:
            self.panels.show(self.link.mirror.as_snapshot(), self.board.lit_numbers())

    @Slot()
    def _link_state(self) -> None:
        self.board.link(self.link.state, str(self.link.trouble.get("code", "")))

    @Slot(object)
    def _called(self, call: Call) -> None:
        self._shown.expect(call)
        self.stage.called()
        seq, number, counter = int(call["seq"]), str(call["number"]), int(call["counter"])
        self.speaker.announce(Announcement(seq, number, counter))

    @Slot()
    def _duck(self) -> None:
        self.stage.speaking(bool(self.speaker.property("speaking")))

    def _call_shown(self, call: Call) -> None:
        if self.pilot is not None:
            facts = {name: call[name] for name in ("number", "counter", "seq")}
            self.pilot.tell("call_shown", **facts)

    @Slot(int, bool)
    def _spoken(self, seq: int, heard: bool) -> None:
        if self.pilot is not None:
            self.pilot.tell("spoken", seq=seq, heard=heard)


def _open_pilot(program: Program) -> "Pilot":
    # the pilot brings Qt's test module and its widgets with it: a board in a hall never loads them
    from layso_kiosk.look.pilot import Pilot

    return Pilot(program)
