"""Where the bar stands: docked to an edge over the whole width, or compact where it was put."""

from PySide6.QtCore import Property, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickView

from layso_kiosk.counter.settings import Settings

COMPACT = 760
"""Width of the compact bar in logical pixels at the normal text size."""

SETTLE_MS = 350
"""How long the bar has to rest after a drag before it goes to its edge."""


class Place(QObject):
    """Keeps the window at its edge while it grows and shrinks, and after it was dragged."""

    changed = Signal()
    roomChanged = Signal()

    def __init__(self, settings: Settings, area: QRect | None = None) -> None:
        """Stand on the screen's free area, or on `area` (tests and the demo without a screen)."""
        super().__init__()
        self._settings, self._area = settings, area
        self._window: QQuickView | None = None
        self._height = 84
        self._moving = False
        self._rest = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._rest.timeout.connect(self._settle)

    def hold(self, window: QQuickView) -> None:
        """Take charge of the window; its root tells its height as ``wantedHeight``."""
        self._window = window
        self._take_screen(window)
        root: QQuickItem = window.rootObject()
        root.wantedHeightChanged.connect(self._grow)  # type: ignore[attr-defined]
        window.xChanged.connect(self._moved)
        window.yChanged.connect(self._moved)
        window.screenChanged.connect(self._screen_changed)
        self._grow()

    def _take_screen(self, window: QQuickView) -> None:
        wanted = self._settings.chosen.screen
        found = next((one for one in QGuiApplication.screens() if one.name() == wanted), None)
        if found is not None and found is not window.screen():
            window.setScreen(found)

    def let_go(self) -> None:
        """Touch the window no more: it is about to close."""
        self._rest.stop()
        self._window = None

    @property
    def area(self) -> QRect:
        """The part of the screen that the bar may use."""
        if self._area is not None:
            return self._area
        return self._window.screen().availableGeometry() if self._window else QRect(0, 0, 1366, 768)

    def geometry(self) -> QRect:
        """Return where the window belongs."""
        area, chosen = self.area, self._settings.chosen
        scaled = COMPACT * chosen.text_size // 100
        width = area.width() if chosen.wide else min(area.width(), scaled)
        left = area.left() + max(0, min(0 if chosen.wide else chosen.x, area.width() - width))
        height = min(self._height, area.height())
        top = area.top() if chosen.edge == "top" else area.top() + area.height() - height
        return QRect(left, top, width, height)

    @Slot()
    def fit(self) -> None:
        """Go where the window belongs."""
        if self._window is not None:
            self._window.setGeometry(self.geometry())

    @Slot()
    def drag(self) -> None:
        """Let the window system move the window with the pointer."""
        if self._window is not None:
            self._moving = True
            self._window.startSystemMove()

    @Slot()
    def toggle_size(self) -> None:
        """Change between the whole width and the compact bar."""
        self._settings.change(wide=not self._settings.chosen.wide)
        self._placed()

    @Slot()
    def toggle_edge(self) -> None:
        """Go to the other edge of the screen."""
        self._settings.change(edge="bottom" if self._settings.chosen.edge == "top" else "top")
        self._placed()

    def _placed(self) -> None:
        self.fit()
        self.changed.emit()

    @Slot()
    def _screen_changed(self) -> None:
        self.fit()
        self.roomChanged.emit()

    @Slot()
    def _grow(self) -> None:
        if self._window is not None:
            self._height = int(self._window.rootObject().property("wantedHeight"))
            self.fit()

    @Slot()
    def _moved(self) -> None:
        if self._moving:
            self._rest.start()

    @Slot()
    def _settle(self) -> None:
        self._moving = False
        window, area = self._window, self.area
        if window is None:
            return
        self._settings.change(screen=window.screen().name())
        middle = window.y() + window.height() / 2 - area.top()
        edge = "top" if middle < area.height() / 2 else "bottom"
        self._settings.change(edge=edge, x=max(0, window.x() - area.left()))
        self._placed()

    def _get_wide(self) -> bool:
        return self._settings.chosen.wide

    def _get_edge(self) -> str:
        return self._settings.chosen.edge

    def _get_room(self) -> int:
        return self.area.height()

    wide = Property(bool, _get_wide, notify=changed)
    edge = Property(str, _get_edge, notify=changed)
    room = Property(int, _get_room, notify=roomChanged)
