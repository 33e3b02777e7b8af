"""Open the counter's window on its parts."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer

from layso_kiosk.counter.desk_look import DeskLook
from layso_kiosk.counter.keys import Keys
from layso_kiosk.counter.pads.lines import PadAddress
from layso_kiosk.counter.parts import Parts, monotonic
from layso_kiosk.counter.settings import Settings
from layso_kiosk.counter.station import Link
from layso_kiosk.look.program import Program, open_program

if TYPE_CHECKING:
    from layso_printing import Printer

QML = Path(__file__).parent / "qml" / "Counter.qml"
TICK_MS = 1_000
ON_TOP = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)


class Counter(Parts):
    """The open counter: its view-models and its window, `program`."""

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
        """Show the window at its place on the screen, or within `area`."""
        super().__init__(
            *(link, number, keys, settings),
            area=area,
            clock=clock,
            printer=printer,
            pad=pad,
            pad_address=pad_address,
        )
        self.program = self._open()
        self.outside.wanted.connect(self.come_forward)
        self._tick = QTimer(interval=TICK_MS)
        self._tick.timeout.connect(self.bar.tick)
        self._tick.timeout.connect(self.panel.look)
        self._tick.start()

    def close(self) -> None:
        """Take the window away and stop everything that ticks; the link is the caller's."""
        self._tick.stop()
        self.outside.close()
        self.strip.hide()
        self.alerts.close()
        self.remedies.leave()
        self.panel.bookings.watch(False)
        self.paper.close()
        self.place.let_go()
        self.program.close()

    def come_forward(self) -> None:
        """Bring the bar to the front and give it the keyboard."""
        self.program.window.raise_()
        self.program.window.requestActivate()

    def _open(self) -> Program:
        where = self.place.geometry()
        program = open_program(
            QML,
            self.models,
            name="layso-counter",
            size=(where.width(), where.height()),
            look=DeskLook(self.settings),
            texts=self.texts,
            flags=ON_TOP,
        )
        program.window.setTitle(self.station.say("window.title", counter=self.station.number))
        self.place.hold(program.window)
        # last of all who hear it: larger letters make a compact bar wider
        program.look.changed.connect(self.place.fit)
        return program
