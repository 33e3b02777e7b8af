"""Who may sit at the counter: signing in, failing to, and leaving."""

from pathlib import Path
from typing import Any

import pytest

from layso_kiosk.counter.keys import read_keys
from layso_kiosk.counter.parts import Parts
from layso_kiosk.counter.settings import Settings
from layso_kiosk.link.answers import Answer


@pytest.fixture
def outside(busy: Any, clock: Any, tmp_path: Path, qapp: object) -> Parts:
    made = Parts(busy, 3, read_keys(), Settings(tmp_path / "data"), clock=clock)
    busy.tell()
    busy.become("fresh")
    return made


def sentence(parts: Parts) -> str:
    return str(parts.sign_in.property("sentence"))


def test_signing_in_opens_the_counter(outside: Parts, busy: Any) -> None:
    outside.sign_in.submit(" nv01 ", "260411")
    assert [path for path, _, _ in busy.posts] == ["/v1/sessions", "/v1/counters/3/open"]
    assert busy.posts[0][1] == {"staff": "nv01", "pin": "260411", "counter": 3}
    assert busy.posts[1][2] == "s1"
    assert outside.sign_in.property("needed") is False
    assert outside.station.desk.state == "open"
    assert outside.sign_in.property("staff") == "Cán bộ: nv01"


def test_a_wrong_pin_is_a_sentence_and_the_pin_is_forgotten(outside: Parts, qtbot: Any) -> None:
    with qtbot.waitSignal(outside.sign_in.cleared):
        outside.sign_in.submit("nv01", "000000")
    assert sentence(outside) == "Mã cán bộ hoặc mã PIN chưa đúng. Bạn hãy nhập lại."
    assert outside.sign_in.property("needed") is True


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(429, problem={"code": "TOO_MANY_TRIES"}, retry_after_s=290), "sau 5 phút."),
        (Answer(429, problem={"code": "TOO_MANY_TRIES"}, retry_after_s=40), "sau 40 giây."),
        (Answer(429, problem={"code": "TOO_MANY_TRIES"}), "sau ít phút."),
        (Answer(403, problem={"code": "ROLE_NOT_ALLOWED"}), "không được làm việc ở quầy"),
        (Answer(401, problem={"code": "NOT_ENROLLED"}), "chưa được trung tâm cho phép"),
        (Answer(0, problem={"code": "CENTER_UNREACHABLE"}), "Chưa kết nối được"),
        (Answer(422, problem={"code": "BAD_INPUT"}), "chưa đúng"),
        (Answer(500, problem={"code": "CENTER_UNREADABLE"}), "Chưa đăng nhập được."),
    ],
)
def test_every_failure_is_a_sentence(
    outside: Parts, busy: Any, answer: Answer, expected: str
) -> None:
    busy.refusal = answer
    outside.sign_in.submit("nv01", "260411")
    assert expected in sentence(outside)
    assert outside.sign_in.property("needed") is True


def test_empty_fields_are_asked_for_and_nothing_is_sent(outside: Parts, busy: Any) -> None:
    outside.sign_in.submit("", "1")
    assert sentence(outside) == "Bạn hãy nhập mã cán bộ."
    outside.sign_in.submit("nv01", " ")
    assert sentence(outside) == "Bạn hãy nhập mã PIN."
    assert busy.posts == []


def test_while_the_center_is_away_it_says_so(outside: Parts, busy: Any) -> None:
    busy.become("away")
    outside.sign_in.submit("nv01", "260411")
    assert busy.posts == []
    assert sentence(outside).startswith("Chưa kết nối được")


def test_a_computer_that_was_struck_off_is_told_whom_to_ask(outside: Parts, busy: Any) -> None:
    busy.trouble = {"code": "NOT_ENROLLED"}
    busy.become("away")
    assert "báo người cài đặt" in outside.strip.property("text")


def test_pressing_enter_twice_signs_in_once(outside: Parts, busy: Any) -> None:
    busy.hold = True
    outside.sign_in.submit("nv01", "260411")
    outside.sign_in.submit("nv01", "260411")
    assert len(busy.posts) == 1


def test_no_act_is_possible_before_signing_in(outside: Parts, busy: Any) -> None:
    outside.act("call-next")
    outside.act("panel")
    assert busy.posts == []
    assert outside.panel.is_open is False


def test_a_paused_counter_stays_paused_after_a_restart(outside: Parts, busy: Any) -> None:
    busy._answer("/v1/counters/3/open", {"id": "a"})
    busy._answer("/v1/counters/3/pause", {"id": "b", "reason": "lunch"})
    busy.tell()
    outside.sign_in.submit("nv01", "260411")
    assert [path for path, _, _ in busy.posts] == ["/v1/sessions"]
    assert outside.station.desk.state == "paused"


def test_signing_out_closes_the_counter_and_ends_the_session(parts: Parts, busy: Any) -> None:
    parts.sign_in.leave()
    assert parts.ask.property("shown")["kind"] == "sign_out"
    parts.ask.confirm()
    assert busy.posts[-1][0] == "/v1/counters/3/close"
    assert busy.deletes == ["s1"]
    assert parts.sign_in.property("needed") is True
    assert parts.station.desk.state == "closed"


def test_nobody_signs_out_while_somebody_is_at_the_counter(parts: Parts, busy: Any) -> None:
    parts.act("call-next")
    parts.sign_in.leave()
    assert parts.ask.property("shown")["kind"] == ""
    assert parts.strip.property("text").startswith("Quầy còn khách H003.")


def test_an_ended_session_asks_to_sign_in_and_keeps_the_person(parts: Parts, busy: Any) -> None:
    parts.act("call-next")
    busy.refusal = Answer(403, problem={"code": "SIGN_IN_NEEDED"})
    parts.station.monotonic.now += 1_000  # type: ignore[attr-defined]
    parts.act("start")
    assert parts.sign_in.property("needed") is True
    assert sentence(parts).startswith("Phiên làm việc đã hết hạn.")
    busy.refusal = None
    parts.sign_in.submit("nv01", "260411")
    assert (parts.station.desk.ticket or {})["number"] == "H003"


def test_an_unknown_counter_is_told_before_any_pin_is_sent(
    busy: Any, clock: Any, tmp_path: Path, qapp: object
) -> None:
    parts = Parts(busy, 77, read_keys(), Settings(tmp_path / "data"), clock=clock)
    busy.tell()
    busy.become("fresh")
    parts.sign_in.submit("nv01", "260411")
    assert busy.posts == []
    assert "không có quầy 77" in sentence(parts)
