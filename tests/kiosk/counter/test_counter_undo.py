"""Every act that can be taken back is, from the toast or by the key, and says so."""

from typing import Any

import pytest

from layso_kiosk.counter.lately import LATE_MS
from layso_kiosk.counter.parts import Parts
from layso_queue.line.states import TicketState


def do(parts: Parts, *names: str) -> None:
    for name in names:
        parts.act(name)
        parts.station.monotonic.now += 1_000  # type: ignore[attr-defined]


def answer(parts: Parts, reason: str) -> None:
    parts.ask.choose(reason)
    parts.ask.confirm()
    parts.station.monotonic.now += 1_000  # type: ignore[attr-defined]


def ticket(parts: Parts) -> dict[str, Any]:
    return dict(parts.station.desk.ticket or {})


def said(parts: Parts) -> str:
    return str(parts.strip.property("text"))


def test_a_parked_person_is_fetched_back_in_one_go(parts: Parts) -> None:
    do(parts, "call-next", "start", "park")
    answer(parts, "copying")
    assert ticket(parts) == {}
    assert parts.strip.property("undo") == "Hoàn tác chờ bổ sung H003"
    do(parts, "undo")
    assert (ticket(parts)["number"], ticket(parts)["state"]) == ("H003", "called")
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
    assert busy.posts[-1][1]["reason"] == "lunch"
    assert said(parts) == "Đã hoàn tác: quầy tạm nghỉ như trước."


@pytest.mark.parametrize(("act", "after"), [("confirm-priority", False), ("reject-priority", True)])
def test_what_was_said_of_a_claim_is_taken_back(
    parts: Parts, busy: Any, act: str, after: bool
) -> None:
    do(parts, "call-next", act)
    assert parts.strip.property("undo") != ""
    do(parts, "undo")
    assert busy.day.tickets[ticket(parts)["id"]].priority_confirmed is after
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


def test_what_somebody_else_has_changed_is_not_undone_blindly(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start", "park")
    answer(parts, "form")
    do(parts, "call-next")
    assert ticket(parts)["number"] == "H001"
    do(parts, "undo")
    assert ticket(parts) == {}
    parked = [one for one in busy.day.tickets.values() if one.state is TicketState.PARKED]
    assert [one.number for one in parked] == ["H003"]
