"""What a screen reader is told of a window's controls."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from layso_kiosk.counter.opening import Counter
from layso_kiosk.look.touch import items

Role = QAccessible.Role


def taking_input(counter: Counter) -> list[QQuickItem]:
    """Every visible item that a pointer or a key can use, the innermost of each control."""
    found = []
    for item in items(counter.program.window):
        name = item.metaObject().className()
        pointed = is_area(item) and item.isEnabled()
        typed = name.startswith("QQuickTextInput")
        pressed = item.inherits("QQuickAbstractButton")
        # a field and a list hand the focus on to what lies in them
        tabbed = item.property("activeFocusOnTab") and not item.isFocusScope()
        row = name.startswith(("TicketCell", "AlertRow"))
        if item.isVisible() and (pointed or typed or pressed or tabbed or row):
            found.append(item)
    return found


EAR = b"""
import QtQuick
QtObject {
    function role(item: Item): int { return item.Accessible.role }
    function name(item: Item): string { return item.Accessible.name }
}
"""


class Ear:
    """Hears what QML tells a screen reader about an item, or about what it lies in."""

    def __init__(self, counter: Counter) -> None:
        component = QQmlComponent(counter.program.window.engine())
        component.setData(EAR, QUrl())
        self._component, self._qml = component, component.create()

    def __call__(self, item: QQuickItem | None) -> tuple[str, Role]:
        while item is not None:
            role = Role(int(self._qml.role(item)))
            if role != Role.NoRole:
                return str(self._qml.name(item)), role
            item = _beside(item) or item.parentItem()
        return "", Role.NoRole


def _beside(item: QQuickItem) -> QQuickItem | None:
    """Return the button over a pointer area: it says why it is disabled when it is pressed."""
    around = item.parentItem()
    others = around.childItems() if around and is_area(item) else []
    return next((one for one in others if one is not item and one.size() == item.size()), None)


def is_area(item: QQuickItem) -> bool:
    return bool(item.metaObject().className().startswith("QQuickMouseArea"))
