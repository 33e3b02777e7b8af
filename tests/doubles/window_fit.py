"""What is wrong with a window as it stands: cut, painted outside, overlapping or too small.

No picture is compared: all items are walked, and their places and letters judged.
"""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from layso_kiosk.look.theme import screen_scale

SLACK = 2.0
"""Pixels: fonts reserve more above and below than letters use."""

TARGET_MM, SCREEN_INCHES = 20.0, 21.5
LEAST_LETTERS = 24
"""Pixels at 1080p."""

ALWAYS = frozenset({"clock-corner", "toast-away", "screen-colours", "number-page"})
"""Targets that lie over letters on purpose: what shows there is what is touched."""

_LOW = re.compile(r"[?A-Z0-9:-]+")


class Placed(NamedTuple):
    """An item and where it is seen, as a rectangle and as its sides."""

    item: QQuickItem
    seen: QRectF
    left: float
    top: float
    right: float
    bottom: float


def least_target(width: int, height: int) -> float:
    """Return how many pixels 20 mm are on a screen of 21.5 inches."""
    return TARGET_MM * math.hypot(width, height) / (SCREEN_INCHES * 25.4)


def unfit(
    window: QQuickWindow,
    *,
    over: frozenset[str] = frozenset(),
    over_words: frozenset[str] = frozenset(),
) -> list[str]:
    """Return a sentence for each fault.

    `over` names what may lie over other things, `over_words` what may lie over words only.
    """
    settle(window)
    items = list(_in_sight(window.contentItem(), _whole(window)))
    texts = [_placed(it, room) for it, room in items if _has_words(it)]
    targets = [_placed(it, room) for it, room in items if _is_target(it)]
    around = _whole(window)
    least = LEAST_LETTERS * screen_scale(window.width(), window.height())
    target = least_target(window.width(), window.height())
    found: list[str] = []
    for text, seen, *_ in texts:
        found += _cut(text, seen, around)
        if text.property("font").pixelSize() < math.floor(least):
            found.append(f"{_say(text)} has letters of {text.property('font').pixelSize()} px")
    for item, *_ in targets:
        if min(item.width(), item.height()) < target - 1 and item.objectName() not in ALWAYS:
            found.append(f"{_say(item)} is {item.width():.0f} x {item.height():.0f} px")
    layers = [it for it, _ in items if it.objectName() in over]
    curtains = [it for it, _ in items if it.objectName() in over_words]
    for at, one in enumerate(texts):
        found += _meets(one, texts[at + 1 :], [*layers, *curtains])
        of_curtain = any(_above(curtain, one.item) for curtain in curtains)
        found += _meets(one, targets, layers if of_curtain else [*layers, *curtains])
    for at, one in enumerate(targets):
        found += _meets(one, targets[at + 1 :], layers)
    return found


def settle(window: QQuickWindow) -> None:
    """Let rows and grids place what they hold, as before the next frame."""
    for _ in range(3):
        waiting = [window.contentItem()]
        while waiting:
            item = waiting.pop()
            item.ensurePolished()
            waiting += [one for one in item.childItems() if one.isVisible()]


def _whole(window: QQuickWindow) -> QRectF:
    return QRectF(0, 0, window.width(), window.height())


def _in_sight(item: QQuickItem, room: QRectF) -> Iterator[tuple[QQuickItem, QRectF]]:
    """Yield what can be seen with the part of the window that it can be seen in."""
    waiting = [(item, room)]
    while waiting:
        item, room = waiting.pop()
        if not item.isVisible() or item.opacity() == 0:
            continue
        if item.clip():
            room = room.intersected(_place(item))
        yield item, room
        waiting += [(child, room) for child in reversed(item.childItems())]


def _placed(item: QQuickItem, room: QRectF) -> Placed:
    seen = _letters(item).intersected(room)
    return Placed(item, seen, seen.left(), seen.top(), seen.right(), seen.bottom())


def _has_words(item: QQuickItem) -> bool:
    return bool(item.inherits("QQuickText") and item.property("text"))


def _place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _letters(item: QQuickItem) -> QRectF:
    """Return where a text's letters are, not its box; of other items the box.

    Digits and capitals leave the upper and the lower fifth of their line empty.
    """
    room = item.boundingRect()
    if _LOW.fullmatch(str(item.property("text") or "")):
        room.adjust(0, room.height() / 5, 0, -room.height() / 5)
    return item.mapRectToScene(room)


def _is_target(item: QQuickItem) -> bool:
    if item.objectName() in ALWAYS or not item.isEnabled():
        return False
    return item.inherits("QQuickAbstractButton") or item.inherits("QQuickMouseArea")


def _cut(text: QQuickItem, seen: QRectF, window: QRectF) -> list[str]:
    if seen.isEmpty():
        return []  # scrolled away: nobody sees it
    if text.property("truncated"):
        return [f"{_say(text)} is cut short"]
    letters = _letters(text)
    holder, scrolls = text.parentItem(), False
    while holder is not None:
        if holder.inherits("QQuickFlickable"):
            scrolls = True
            room = _place(holder).adjusted(-SLACK, -math.inf, SLACK, math.inf)
            if letters.left() < room.left() or letters.right() > room.right():
                return [f"{_say(text)} is painted outside {_say(holder)}"]
            return []
        holds = holder.inherits("QQuickRectangle") or holder.inherits("QQuickAbstractButton")
        if holds and not _holds(_place(holder), letters):
            return [f"{_say(text)} is painted outside {_say(holder)}"]
        holder = holder.parentItem()
    return [] if scrolls or _holds(window, letters) else [f"{_say(text)} leaves the window"]


def _holds(room: QRectF, letters: QRectF) -> bool:
    return room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(letters)


def _meets(one: Placed, others: list[Placed], apart: list[QQuickItem]) -> list[str]:
    """Say what `one` lies over or under; what only one of two belongs to keeps them `apart`."""
    item, _, left, top, right, bottom = one
    found, deep = [], 2 * SLACK
    for other, _, its_left, its_top, its_right, its_bottom in others:
        wide = min(right, its_right) - max(left, its_left)
        if wide <= deep or min(bottom, its_bottom) - max(top, its_top) <= deep:
            continue
        if item.isAncestorOf(other) or other.isAncestorOf(item):
            continue
        if any(_above(layer, item) != _above(layer, other) for layer in apart):
            continue
        found.append(f"{_say(item)} overlaps {_say(other)}")
    return found


def _above(layer: QQuickItem, item: QQuickItem) -> bool:
    return layer is item or layer.isAncestorOf(item)


def _say(item: QQuickItem) -> str:
    name = item.objectName() or item.metaObject().className().partition("_")[0]
    text = item.property("text") or item.property("label") or ""
    return f"{name} {str(text)!r}" if text else name
