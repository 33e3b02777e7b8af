"""The icon in the desktop's tray: what the counter does now, and its likeliest acts."""

from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from layso_kiosk.counter.opening import Counter

ACTS = ("call-next", "recall", "start", "finish", "pause", "help", "panel")
"""What the menu offers, in the order of the bar."""
SIDE = 64
AGAIN_MS, TRIES = 5_000, 24
_CLICKS = (
    QSystemTrayIcon.ActivationReason.Trigger,
    QSystemTrayIcon.ActivationReason.DoubleClick,
)


class Tray(QObject):
    """Follows the bar; needs an application with widgets and a desktop with a tray."""

    def __init__(self, counter: Counter) -> None:
        """Show the icon of an open counter."""
        super().__init__()
        self._counter = counter
        self._menu = QMenu()
        self._actions = {}
        for name in ACTS:
            action = self._menu.addAction("")
            action.triggered.connect(partial(self._do, name))
            self._actions[name] = action
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._clicked)
        self._painted: tuple[int, str] | None = None
        counter.bar.changed.connect(self.look)
        counter.station.changed.connect(self.look)
        self.look()
        self._icon.show()

    @property
    def words(self) -> str:
        """What the icon says when the pointer rests on it."""
        return self._icon.toolTip()

    def offered(self) -> dict[str, bool]:
        """Return the menu's words and whether each can be done now."""
        return {action.text(): action.isEnabled() for action in self._actions.values()}

    def do(self, name: str) -> None:
        """Choose an act in the menu."""
        self._actions[name].trigger()

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self._menu.deleteLater()

    @Slot()
    def look(self) -> None:
        """Show what the bar shows."""
        station, shown = self._counter.station, self._counter.bar.property("shown")
        now = [shown["counter"], shown["state_text"]]
        if shown["number"]:
            now.append(f"{shown['number']} · {shown['number_state_text']}")
        self._icon.setToolTip("\n".join([*now, shown["call_note"]]))
        for name, action in self._actions.items():
            button = self._counter.buttons.of(name)
            action.setText(button.property("label"))
            action.setEnabled(bool(button.property("possible")))
        painted = (station.number, shown["state"])
        if painted != self._painted:
            self._painted = painted
            self._icon.setIcon(QIcon(self._paint(*painted)))

    def _paint(self, number: int, state: str) -> QPixmap:
        colours = self._counter.program.look.property("colours")
        ground = colours["accent" if state == "open" else "quiet"]
        pixmap = QPixmap(SIDE, SIDE)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(0, 0, SIDE, SIDE), 14, 14)
        font = QFont(self._counter.program.look.tokens.family)
        font.setPixelSize(44 if number < 10 else 34)
        font.setWeight(QFont.Weight.ExtraBold)
        painter.setFont(font)
        painter.setPen(QColor(colours["on_accent"]))
        painter.drawText(QRectF(0, 0, SIDE, SIDE), Qt.AlignmentFlag.AlignCenter, str(number))
        painter.end()
        return pixmap

    def _do(self, name: str, _checked: bool = False) -> None:
        self._counter.outside.press(name)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _CLICKS:
            self._counter.come_forward()


class TrayPlace(QObject):
    """Puts the icon into the desktop's tray, be that there at once, a minute later or never."""

    def __init__(self, counter: Counter) -> None:
        """Look for a tray now and for two minutes more: it may start after us."""
        super().__init__()
        self._counter, self._tries = counter, 0
        self._icon: Tray | None = None
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.look)
        self._again.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Show the icon if there is a tray."""
        self._tries += 1
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = Tray(self._counter)
        if self._icon is not None or self._tries >= TRIES:
            self._again.stop()

    def close(self) -> None:
        """Take the icon away, and look no more."""
        self._again.stop()
        if self._icon is not None:
            self._icon.close()
