"""Somebody finds no slip: the number stays, staff come, and a printer is believed until then."""

import os
from typing import Any

import pytest

from layso_kiosk.citizen.reporting import PRINTER_SUSPECT
from layso_kiosk.link.ids import new_id
from layso_kiosk.look.touch import find
from layso_printing import Cause, Outcome, PrintResult
from layso_queue.center.board import TOLD_BY_PRINTERS

WELL = PrintResult(Outcome.PRINTED, None, "blind", 900, 0.1)
BROKEN = PrintResult(Outcome.UNKNOWN, Cause.BROKEN_OFF, "confirmed", 900, 0.1)
LONG = 20_000


def reports(center: Any) -> list[tuple[str, str]]:
    """Return (outcome, detail) of all that the center was told of paper, in no order."""
    return [(b["outcome"], b["detail"]) for path, b in center.commands if path.endswith("/paper")]


def takes_slip(person: Any, result: PrintResult = WELL) -> None:
    """Show a number of its own whose slip fares so, as long as the test takes."""
    ticket = {"id": new_id(), "number": "A012", "service": "A", "follow_url": "http://x/t/1"}
    person.kiosk._found(ticket, False)
    person.kiosk.shown._second.stop()
    person.kiosk.delivery._paper.told.emit(ticket["id"], result, False)


def test_who_finds_no_slip_keeps_number_and_code_and_staff_are_sent(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    person = open_kiosk(printer=paper.uri)
    person.kiosk.taking.numbered.connect(lambda _: person.kiosk.shown._second.stop())
    assert person.take() == "A012"
    person.until(lambda: person.sees("see-no-slip"), LONG)
    person.kiosk.shown._turn("printing")
    assert not person.sees("see-no-slip"), "nobody asks while it is being printed"
    person.kiosk.shown._turn("take")
    person.kiosk._settling.stop()
    person.touch("see-no-slip")
    assert person.kiosk.page == "number"
    assert person.reads("number") == "A012"
    assert person.sees("qr")
    assert person.reads("paper").startswith("Đã báo nhân viên. Hãy chụp lại màn hình này.")
    assert person.kiosk.shown._left == 20
    assert not person.sees("see-no-slip")
    person.kiosk.shown.see_no_slip()  # said again nothing happens again
    person.until(lambda: ("unknown", "NOT_SEEN") in reports(center), LONG)
    person.until(lambda: bool(center.sent("/v1/help")), LONG)
    (asked,) = center.sent("/v1/help")
    assert asked["where"] == "K1"
    assert "A012 không thấy phiếu" in asked["about"]
    assert len(center.sent("/v1/tickets")) == 1, "never a second number"
    assert reports(center).count(("unknown", "NOT_SEEN")) == 1


def test_without_the_center_the_person_is_sent_to_the_desk(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    center.stop()
    person.until(lambda: not person.kiosk.source.live, LONG)
    takes_slip(person)
    person.kiosk.shown.see_no_slip()
    assert "hỏi quầy hướng dẫn" in person.reads("paper")
    assert person.kiosk.shown._left == 20


def test_the_second_of_two_taps_says_nothing_of_paper(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    takes_slip(person)
    person.kiosk._settling.start(600_000)
    person.touch("see-no-slip")
    assert (person.kiosk.page, person.kiosk.shown.paper_state) == ("number", "take")


def test_a_printer_that_many_do_not_believe_is_told_until_staff_have_seen_to_it(
    center: Any, open_kiosk: Any
) -> None:
    assert PRINTER_SUSPECT in TOLD_BY_PRINTERS
    person = open_kiosk()
    shown = person.kiosk.shown
    for _ in range(2):
        takes_slip(person)
        shown.see_no_slip()
    takes_slip(person)
    person.until(lambda: len(reports(center)) == 5, LONG)
    assert sorted(reports(center)) == [("printed", "")] * 3 + [("unknown", "NOT_SEEN")] * 2
    shown.see_no_slip()
    takes_slip(person)
    person.until(lambda: len(reports(center)) == 7, LONG)
    assert ("unknown", "NOT_SEEN PRINTER_SUSPECT") in reports(center)
    assert ("printed", "PRINTER_SUSPECT") in reports(center), "nothing has been done about it"
    person.kiosk.delivery._paper.told.emit("?test", WELL, False)
    takes_slip(person)
    person.until(lambda: len(reports(center)) == 8, LONG)
    assert reports(center).count(("printed", "")) == 4


def test_a_rehearsal_is_no_reason_to_send_anybody(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.kiosk.taking.rehearsing = True
    person.kiosk.taking.numbered.connect(lambda _: person.kiosk.shown._second.stop())
    assert person.take().startswith("?")
    for _ in range(3):
        person.kiosk.delivery._paper.told.emit(person.kiosk.shown.ticket["id"], WELL, False)
    assert not person.sees("see-no-slip")
    person.kiosk.shown.see_no_slip()
    assert person.kiosk.shown.paper_state == "take"
    assert not person.kiosk.delivery.trust._slips


def test_nobody_knows_whether_it_came_out_is_not_called_a_failure(
    center: Any, open_kiosk: Any
) -> None:
    person = open_kiosk()
    takes_slip(person, BROKEN)
    assert person.reads("paper").startswith("Không rõ phiếu đã in xong chưa.")
    assert not person.sees("see-no-slip")
    assert person.kiosk.shown._left == 20
    person.kiosk.choose_language("en")
    assert person.reads("paper").startswith("It is not known whether your ticket came out.")


@pytest.mark.parametrize(
    ("size", "text_size", "language"),
    [((1920, 1080), 100, "vi"), ((1366, 768), 150, "vi"), ((1080, 1920), 150, "en")],
)
def test_the_button_is_large_enough_and_lies_over_nothing(
    center: Any, open_kiosk: Any, size: tuple[int, int], text_size: int, language: str
) -> None:
    person = open_kiosk(size=size, language=language)
    person.open.reader.look.choose_text_size(text_size)
    takes_slip(person)
    look(person, f"unseen-{size[0]}-{text_size}")
    areas = [person.area(name) for name in ("paper", "see-no-slip", "done")]
    for at, one in enumerate(areas):
        assert not any(one.intersects(other) for other in areas[at + 1 :])
    assert areas[1].height() >= areas[2].height() - 1
    for state in ("unknown", "called", "ask"):
        person.kiosk.shown._turn(state)
        look(person, f"{state}-{size[0]}-{text_size}")
        assert not person.area("paper").intersects(person.area("done"))


def look(person: Any, name: str) -> None:
    if os.environ.get("LAYSO_PICTURES"):
        person.until(lambda: find(person.window, "qr").property("sourceSize").width() > 0)
        person.picture(name)
