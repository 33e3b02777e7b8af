"""Put a kiosk together: every part is chosen here, once."""

import time
from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, QTimer

from layso_kiosk.citizen.guard import Guard
from layso_kiosk.citizen.kiosk import Kiosk
from layso_kiosk.citizen.options import Options
from layso_kiosk.citizen.ordered import PrintOrders
from layso_kiosk.citizen.paper import PaperDesk
from layso_kiosk.citizen.reader import Reader
from layso_kiosk.citizen.reporting import Reporting
from layso_kiosk.citizen.scanning.camera import CameraScanner, open_camera
from layso_kiosk.citizen.scanning.serial_scanner import SerialScanner
from layso_kiosk.citizen.shelf import Shelf
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.citizen.taking import Taking
from layso_kiosk.link.center import CenterLink
from layso_kiosk.link.handover import HandOver
from layso_kiosk.link.retelling import Retelling
from layso_kiosk.look.clock import WallClock
from layso_kiosk.look.program import open_application, open_program
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.look.theme import Look

QML = Path(__file__).parent / "qml" / "Main.qml"


class OpenKiosk:
    """A kiosk with its window; `close` lets go of printer, journal, connection and window."""

    def __init__(self, options: Options) -> None:
        """Open it; raises ScreenFaulty."""
        open_application("layso-kiosk")
        self.book = options.book
        self.link = CenterLink(options.center, options.token, language=options.language)
        self.over = HandOver(self.link, self.book)
        self.retelling = Retelling(self.link, self.book)
        self.source = DaySource(self.link, self.book, options.data)
        self.paper = PaperDesk(options.printer)
        texts, look = ScreenTexts(options.language), Look()
        self.reader = Reader(look, texts, options.language, options.languages)
        self.taking = Taking(self.source, self.book, self.over)
        reporting = Reporting(self.source, options.name)
        self.shelf = Shelf(self.source, options.data)
        self.scanner: SerialScanner | CameraScanner | None = None
        if options.scanner is not None:
            self.scanner = SerialScanner(options.scanner)
        elif options.camera:
            self.scanner = open_camera()
        offers_scan = options.hid or self.scanner is not None
        self.kiosk = Kiosk(
            self.source,
            self.shelf,
            self.taking,
            self.paper,
            reporting,
            self.reader,
            options.elderly_from,
            offers_scan=offers_scan,
            pin=options.pin,
        )
        self.orders = PrintOrders(self.source, self.paper, reporting, self.kiosk.delivery.trust)
        self.over.refused.connect(lambda number, _code: reporting.not_taken(number))
        self.retelling.refused.connect(lambda number, _code: reporting.not_taken(number))
        self.kiosk.entry.found.connect(self.retelling.took)
        self.clock = WallClock(texts, self.source.time.now)
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self.program = open_program(
            QML,
            {"kiosk": self.kiosk, "reader": self.reader, "wallClock": self.clock},
            name="layso-kiosk",
            size=options.size,
            full_screen=options.full_screen,
            look=look,
            texts=texts,
            flags=Qt.WindowType.Window | flags if options.full_screen else None,
        )
        if self.scanner is not None:
            self.scanner.scanned.connect(self.kiosk.read_code)
        if isinstance(self.scanner, SerialScanner):
            self.scanner.start()
        if isinstance(self.scanner, CameraScanner):
            self.kiosk.awaitsCode.connect(self.scanner.watch)
        self.guard = Guard(self.kiosk, locked=options.full_screen)
        self.program.window.installEventFilter(self.guard)
        self.kiosk.admin.ending.connect(self._end)
        self.kiosk.delivery.happened.connect(self._happened)
        self.on_event: Callable[..., None] = _nobody_listens
        self.on_page: Callable[..., None] = _nobody_listens
        self.kiosk.turned.connect(self._page_turned)
        self._turned_to = ""
        self._closed = False
        self._awaited: dict[str, object] = {}
        self.link.start()

    def close(self) -> None:
        """End everything; seconds at most, while a slip is under way. Again is harmless."""
        if self._closed:
            return
        self._closed = True
        self.guard.let_go()
        if self.scanner is not None:
            self.scanner.stop()
        self.link.close()
        self.over.stop()
        self.retelling.stop()
        self.source.stop()
        self.kiosk.stop()
        self.program.close()
        self.paper.stop()
        self.book.close()
        # here and now: Python's own collector may run in any thread, and a timer that dies in
        # another thread than its own takes the process with it
        models = (self.kiosk, self.taking, self.orders, self.paper, self.reader)
        for part in (self.guard, self.clock, *models):
            shiboken6.delete(part)
        if self.scanner is not None:
            shiboken6.delete(self.scanner)
        for source in (self.shelf, self.source, self.retelling, self.over, self.link):
            shiboken6.delete(source)

    def _end(self) -> None:
        self.guard.let_go()
        # between two frames: to quit closes the window whose button was touched
        QTimer.singleShot(0, QCoreApplication.quit)

    def _page_turned(self, page: str) -> None:
        if not self._turned_to:
            self.program.window.frameSwapped.connect(self._page_on_screen)
        self._turned_to = page
        self.program.window.update()

    def _page_on_screen(self) -> None:
        at = time.monotonic()
        self.program.window.frameSwapped.disconnect(self._page_on_screen)
        page, self._turned_to = self._turned_to, ""
        self.on_page("page_shown", page=page, t=at)

    def _happened(self, event: str, facts: dict[str, object]) -> None:
        if event != "number":
            self.on_event(event, **facts)
            return
        if not self._awaited:
            self.program.window.frameSwapped.connect(self._on_screen)
        self._awaited = facts
        self.program.window.update()

    def _on_screen(self) -> None:
        at = time.monotonic()
        self.program.window.frameSwapped.disconnect(self._on_screen)
        facts, self._awaited = self._awaited, {}
        self.on_event("number_shown", **{**facts, "t": at})


def _nobody_listens(_event: str, **_facts: object) -> None:
    """Without a pilot there is nobody to tell."""
