"""The counter's parts put together, still without a window."""

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from layso_kiosk.counter.acts import ACT
from layso_kiosk.counter.alerts import Alerts
from layso_kiosk.counter.ask import Ask
from layso_kiosk.counter.bar import Bar
from layso_kiosk.counter.buttons import Buttons
from layso_kiosk.counter.closing import Closing
from layso_kiosk.counter.keypad import Keypad
from layso_kiosk.counter.keys import Keys
from layso_kiosk.counter.moves import Moves
from layso_kiosk.counter.outside import Outside
from layso_kiosk.counter.pads.lines import PadAddress
from layso_kiosk.counter.pads.pad import Pad, read_pad
from layso_kiosk.counter.panel import Panel
from layso_kiosk.counter.paper import Paper
from layso_kiosk.counter.place import Place
from layso_kiosk.counter.remedying import Remedying
from layso_kiosk.counter.set_aside import SetAside
from layso_kiosk.counter.settings import Settings
from layso_kiosk.counter.sign_in import SignIn
from layso_kiosk.counter.station import Link, Station
from layso_kiosk.counter.strip import Strip
from layso_kiosk.look.texts import ScreenTexts

if TYPE_CHECKING:
    from layso_printing import Printer


def monotonic() -> int:
    """Return the milliseconds of a clock that nobody sets."""
    return time.monotonic_ns() // 1_000_000


class Parts:
    """Every view-model of one counter; `models` has them by their names in QML."""

    def __init__(
        self,
        link: Link,
        number: int,
        keys: Keys,
        settings: Settings,
        *,
        area: QRect | None = None,
        clock: Callable[[], int] = monotonic,
        printer: "Printer | None" = None,
        pad: Mapping[str, str] | None = None,
        pad_address: PadAddress | None = None,
    ) -> None:
        """Make them; the link is started by the caller. `clock` is monotonic milliseconds."""
        self.texts = ScreenTexts(settings.chosen.language or link.language)
        link.language = str(self.texts.property("language"))
        self.link, self.settings = link, settings
        self.station = Station(link, number, self.texts, clock)
        self.moves = Moves(self.station)
        self.sign_in = SignIn(self.station, self.moves)
        self.ask = Ask(self.station, self.moves)
        self.closing = Closing(self.station, self.moves)
        self.panel = Panel(self.station, self.moves, self.ask)
        self.set_aside = SetAside(self.station)
        self.remedies = Remedying(self.station, self.set_aside)
        self.alerts = Alerts(self.station, self.moves, self.remedies)
        self.strip = Strip(self.station, self.remedies, self.alerts)
        self.paper = Paper(self.station, printer)
        self.panel.printWanted.connect(self.paper.print)
        self.bar = Bar(self.station)
        self.buttons = Buttons(self.station, keys, self.act)
        self.pad = Pad(pad if pad is not None else read_pad(), self.ask, self.act)
        in_window = self.pad if pad_address is not None and pad_address.kind == "keys" else None
        self.keypad = Keypad(keys, self.act, lambda: self.moves.just_pressed, in_window)
        self.outside = Outside(self.station, keys, self.act, self.pad, pad_address)
        self.place = Place(settings, area)
        self.moves.done.connect(self.strip.offer_undo)
        self.ask.sign_out.connect(self.sign_in.sign_out)
        self.panel.openChanged.connect(lambda: self.buttons.show_panel(self.panel.is_open))
        self.remedies.session_lost.connect(self.moves.session_lost)
        self.texts.changed.connect(self._language_changed)

    @property
    def models(self) -> dict[str, QObject]:
        """The view-models by the names of the window's properties."""
        return {
            "bar": self.bar,
            "buttons": self.buttons,
            "panel": self.panel,
            "visit": self.panel.visit,
            "strip": self.strip,
            "remedies": self.remedies,
            "alerts": self.alerts,
            "signIn": self.sign_in,
            "ask": self.ask,
            "closing": self.closing,
            "keypad": self.keypad,
            "place": self.place,
            "outside": self.outside,
        }

    def act(self, name: str) -> None:
        """Do an act of the key table; the panel is this window's own."""
        if name == "panel" and self.station.session is not None:
            self.panel.toggle()
        elif name == "reprint" and self.station.why_not(ACT[name]) is None:
            self.paper.print()
        elif name == "answer":
            self.alerts.answer()
        elif name == "alerts":
            if self.moves.taken(name):
                self.alerts.toggle()
        elif name == "close-service":
            if self.moves.taken(name):
                self.closing.open()
        else:
            self.moves.press(name)

    def _language_changed(self) -> None:
        self.link.language = str(self.texts.property("language"))
        self.settings.change(language=self.link.language)
        self.station.refresh()
