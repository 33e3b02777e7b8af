"""Nothing on bar or panel is cut, painted outside or laid over something else, in any state."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.warnings import IN_CHARGE
from layso_queue.center.alerts import Alert
from layso_queue.center.show.alerts import shown_alert
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
LONG_REASON = "Đi họp giao ban đột xuất ở Ủy ban nhân dân phường đến đầu giờ chiều"


def states(counter: Counter, busy: Any, clock: Any) -> Iterator[str]:
    """Walk through what a bar can show, one state after the other."""

    def do(*names: str) -> None:
        for name in names:
            clock.now += 1_000
            counter.act(name)
        clock.now += 1_000

    counter.strip.hide()
    yield "idle"
    do("call-next")
    yield "called"
    counter.strip.hide()
    do("panel")
    yield "called with panel"
    counter.panel.visit.note_codes("SAI")
    do("confirm-priority")
    yield "confirmed"
    do("undo", "reject-priority")
    yield "rejected"
    do("recall", "start")
    clock.now += 3_700_000
    counter.bar.tick()
    yield "serving for an hour"
    counter.panel.visit.note_codes("")
    do("transfer")
    yield "asking where to"
    counter.ask.choose("other")
    counter.ask.confirm("")
    yield "asking with a fault"
    counter.ask.close()
    do("park")
    counter.ask.choose("copying")
    counter.ask.confirm()
    yield "parked"
    do("walk-up")
    yield "walk-up"
    counter.ask.close()
    do("panel", "pause")
    yield "asking why"
    counter.ask.choose("other")
    counter.ask.confirm(LONG_REASON)
    counter.strip.hide()
    yield "paused for a long reason"
    codes = ("HUB_SUPERSEDED", "HUB_SET_ASIDE")
    busy.alerts = [shown_alert(Alert(one, one, "center", clock.now, "7")) for one in codes]
    busy.tell()
    yield "warned"
    busy.become("away")
    yield "away"
    busy.become("fresh")
    counter.sign_in.leave()
    yield "asking to sign out"
    counter.ask.close()
    counter.sign_in.sign_out()
    yield "signed out"
    counter.sign_in.submit("nv01", "1")
    yield "wrong PIN"


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
