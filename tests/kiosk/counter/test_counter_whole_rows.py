"""What is said and noted of the person at the counter: the papers in sight, whole rows only."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from layso_kiosk.counter.opening import Counter
from layso_kiosk.look.touch import find, items, look_up
from window_fit import SLACK, settle

LONG = 20_000
PAPERS = (
    "Giấy chứng sinh",
    "Văn bản ủy quyền có chứng thực, nếu đi thay cha mẹ của trẻ",
    "Giấy tờ chứng minh nơi cư trú",
)


def sliced(window: Any) -> Iterator[str]:
    """Name the texts that stand half in sight at the upper or lower edge of the card."""
    card = find(window, "current-card")
    room = card.mapRectToScene(QRectF(0, 0, card.width(), card.height()))
    assert card.property("room") >= card.height() > 0
    for item in items(window):
        if not (card.isAncestorOf(item) and item.isVisible() and item.inherits("QQuickText")):
            continue
        seen = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        if SLACK < seen.intersected(room).height() < seen.height() - SLACK:
            yield f"{item.property('text')!r} at {card.property('contentY')}"


@pytest.mark.parametrize(("percent", "wide"), [(100, True), (150, True), (100, False)])
def test_papers_are_in_sight_and_no_row_is_ever_sliced(
    open_counter: Callable[..., Counter],
    busy: Any,
    clock: Any,
    qtbot: QtBot,
    percent: int,
    wide: bool,
) -> None:
    counter = open_counter(busy, size=(1366, 768) if percent == 100 else (2048, 1152))
    counter.program.look.choose_text_size(percent)
    if not wide:
        counter.place.toggle_size()
    counter.act("call-next")
    for service in busy.mirror.services.values():
        service["documents"] = {"vi": list(PAPERS)}
    counter.panel.visit.look()
    clock.now += 1000
    counter.strip.hide()
    counter.act("panel")
    window = counter.program.window
    if not wide:
        area = find(window, "panel-area")
        area.setProperty("tab", 0)
    qtbot.waitUntil(lambda: look_up(window, "also-A") is not None, timeout=LONG)
    card = find(window, "current-card")
    qtbot.waitUntil(lambda: card.isVisible() and card.height() > 0, timeout=LONG)
    settle(window)
    assert list(sliced(window)) == []
    last = find(window, f"paper-{len(PAPERS) - 1}")
    bottom = card.mapRectFromItem(last, QRectF(0, 0, 1, last.height())).bottom()
    assert bottom <= card.height() or not wide
    # by Tab to the end and back, the card ends and begins with whole rows
    for name in ("dossier-codes-input", "also-A", "paper-2", "also-A", "paper-0"):
        find(window, name).forceActiveFocus()
        settle(window)
        there = card.mapRectFromItem(find(window, name), QRectF(0, 0, 1, 1)).top()
        assert 0 <= there < card.height(), name
        assert list(sliced(window)) == [], name
