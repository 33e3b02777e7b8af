"""Put the counter's parts together and open its window."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Qt, QTimer

from layso_kiosk.counter.ask import Ask
from layso_kiosk.counter.bar import Bar
from layso_kiosk.counter.buttons import Buttons
from layso_kiosk.counter.desk_look import DeskLook
from layso_kiosk.counter.keypad import Keypad
from layso_kiosk.counter.keys import Keys
from layso_kiosk.counter.moves import Moves
from layso_kiosk.counter.panel import Panel
from layso_kiosk.counter.place import Place
from layso_kiosk.counter.settings import Settings
from layso_kiosk.counter.sign_in import SignIn
from layso_kiosk.counter.station import Link, Station
from layso_kiosk.counter.strip import Strip
from layso_kiosk.look.program import Program, open_program
from layso_kiosk.look.texts import ScreenTexts

QML = Path(__file__).parent / "qml" / "Counter.qml"
TICK_MS = 1_000


def monotonic() -> int:
    """Return the milliseconds of a clock that nobody sets."""
    return time.monotonic_ns() // 1_000_000


class Counter:
    """The open counter: its window and every view-model by its name in QML."""

    def __init__(
        self,
        link: Link,
        number: int,
        keys: Keys,
        settings: Settings,
        *,
        area: QRect | None = None,
        clock: Callable[[], int] = monotonic,
    ) -> None:
        """Make the parts and show the window; the link is started by the caller."""
        self.texts = ScreenTexts(settings.chosen.language or link.language)
        link.language = str(self.texts.property("language"))
        self.link, self._settings = link, settings
        self.station = Station(link, number, self.texts, clock)
        self.moves = Moves(self.station)
        self.sign_in = SignIn(self.station, self.moves)
        self.ask = Ask(self.station, self.moves)
        self.panel = Panel(self.station, self.moves, self.ask)
        self.strip = Strip(self.station)
        self.bar = Bar(self.station)
        self.buttons = Buttons(self.station, keys, self.act)
        self.keypad = Keypad(keys, self.act, lambda: self.moves.just_pressed)
        self.place = Place(settings, area)
        self._connect()
        self.program = self._open()
        self._tick = QTimer(interval=TICK_MS)
        self._tick.timeout.connect(self.bar.tick)
        self._tick.timeout.connect(self.panel.look)
        self._tick.start()

    def act(self, name: str) -> None:
        """Do an act of the key table; the panel is this window's own."""
        if name == "panel" and self.station.session is not None:
            self.panel.toggle()
        else:
            self.moves.press(name)

    def close(self) -> None:
        """Take the window away and stop everything that ticks; the link is the caller's."""
        self._tick.stop()
        self.strip.hide()
        self.program.close()

    def _connect(self) -> None:
        self.moves.done.connect(self.strip.offer_undo)
        self.ask.sign_out.connect(self.sign_in.sign_out)
        self.panel.openChanged.connect(lambda: self.buttons.show_panel(self.panel.is_open))
        self.texts.changed.connect(self._language_changed)

    def _language_changed(self) -> None:
        self.link.language = str(self.texts.property("language"))
        self._settings.change(language=self.link.language)
        self.station.refresh()

    def _open(self) -> Program:
        models: dict[str, QObject] = {
            "bar": self.bar,
            "buttons": self.buttons,
            "panel": self.panel,
            "strip": self.strip,
            "signIn": self.sign_in,
            "ask": self.ask,
            "keypad": self.keypad,
            "place": self.place,
        }
        where = self.place.geometry()
        program = open_program(
            QML,
            models,
            name="layso-counter",
            size=(where.width(), where.height()),
            look=DeskLook(self._settings),
            texts=self.texts,
            flags=Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        program.window.setTitle(self.station.say("window.title", counter=self.station.number))
        self.place.hold(program.window)
        return program
