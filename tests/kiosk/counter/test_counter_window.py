"""The counter's window: keys, mouse, focus, places; found by objectName."""

from collections.abc import Callable
from typing import Any

import pytest

from counter_officer import item, key, text
from layso_kiosk.counter.opening import Counter
from layso_kiosk.look.touch import centre, names, press_key, touch, type_text
from layso_queue.line.states import Priority

Open = Callable[..., Counter]


def test_signing_in_by_keyboard_alone(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy, signed_in=False)
    type_text(counter.program.window, "nv01\n")
    type_text(counter.program.window, "999\n")
    assert text(counter, "strip-text").startswith("Mã cán bộ hoặc mã PIN chưa đúng.")
    assert text(counter, "sign-in-pin-input") == ""
    type_text(counter.program.window, "260411\n")
    assert counter.station.session is not None
    assert item(counter, "call-next").isVisible()
    assert not item(counter, "sign-in").isVisible()


def test_signing_in_by_touch(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy, signed_in=False)
    window = counter.program.window
    touch(window, item(counter, "sign-in-pin"))
    type_text(window, "260411")
    touch(window, item(counter, "sign-in-staff"))
    type_text(window, "nv01")
    touch(window, item(counter, "sign-in"))
    assert item(counter, "call-next").property("enabled") is True


def test_a_visit_by_function_keys(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    key(counter, "F9")
    assert text(counter, "current-number") == "H003"
    assert item(counter, "finish").property("enabled") is False
    key(counter, "F8", "F12", "F7")
    assert item(counter, "finish").property("enabled") is True
    key(counter, "F6")
    assert item(counter, "nobody").isVisible()
    key(counter, "Space")
    assert text(counter, "current-number") == "H001"


def test_a_disabled_button_that_is_touched_says_why(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    finish = item(counter, "finish")
    assert finish.property("enabled") is False
    touch(counter.program.window, finish.parentItem())
    assert text(counter, "strip-text") == "Quầy chưa có khách."


def test_a_double_touch_calls_one_person(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    busy.hold = True
    call = item(counter, "call-next")
    touch(counter.program.window, call)
    touch(counter.program.window, call.parentItem())
    busy.release()
    assert len([path for path, _, _ in busy.posts if path.endswith("call-next")]) == 1


def test_the_toast_undoes(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    key(counter, "F9")
    touch(counter.program.window, item(counter, "toast-undo"))
    assert item(counter, "nobody").isVisible()


def test_tab_reaches_every_possible_button_and_space_presses_it(
    open_counter: Open, busy: Any
) -> None:
    counter = open_counter(busy)
    window, reached = counter.program.window, []
    for _ in range(12):
        press_key(window, "Tab")
        focus = window.activeFocusItem()
        assert focus.property("visualFocus") is True
        reached.append(focus.objectName())
    assert set(reached) >= {"call-next", "pause", "panel", "help"}
    while window.activeFocusItem().objectName() != "panel":
        press_key(window, "Tab")
    press_key(window, "Space")
    assert counter.panel.is_open
    assert [path for path, _, _ in busy.posts if path.endswith("call-next")] == []


def test_the_window_grows_and_shrinks_at_its_edge(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    counter.strip.hide()
    window = counter.program.window
    slim = window.height()
    assert 72 <= slim <= 88
    assert (window.x(), window.y(), window.width()) == (0, 0, 1366)
    key(counter, "F10")
    assert window.height() > 400
    counter.place.toggle_edge()
    assert window.y() + window.height() == 768
    key(counter, "F10")
    assert (window.height(), window.y()) == (slim, 768 - slim)
    counter.place.toggle_size()
    assert window.width() == 760


def test_without_the_center_the_bar_keeps_the_number(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    key(counter, "F9")
    busy.become("stale")
    assert text(counter, "current-number") == "H003"
    assert text(counter, "strip-text").startswith("Mất kết nối với trung tâm từ 08:")
    assert item(counter, "start").property("enabled") is False


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("claim", [p for p in Priority if p is not Priority.NONE])
def test_nothing_is_cut_off_in_the_bar(
    open_counter: Open, link: Any, size: Any, language: str, claim: str
) -> None:
    link.come("H", "08:14", priority=claim)
    counter = open_counter(link, size=size)
    counter.texts.choose(language)
    key(counter, "F9")
    _claim_is_whole(counter)
    last = item(counter, "help")
    assert last.mapToScene(last.boundingRect().topRight()).x() <= size[0]


def _claim_is_whole(counter: Counter) -> None:
    current = item(counter, "current")
    for name in ("confirm-priority", "reject-priority"):
        button = item(counter, name)
        centre(button)
        assert button.mapToItem(current, button.width(), 0).x() <= current.width()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("claim", [p for p in Priority if p is not Priority.NONE])
def test_nothing_is_cut_off_in_the_compact_bar(
    open_counter: Open, link: Any, qtbot: Any, language: str, claim: str
) -> None:
    link.come("H", "08:14", priority=claim)
    counter = open_counter(link)
    counter.texts.choose(language)
    counter.place.toggle_size()
    key(counter, "F9")
    root = counter.program.root
    qtbot.waitUntil(lambda: root.width() == 760, timeout=20_000)
    _claim_is_whole(counter)


def test_every_control_has_a_name_and_words(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    key(counter, "F9", "F7", "F10")
    found = set(names(counter.program.window))
    assert found >= {
        *("call-next", "recall", "start", "finish", "no-show", "park", "transfer", "undo"),
        *("pause", "panel", "help", "confirm-priority", "current-number", "timer", "staff"),
        *("line-list", "aside-list", "dossier-codes", "why-called", "passed", "sign-out"),
        *("language", "theme", "text-size", "bar-size", "bar-edge", "waiting"),
    }
    for name in ("recall", "park", "call-next"):
        assert counter.buttons.of(name).property("spoken") != ""


def test_the_whole_way_over_the_network(
    open_counter: Open, center: Any, qtbot: Any, clock: Any
) -> None:
    from layso_kiosk.link.center import CenterLink

    center.tokens["desk"] = "counter"
    ticket = center.day["tickets"][0]
    center.answers["POST", "/v1/sessions"] = lambda body: (
        201,
        {"session": "s", "staff": body["staff"], "role": "counter"},
    )
    center.answers["POST", "/v1/counters/1/call-next"] = lambda _: (
        200,
        {**ticket, "state": "called", "counter": 1, "calls": 1},
    )
    link = CenterLink(center.url, "desk")
    try:
        counter = open_counter(link, number=1)
        link.start()
        qtbot.waitUntil(lambda: link.state == "fresh")
        type_text(counter.program.window, "nv01\n260411\n")
        qtbot.waitUntil(lambda: counter.station.session is not None)
        key(counter, "F9", "F9")
        qtbot.waitUntil(lambda: text(counter, "current-number") == "A001")
        assert len(center.sent("/v1/counters/1/call-next")) == 1
        center.stop()
        qtbot.waitUntil(lambda: link.state in ("stale", "away"))
        assert text(counter, "current-number") == "A001"
        assert item(counter, "start").property("enabled") is False
    finally:
        link.close()
