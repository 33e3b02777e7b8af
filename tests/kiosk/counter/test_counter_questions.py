"""Questions and the panel in the counter's window, by keyboard and touch."""

from collections.abc import Callable
from typing import Any

from counter_officer import item, key, text
from layso_kiosk.counter.opening import Counter
from layso_kiosk.look.touch import names, touch, type_text

Open = Callable[..., Counter]


def test_a_question_is_answered_by_digits_and_enter(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    key(counter, "F2")
    assert item(counter, "ask").isVisible()
    key(counter, "2", "Return")
    assert busy.posts[-1][1]["reason"] == "meeting"
    assert not item(counter, "ask").isVisible()
    key(counter, "F2", "F9")
    assert text(counter, "current-number") == "H003"


def test_another_reason_is_typed_with_digits_and_spaces(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    key(counter, "F2", "4")
    type_text(counter.program.window, "in 2 trang\n")
    assert busy.posts[-1][1]["reason"] == "in 2 trang"


def test_escape_leaves_a_question_and_the_keys_work_again(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    key(counter, "F2", "F9")
    assert text(counter, "strip-text").startswith("Hãy trả lời câu hỏi đang mở")
    key(counter, "Escape", "F9")
    assert text(counter, "current-number") == "H003"


def test_the_line_is_walked_with_arrows_and_enter_picks(open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    key(counter, "F10")
    line = item(counter, "line-list")
    line.forceActiveFocus()
    key(counter, "Down", "Down", "Return")
    assert text(counter, "ask-title") == "Vì sao mời riêng H001?"
    key(counter, "1", "Return")
    assert text(counter, "current-number") == "H001"


def test_a_person_is_brought_back_from_the_panel(open_counter: Open, busy: Any, qtbot: Any) -> None:
    counter = open_counter(busy)
    key(counter, "F9", "F8", "F4", "F10")
    window = counter.program.window
    qtbot.waitUntil(lambda: "return-H003" in names(window))
    touch(window, item(counter, "return-H003"))
    qtbot.waitUntil(lambda: "line-H003" in names(window))
