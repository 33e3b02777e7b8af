"""Nothing acts twice, nothing is lost: double presses, lost answers, undo."""

from typing import Any

import pytest

from counter_officer import number
from layso_kiosk.counter.orders import RESEND_MS
from layso_kiosk.counter.parts import Parts
from layso_kiosk.link.answers import Answer


def calls(busy: Any) -> list[str]:
    return [path for path, _, _ in busy.posts if path.endswith("call-next")]


def test_a_double_press_calls_one_person(parts: Parts, busy: Any, clock: Any) -> None:
    busy.hold = True
    parts.act("call-next")
    parts.act("call-next")
    clock.now += 5_000
    parts.act("call-next")
    assert len(calls(busy)) == 1
    assert parts.buttons.of("call-next").property("why") == "Đang gửi thao tác trước."
    busy.release()
    assert number(parts) == "H003"


def test_a_key_that_bounces_after_a_quick_answer_is_one_press(
    parts: Parts, busy: Any, clock: Any
) -> None:
    parts.act("call-next")
    clock.now += 2_000
    parts.act("recall")
    clock.now += 120
    parts.act("recall")
    assert len([path for path, _, _ in busy.posts if path.endswith("/recall")]) == 1


def test_the_second_half_of_a_double_space_calls_nobody(parts: Parts, clock: Any) -> None:
    space = 0x20
    parts.act("call-next")
    for name in ("start", "finish"):
        clock.now += 2_000
        parts.act(name)
    clock.now += 150
    assert parts.keypad.press(space, 0, False)
    assert number(parts) == ""
    clock.now += 1_000
    parts.keypad.press(space, 0, False)
    assert number(parts) == "H001"


def test_a_held_key_acts_once(parts: Parts, busy: Any) -> None:
    f9 = 0x01000038
    parts.keypad.press(f9, 0, False)
    for _ in range(20):
        assert parts.keypad.press(f9, 0, True)
    assert len(calls(busy)) == 1


def test_a_lost_answer_is_asked_again_with_the_same_id(parts: Parts, busy: Any, clock: Any) -> None:
    busy.lose = True
    parts.act("call-next")
    assert number(parts) == ""
    busy.lose = False
    clock.now += 20_000
    busy.become("fresh")
    ids = {body["id"] for path, body, _ in busy.posts if path.endswith("call-next")}
    assert (len(calls(busy)), len(ids)) == (2, 1)
    assert number(parts) == "H003"
    assert len([call for call in busy.calls if call["counter"] == 3]) == 1


def test_an_old_order_is_not_sent_behind_somebodys_back(
    parts: Parts, busy: Any, clock: Any
) -> None:
    busy.lose = True
    parts.act("call-next")
    busy.lose = False
    clock.now += RESEND_MS + 1
    busy.become("fresh")
    assert len(calls(busy)) == 1
    assert parts.strip.property("text").startswith("Chưa gửi được vì mất kết nối.")
    busy.tell()
    assert number(parts) == "H003", "the day shows what became of it"


@pytest.mark.parametrize("state", ["stale", "away"])
def test_without_the_center_the_number_stays_and_no_move_is_sent(
    parts: Parts, busy: Any, clock: Any, state: str
) -> None:
    parts.act("call-next")
    clock.now += 60_000
    busy.become(state)
    assert number(parts) == "H003"
    assert "08:16" in parts.strip.property("text") or "08:17" in parts.strip.property("text")
    sent = len(busy.posts)
    for name in ("start", "recall", "no-show", "undo", "pause", "help"):
        clock.now += 1_000
        assert parts.buttons.of(name).property("possible") is False
        parts.act(name)
    assert len(busy.posts) == sent
    busy.become("fresh")
    assert parts.strip.property("tone") == "warn"
    assert parts.buttons.of("start").property("possible") is True


MISSED = "Chưa ghi được “{}”: bấm lại khi có kết nối."


@pytest.mark.parametrize("state", ["stale", "away"])
def test_a_press_that_was_not_recorded_is_told_until_the_next_one_is(
    parts: Parts, busy: Any, clock: Any, state: str
) -> None:
    for name in ("call-next", "start"):
        clock.now += 1_000
        parts.act(name)
    busy.become(state)
    clock.now += 1_000
    parts.act("finish")
    assert parts.strip.property("text") == MISSED.format("Xong")
    assert parts.strip.property("icon") == "wifi-off"
    busy.become("fresh")
    parts.strip.hide()  # the five seconds of a sentence are over
    assert parts.strip.property("text") == MISSED.format("Xong")
    assert parts.strip.property("tone") == "warn"
    assert number(parts) == "H003"
    clock.now += 1_000
    parts.act("finish")
    parts.strip.hide()
    assert parts.strip.property("text") == ""


def test_a_question_answered_while_away_stays_open(parts: Parts, busy: Any, clock: Any) -> None:
    parts.act("pause")
    parts.ask.choose("meeting")
    busy.become("away")
    parts.ask.confirm()
    assert parts.ask.property("shown")["kind"] == "pause"
    assert parts.ask.property("shown")["fault"]
    busy.become("fresh")
    parts.ask.confirm()
    assert parts.station.desk.state == "paused"


def test_undo_takes_back_a_call(parts: Parts, busy: Any, clock: Any) -> None:
    parts.act("call-next")
    assert parts.strip.property("undo") == "Hoàn tác mời H003"
    clock.now += 1_000
    parts.act("undo")
    assert number(parts) == ""
    assert parts.station.desk.waiting[0]["number"] == "H003"
    assert parts.strip.property("text") == "Đã hoàn tác: H003 về hàng, giữ nguyên chỗ."


def test_undo_takes_back_a_finish_for_two_minutes(parts: Parts, clock: Any) -> None:
    for name in ("call-next", "start", "finish", "undo"):
        parts.act(name)
        clock.now += 1_000
    assert number(parts) == "H003"
    parts.act("finish")
    clock.now += 121_000
    parts.act("undo")
    assert number(parts) == ""
    assert parts.strip.property("text") == "Đã quá lúc hoàn tác H003."


def test_undo_takes_back_not_there(parts: Parts, clock: Any) -> None:
    for name in ("call-next", "recall", "no-show"):
        parts.act(name)
        clock.now += 1_000
    assert parts.strip.property("undo") == "Hoàn tác vắng mặt H003"
    parts.act("undo")
    assert number(parts) == "H003"
    assert parts.bar.property("shown")["number_state"] == "called"


def test_a_visit_that_began_long_ago_is_not_called_again(parts: Parts, clock: Any) -> None:
    for name in ("call-next", "start"):
        parts.act(name)
        clock.now += 1_000
    assert parts.strip.property("undo") == "Hoàn tác bắt đầu H003"
    clock.now += 120_000
    parts.station.refresh()
    assert parts.buttons.of("undo").property("why") == "Đã quá lúc hoàn tác H003."
    assert parts.strip.property("undo") == ""


def test_an_answer_counts_before_its_delta_comes(parts: Parts, busy: Any, clock: Any) -> None:
    busy.told = False
    parts.act("call-next")
    assert number(parts) == "H003"
    clock.now += 1_000
    parts.act("start")
    assert parts.bar.property("shown")["number_state"] == "serving"
    clock.now += 10_000
    busy.tell()
    assert parts.bar.property("shown")["number_state"] == "serving"


def test_an_unknown_refusal_is_a_sentence(parts: Parts, busy: Any) -> None:
    busy.refusal = Answer(409, problem={"code": "SOMETHING_NEW"})
    parts.act("call-next")
    assert "SOMETHING_NEW" not in parts.strip.property("text")
    assert parts.strip.property("text").endswith(".")


def test_the_pilot_hears_of_the_press_and_of_the_call(parts: Parts, busy: Any) -> None:
    heard: list[tuple[str, dict[str, Any]]] = []
    parts.station.happened.connect(lambda name, facts: heard.append((name, facts)))
    busy.hold = True
    parts.act("call-next")
    assert heard == [("call_pressed", {})]
    busy.release()
    assert heard[1:] == [("called", {"number": "H003"})]
