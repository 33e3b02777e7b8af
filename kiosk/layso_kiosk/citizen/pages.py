"""Which page shows, when it may be touched, and the short message over it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from layso_kiosk.citizen.idle import Idle

Json = dict[str, Any]

HOME, SEARCH, SERVICE, WHO, NUMBER, NOTICE, ADMIN = (
    *("home", "search", "service", "who", "number", "notice", "admin"),
)

_SETTLE_MS = {SERVICE: 350, WHO: 350, NUMBER: 1_500}
"""How long a page ignores its main touch: a double tap on the page before belongs to that one."""


_ASKS_FOR_CODES = frozenset({WHO, "booking", "return"})


class Pages(QObject):
    """`page` is the one that shows; `armed` whether its main button listens already."""

    changed = Signal()
    turned = Signal(str)
    """Another page shows now."""
    awaitsCode = Signal(bool)
    """Whether the page of now asks for a code: only then a camera looks."""
    left = Signal()
    """Nobody is there any more."""

    def __init__(self, idle: Idle) -> None:
        super().__init__()
        self.page = HOME
        self._notice: Callable[[], Json] = dict
        self._toast: Callable[[], str] = str
        self.idle = idle
        idle.setParent(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.changed)

    @property
    def settling(self) -> bool:
        """Whether the page has only just come."""
        return self._settling.isActive()

    def say(self, text: Callable[[], str]) -> None:
        """Show a short message over whatever page there is; asked again when the language turns."""
        self._toast = text
        self.changed.emit()

    @Slot()
    def toast_over(self) -> None:
        """The short message has gone."""
        self.say(str)

    def open(self, page: str) -> None:
        """Turn to a page."""
        before, self.page = self.page, page
        self._settling.stop()
        if page in _SETTLE_MS:
            self._settling.start(_SETTLE_MS[page])
        self.idle.watch(page != NUMBER)
        self.changed.emit()
        if before != page:
            self.turned.emit(page)
            self.awaitsCode.emit(page in _ASKS_FOR_CODES)

    def notice_of(self, notice: Callable[[], Json]) -> None:
        """Turn to a page that says one thing; asked again when the language turns."""
        self._notice = notice
        self.open(NOTICE)

    def stand_still(self) -> None:
        """Let the clocks stop."""
        self.idle.watch(False)
        self._settling.stop()

    name = Property(str, lambda self: self.page, notify=changed)
    notice = Property(dict, lambda self: self._notice(), notify=changed)
    toast = Property(str, lambda self: self._toast(), notify=changed)
    armed = Property(bool, lambda self: not self.settling, notify=changed)
    idleModel = Property(QObject, lambda self: self.idle, constant=True)
