"""Use a window as a person does: find what is seen, touch it, type, take its picture.

Tests and the pilot share these acts; all of them run on the UI thread.
"""

from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import or_
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputDevice, QKeyEvent, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

_MODIFIERS = {"Ctrl": "ControlModifier", "Alt": "AltModifier", "Shift": "ShiftModifier"}
_KEY_TEXTS = {"Return": "\r", "Enter": "\r", "Space": " ", "Tab": "\t", "Escape": "\x1b"}


class NotThere(Exception):
    """No item of that name can be seen (or touched) now."""


def items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Walk every item of the window, also those that a Repeater made (no findChild sees them)."""
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += reversed(item.childItems())


def names(window: QQuickWindow) -> list[str]:
    """Return the names of all visible items, in the order in which they are drawn."""
    return [it.objectName() for it in items(window) if it.objectName() and it.isVisible()]


def look_up(window: QQuickWindow, name: str) -> QQuickItem | None:
    """Return the item with this objectName, a visible one first, or None."""
    found = [item for item in items(window) if item.objectName() == name]
    return next((item for item in found if item.isVisible()), found[0] if found else None)


def find(window: QQuickWindow, name: str) -> QQuickItem:
    """Return the item with this objectName; raise NotThere."""
    item = look_up(window, name)
    if item is None:
        raise NotThere(name)
    return item


def touch(window: QQuickWindow, item: QQuickItem) -> QPointF:
    """Press and release a finger at the item's centre; return the point in the window.

    Raises NotThere when the item is hidden, disabled or its centre lies outside the window: a
    person could not touch it either.
    """
    point = centre(item)
    inside = 0 <= point.x() < window.width() and 0 <= point.y() < window.height()
    if not (item.isVisible() and item.isEnabled() and inside):
        raise NotThere(item.objectName())
    at = QPoint(round(point.x()), round(point.y()))
    QTest.touchEvent(window, _finger()).press(0, at, window).commit()
    QTest.touchEvent(window, _finger()).release(0, at, window).commit()
    return point


def centre(item: QQuickItem) -> QPointF:
    """Return the point of the window where a finger would aim, once all stands in its place."""
    # a row or grid places its items before the next frame: nobody touches what was not painted
    around: QQuickItem | None = item
    while around is not None:
        around.ensurePolished()
        around = around.parentItem()
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


@lru_cache(maxsize=1)
def _finger() -> QPointingDevice:
    # Qt keeps a touch device for the life of the process: one is enough
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def press_key(window: QQuickWindow, key: str) -> None:
    """Press and release a key by its name, as "F9", "A" or "Ctrl+Z"; ValueError if none."""
    *modifiers, name = key.split("+")
    try:
        code = Qt.Key[f"Key_{name}"]
        held = [Qt.KeyboardModifier[_MODIFIERS[word]] for word in modifiers]
    except KeyError:
        raise ValueError(key) from None
    text = name.lower() if len(name) == 1 and not held else _KEY_TEXTS.get(name, "")
    _send_key(window, code, reduce(or_, held, Qt.KeyboardModifier.NoModifier), text)


def type_text(window: QQuickWindow, text: str) -> None:
    """Type a text letter by letter, as a scanner does; a line feed is the Return key."""
    for letter in text:
        if letter == "\n":
            _send_key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        else:
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            _send_key(window, key, Qt.KeyboardModifier.NoModifier, letter)


def _send_key(window: QQuickWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QGuiApplication.sendEvent(window, QKeyEvent(kind, key, modifiers, text))


def picture(window: QQuickWindow, file: Path) -> tuple[int, int]:
    """Save what the window shows now as PNG and return its size in pixels; OSError if it fails."""
    image = window.grabWindow()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file)):
        raise OSError(f"cannot write {file}")
    return image.width(), image.height()
