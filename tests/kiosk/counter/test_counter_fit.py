"""Nothing on bar or panel is cut, painted outside or laid over something else, in any state."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from counter_states import states
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.station import IN_CHARGE
from layso_queue.line.states import Priority
from window_fit import SLACK, settle, unfit

LONG = 20_000

ELIDED = (
    "counter-state",
    "current-service",
    "current-state",
)
"""What may end in dots: the whole of it stands elsewhere, or is heard."""

FAULTS = ("is cut short", "is painted outside", "leaves the window", "overlaps", "is clipped")


def clipped(window: Any) -> Iterator[str]:
    """Name the texts of which something is cut off at a side."""
    waiting = [(window.contentItem(), QRectF(0, 0, window.width(), window.height()))]
    while waiting:
        item, room = waiting.pop()
        if not item.isVisible() or item.opacity() == 0:
            continue
        if item.clip():
            room = room.intersected(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())))
        waiting += [(one, room) for one in item.childItems()]
        words = item.inherits("QQuickText") and item.property("text")
        if words or item.inherits("QQuickAbstractButton"):
            seen = item.mapRectToScene(item.boundingRect())
            if seen.left() < room.left() - SLACK or seen.right() > room.right() + SLACK:
                yield f"{item.objectName()} {item.property('text') or ''!r} is clipped"


def in_place(window: Any) -> bool:
    """Say whether the window has the size that the bar asked for, and draws itself in it."""
    root = window.rootObject()
    wanted = int(root.property("wantedHeight"))
    return bool(window.height() == wanted == root.height() and window.width() == root.width())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("width", "percent", "wide"),
    [
        (1366, 100, True),
        (1366, 150, True),
        (1920, 150, True),
        (1366, 100, False),
        (1366, 150, False),
    ],
)
def test_everything_fits(
    open_counter: Callable[..., Counter],
    busy: Any,
    clock: Any,
    take_picture: Any,
    qtbot: QtBot,
    width: int,
    percent: int,
    wide: bool,
    language: str,
) -> None:
    busy.come("H", "08:13", priority=Priority.CARER)
    busy.role = sorted(IN_CHARGE)[-1]
    clock.now += 60_000
    counter = open_counter(busy, size=(width, width * 9 // 16))
    counter.texts.choose(language)
    counter.program.look.choose_text_size(percent)
    if not wide:
        counter.place.toggle_size()
    window, found = counter.program.window, []
    for n, state in enumerate(states(counter, busy, clock)):
        settle(window)
        qtbot.waitUntil(lambda: in_place(window), timeout=LONG)
        faults = [*unfit(window), *clipped(window)]
        ours = (one for one in faults if any(fault in one for fault in FAULTS))
        # a button's press goes through it to what lies behind, so that it can say why not
        seen = (one for one in ours if "MouseArea" not in one and not one.startswith(ELIDED))
        found += [f"{state}: {one}" for one in seen]
        if os.environ.get("LAYSO_PICTURES"):
            form = "wide" if wide else "compact"
            take_picture(counter, f"fit-{width}-{percent}-{language}-{form}-{n:02d}")
    assert found == []
