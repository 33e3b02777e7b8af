"""What an officer notes of a visit, who has an appointment, and people who have no ticket."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from counter_officer import do, number
from layso_kiosk.counter.keys import read_keys
from layso_kiosk.counter.parts import Parts
from layso_kiosk.counter.settings import Settings
from layso_kiosk.link.answers import Answer
from layso_kiosk.link.ids import new_id
from layso_printing import open_printer
from layso_queue.line import commands as c
from layso_queue.line.states import Paper, TicketState
from line_day import at


def test_a_claim_is_confirmed_or_rejected_and_the_number_keeps_its_place(
    parts: Parts, busy: Any
) -> None:
    do(parts, "call-next", "reject-priority")
    assert busy.posts[-1][1]["confirmed"] is False
    assert parts.bar.property("shown")["claim_rejected"] is True
    assert parts.buttons.of("reject-priority").property("possible") is False
    assert number(parts) == "H003"
    do(parts, "undo")
    assert parts.bar.property("shown")["claim_confirmed"] is False
    assert parts.buttons.of("confirm-priority").property("possible")
    assert parts.bar.property("shown")["claim_rejected"] is False


def test_the_papers_of_the_service_are_a_checklist_of_the_visit(parts: Parts) -> None:
    do(parts, "call-next")
    papers = parts.panel.visit.property("shown")["papers"]
    assert [one["text"] for one in papers] == ["Giấy chứng sinh", "Căn cước của cha mẹ"]
    parts.panel.visit.tick(1)
    assert [one["ticked"] for one in parts.panel.visit.property("shown")["papers"]] == [False, True]
    do(parts, "start", "finish", "call-next")
    assert not any(one["ticked"] for one in parts.panel.visit.property("shown")["papers"])


def test_several_services_of_one_visit_are_finished_together(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start")
    shown = parts.panel.visit.property("shown")["services"]
    assert [one["code"] for one in shown] == ["A"]
    parts.panel.visit.also("A")
    do(parts, "finish")
    assert busy.posts[-1][1]["services"] == ["H", "A"]


def test_an_undone_finish_finds_its_notes_again(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start")
    parts.panel.visit.note_codes("H19.42-250725-0001")
    do(parts, "finish", "undo", "finish")
    assert busy.posts[-1][1]["dossier_codes"] == ["H19.42-250725-0001"]


def test_who_has_an_appointment_is_greeted_from_the_list(parts: Parts, busy: Any) -> None:
    for code, clock in (("HEN1234", "08:30"), ("HEN9999", "09:00")):
        booking = c.MakeBooking(id=new_id(), actor="hub", code=code, service="H", slot=at(clock))
        assert busy.do(booking) is None
    parts.panel.toggle()
    rows = [row for row in parts.panel.aside.all() if row.get("act") == "check-in"]
    assert [(row["number"], row["detail"][:7]) for row in rows] == [
        ("08:30", "HEN1234"),
        ("09:00", "HEN9999"),
    ]
    parts.panel.bring_back("check-in", "HEN1234", "08:30")
    rows = [row for row in parts.panel.aside.all() if row.get("act") == "check-in"]
    assert [row["id"] for row in rows] == ["HEN9999"]
    assert "H004" in [row.get("number") for row in parts.panel.line.all()]
    assert parts.strip.property("text") == "H004 đã vào hàng theo lịch hẹn."
    parts.panel.toggle()


def test_a_person_without_a_ticket_is_given_one_called_and_logged(parts: Parts, busy: Any) -> None:
    do(parts, "walk-up")
    assert parts.ask.key("A")
    assert parts.ask.key("2")
    parts.ask.confirm()
    assert number(parts) == "A002"
    ticket = busy.day.tickets[parts.station.desk.ticket["id"]]  # type: ignore[index]
    assert (ticket.channel, ticket.assisted, ticket.state) == ("staff", True, TicketState.CALLED)
    assert ticket.reason_detail == "Khách chưa lấy số: Sức khỏe yếu, không đứng chờ được"
    assert parts.strip.property("text") == "Đã cấp và mời A002."
    do(parts, "undo")
    assert ticket.state is TicketState.CANCELLED
    assert parts.strip.property("text") == "Đã hoàn tác: A002 đã hủy."


def test_a_walk_up_needs_its_service_and_its_reason(parts: Parts, busy: Any) -> None:
    do(parts, "walk-up")
    parts.ask.confirm()
    assert parts.ask.property("shown")["fault"] == "Bạn hãy chọn dịch vụ."
    parts.ask.choose("service:H")
    parts.ask.confirm()
    assert parts.ask.property("shown")["fault"] == "Bạn hãy chọn một lý do."
    assert busy.posts == []


def test_a_walk_up_that_cannot_be_called_is_told_to_stand_in_the_line(
    parts: Parts, busy: Any
) -> None:
    do(parts, "walk-up")
    parts.ask.choose("service:H")
    parts.ask.choose("quick")
    busy.hold = True
    parts.ask.confirm()
    number_given = busy.held.pop(0)
    number_given()
    busy.refusal = Answer(409, problem={"code": "COUNTER_NOT_OPEN"})
    busy.release()
    assert "H004 đã được cấp và đang ở trong hàng" in parts.strip.property("text")
    assert "H004" in [one["number"] for one in parts.station.desk.waiting]


@pytest.fixture
def printing(busy: Any, clock: Any, tmp_path: Path, qapp: object) -> Any:
    printer = open_printer(f"file://{tmp_path / 'paper'}", "blind-80")
    made = Parts(busy, 3, read_keys(), Settings(tmp_path / "d"), clock=clock, printer=printer)
    busy.tell()
    busy.become("fresh")
    made.sign_in.submit("nv01", "260411")
    clock.now += 1000
    yield made
    made.strip.hide()
    made.paper.close()
    made.outside.close()


def test_the_current_ticket_is_printed_again_and_the_center_told(
    printing: Parts, busy: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    do(printing, "call-next", "reprint")
    ticket = printing.station.desk.ticket
    assert ticket is not None
    path = f"/v1/tickets/{ticket['id']}/paper"
    qtbot.waitUntil(lambda: busy.posts[-1][0] == path, timeout=20_000)
    body = busy.posts[-1][1]
    assert body["reprint"] is True
    assert body["outcome"] in (Paper.PRINTED, Paper.UNKNOWN)
    assert (tmp_path / "paper").stat().st_size > 1_000


def test_a_lost_slip_of_somebody_who_waits_is_printed_again(
    printing: Parts, busy: Any, qtbot: QtBot
) -> None:
    printing.panel.toggle()
    row = next(row for row in printing.panel.line.all() if row.get("number") == "H001")
    assert row["print"] == "In lại phiếu số H001"
    printing.panel.print_again(row["id"])
    path = f"/v1/tickets/{row['id']}/paper"
    qtbot.waitUntil(lambda: busy.posts[-1:] and busy.posts[-1][0] == path, timeout=20_000)
    assert busy.day.tickets[row["id"]].state is TicketState.WAITING
    printing.panel.toggle()
