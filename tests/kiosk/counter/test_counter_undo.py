"""Every act that can be taken back is, from the toast or by the key, and says so."""

from typing import Any

import pytest

from counter_officer import do, said
from layso_kiosk.counter.lately import LATE_MS
from layso_kiosk.counter.parts import Parts
from layso_queue.line import commands as c
from layso_queue.line.states import TicketState


def answer(parts: Parts, reason: str) -> None:
    parts.ask.choose(reason)
    parts.ask.confirm()
    parts.station.monotonic.now += 1_000  # type: ignore[attr-defined]


def ticket(parts: Parts) -> dict[str, Any]:
    return dict(parts.station.desk.ticket or {})


def test_a_parked_person_is_fetched_back_in_one_go(parts: Parts) -> None:
    do(parts, "call-next", "start", "park")
    answer(parts, "copying")
    assert ticket(parts) == {}
    assert parts.strip.property("undo") == "Hoàn tác chờ bổ sung H003"
    do(parts, "undo")
    assert (ticket(parts)["number"], ticket(parts)["state"]) == ("H003", "serving")
    assert said(parts) == "Đã hoàn tác: H003 trở lại quầy."


def test_a_pause_and_its_end_are_each_taken_back(parts: Parts, busy: Any) -> None:
    do(parts, "pause")
    answer(parts, "meeting")
    assert parts.strip.property("undo") == "Hoàn tác tạm nghỉ"
    do(parts, "undo")
    assert parts.station.desk.state == "open"
    do(parts, "pause")
    answer(parts, "lunch")
    do(parts, "pause", "undo")
    assert parts.station.desk.state == "paused"
    assert busy.day.counters[3].reason == "lunch"
    assert said(parts) == "Đã hoàn tác: quầy tạm nghỉ như trước."


@pytest.mark.parametrize("act", ["confirm-priority", "reject-priority"])
def test_what_was_said_of_a_claim_is_taken_back(parts: Parts, busy: Any, act: str) -> None:
    do(parts, "call-next", act)
    assert parts.strip.property("undo") != ""
    do(parts, "undo")
    assert busy.day.tickets[ticket(parts)["id"]].priority_confirmed is False
    assert ticket(parts)["state"] == "called"
    do(parts, "undo")
    assert ticket(parts) == {}


def test_a_help_call_is_called_off(parts: Parts, busy: Any) -> None:
    do(parts, "help")
    call = busy.posts[-1][1]["id"]
    do(parts, "undo")
    assert busy.deleted == [f"/v1/help/{call}"]
    assert said(parts) == "Đã báo không cần người hỗ trợ ở quầy 3 nữa."
    assert parts.buttons.of("undo").property("possible") is False


def test_after_two_minutes_a_finish_stays(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start", "finish")
    parts.station.monotonic.now += LATE_MS  # type: ignore[attr-defined]
    busy.tell()
    assert parts.buttons.of("undo").property("why") == "Đã quá lúc hoàn tác H003."


STEPS = {
    "start": ("call-next", "start"),
    "no-show": ("call-next", "recall", "no-show"),
    "finish": ("call-next", "start", "finish"),
}


@pytest.mark.parametrize("act", STEPS)
def test_each_key_is_taken_back_from_the_toast_and_by_the_key(
    parts: Parts, busy: Any, act: str
) -> None:
    *before, last = STEPS[act]
    do(parts, *before)
    stood = ticket(parts)
    do(parts, last)
    assert parts.strip.property("undo") != ""
    do(parts, "undo")
    assert (ticket(parts)["id"], ticket(parts)["state"]) == (stood["id"], stood["state"])
    assert said(parts).startswith("Đã hoàn tác: H003")
    assert parts.strip.property("undo") == ""


def test_a_transfer_is_taken_back_to_the_service_it_came_from(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start")
    parts.moves.send("transfer", "/v1/tickets/{ticket}/transfer", {"service": "L", "reason": "a"})
    assert ticket(parts) == {}
    assert parts.strip.property("undo") == "Hoàn tác chuyển H003"
    do(parts, "undo")
    assert (ticket(parts)["service"], ticket(parts)["state"]) == ("H", "serving")


def test_who_was_let_back_into_the_line_is_aside_again(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "recall", "no-show")
    gone = busy.day.tickets[parts.station.desk.no_show[0]["id"]]
    parts.panel.toggle()
    parts.panel.bring_back("return", gone.id, gone.number)
    do(parts, "undo")
    assert busy.day.tickets[gone.id].state is TicketState.NO_SHOW
    assert said(parts) == "Đã hoàn tác: H003 lại được ghi vắng mặt."
    parts.panel.toggle()


def test_who_signs_in_again_soon_finds_the_counter_as_it_was(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start")
    body = {"counter": 3, "reason": "a"}
    parts.moves.send("transfer", "/v1/tickets/{ticket}/transfer", body)
    (sent,) = [one for one in busy.day.tickets.values() if one.to_counter == 3]
    parts.sign_in.sign_out()
    assert parts.station.session is None
    assert parts.strip.property("undo") == "", "nobody may act who has not signed in"
    assert sent.to_counter is None
    parts.station.monotonic.now += 1_000  # type: ignore[attr-defined]
    parts.sign_in.submit("nv01", "260411")
    assert (parts.station.desk.state, sent.to_counter) == ("open", 3)
    assert said(parts) == "Đã hoàn tác: quầy như trước khi đóng."


def test_who_signs_in_later_opens_the_counter_anew(parts: Parts, busy: Any) -> None:
    parts.sign_in.sign_out()
    parts.station.monotonic.now += LATE_MS + 1  # type: ignore[attr-defined]
    parts.sign_in.submit("nv01", "260411")
    assert parts.station.desk.state == "open"
    assert said(parts) == "Quầy đã mở."


def test_opening_is_taken_back(parts: Parts, busy: Any) -> None:
    busy.do(c.CloseCounter(id="x1", actor="truong", counter=3))
    busy.tell()
    do(parts, "pause", "undo")
    assert parts.station.desk.state == "closed"
    assert said(parts) == "Đã hoàn tác: quầy đóng như trước."


def test_a_walk_up_that_is_served_at_once_is_cancelled_in_one_go(parts: Parts, busy: Any) -> None:
    parts.moves.walk_up("H", "Chỉ nộp")
    parts.station.monotonic.now += 1_000  # type: ignore[attr-defined]
    number = ticket(parts)["number"]
    busy.do(c.StartService(id="x2", actor="nv01", ticket=ticket(parts)["id"]))
    busy.tell()
    assert parts.station.lately is not None
    do(parts, "undo")
    gone = busy.day.tickets[busy.day.by_number[number]]
    assert gone.state is TicketState.CANCELLED


def test_a_restarted_program_still_knows_what_can_be_taken_back(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start")
    parts.station.lately = None
    do(parts, "undo")
    assert ticket(parts)["state"] == "called"
    parts.station.lately = None
    do(parts, "undo")
    assert ticket(parts) == {}


def test_the_center_says_for_how_long(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start", "finish")
    parts.link.mirror.day["undo_minutes"] = 10
    parts.station.monotonic.now += LATE_MS  # type: ignore[attr-defined]
    assert parts.buttons.of("undo").property("possible")


def test_what_somebody_else_has_changed_is_not_undone_blindly(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start", "park")
    answer(parts, "form")
    do(parts, "call-next")
    assert ticket(parts)["number"] == "H001"
    do(parts, "undo")
    assert ticket(parts) == {}
    parked = [one for one in busy.day.tickets.values() if one.state is TicketState.PARKED]
    assert [one.number for one in parked] == ["H003"]
