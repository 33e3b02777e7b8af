"""From the tile to the number: once, at once, with its paper."""

from typing import Any

import pytest


def test_a_number_in_a_few_touches_with_its_paper(center: Any, open_kiosk: Any, paper: Any) -> None:
    person = open_kiosk(printer=paper.uri)
    person.touch("tile-A")
    person.touch("who")
    person.touch("priority-elderly")
    person.touch("dossiers-plus")
    person.touch("take-number")
    person.page("number")
    assert person.reads("number") == "A012"
    (asked,) = center.sent("/v1/tickets")
    assert (asked["service"], asked["priority"], asked["dossiers"]) == ("A", "elderly", 2)
    assert asked["channel"] == "kiosk"
    person.until(lambda: person.reads("paper") == "Mời bạn nhận phiếu")
    (slip,) = paper.wait_for(1)
    assert slip is not None
    path = f"/v1/tickets/{asked['id']}/paper"
    person.until(lambda: bool(center.sent(path)))
    assert center.sent(path)[0]["outcome"] == "printed"
    names = [event for event, _ in person.events]
    assert names == ["number_shown", "paper"]
    assert person.events[0][1]["number"] == "A012"
    assert person.events[0][1]["t"] > 0


def test_priority_can_be_taken_back_and_skipped(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.touch("tile-H")
    person.touch("who")
    person.touch("priority-merit")
    person.touch("priority-merit")
    person.touch("dossiers-plus")
    person.touch("dossiers-minus")
    person.touch("take-number")
    person.page("number")
    (asked,) = center.sent("/v1/tickets")
    assert (asked["priority"], asked["dossiers"]) == ("none", 1)


@pytest.mark.parametrize(
    ("fault", "cause"), [("paper_out", "PAPER_OUT"), ("cover_open", "COVER_OPEN")]
)
def test_paper_that_does_not_come_keeps_the_number_and_alerts_staff(
    center: Any, open_kiosk: Any, paper: Any, fault: str, cause: str
) -> None:
    person = open_kiosk(printer=paper.uri)
    paper.tell(fault)
    assert person.take() == "A012"
    person.until(lambda: "chụp lại màn hình" in person.reads("paper"))
    assert person.sees("qr")
    ticket = person.kiosk.shown.ticket["id"]
    path = f"/v1/tickets/{ticket}/paper"
    person.until(lambda: bool(center.sent(path)))
    told = center.sent(path)[0]
    assert told["outcome"] in ("failed", "unknown")
    assert cause in told["detail"]
    assert person.kiosk.shown._left >= 18
    assert len(center.tickets) == 1


def test_a_printer_that_recovers_prints_the_same_number_marked(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    person = open_kiosk(printer=paper.uri)
    paper.tell("paper_out")
    person.take()
    person.until(lambda: person.kiosk.shown.paper_state == "fault")
    paper.tell("recover")
    person.until(lambda: person.kiosk.shown.paper_state == "take", timeout=30_000)
    path = f"/v1/tickets/{person.kiosk.shown.ticket['id']}/paper"
    person.until(lambda: len(center.sent(path)) == 2)
    assert [(one["outcome"], one["reprint"]) for one in center.sent(path)] == [
        ("failed", False),
        ("printed", True),
    ]


def test_a_cut_cable_is_never_printed_again_by_itself(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    person = open_kiosk(printer=paper.uri)
    paper.tell("break_off", after=2_000)
    person.take()
    person.until(lambda: person.kiosk.shown.paper_state == "unknown", timeout=30_000)
    path = f"/v1/tickets/{person.kiosk.shown.ticket['id']}/paper"
    person.until(lambda: bool(center.sent(path)))
    assert person.open.paper._waiting == [], "no second try is to come"
    assert not person.open.paper._second_try.isActive()
    assert [one["outcome"] for one in center.sent(path)] == ["unknown"]


def test_a_stuck_printer_never_stops_the_screen(center: Any, open_kiosk: Any, paper: Any) -> None:
    person = open_kiosk(printer=paper.uri)
    paper.tell("stall")
    person.take()
    assert person.reads("paper") == "Phiếu đang in…"
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    person.page("home")
    assert person.take("H") == "H012"
