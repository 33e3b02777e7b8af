"""A booking's code and an old number: typed, scanned, refused with a sentence."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from layso_assets.languages import texts
from layso_kiosk.citizen import entry


def test_a_booking_is_checked_in_and_printed(center: Any, open_kiosk: Any, paper: Any) -> None:
    center.answers["POST", "/v1/check-ins"] = lambda body: (
        201,
        center.issue({"id": body["id"], "service": "A", "channel": "web"}),
    )
    person = open_kiosk(printer=paper.uri)
    person.touch("booking")
    for key in "K7M2":
        person.touch(f"key-{key}")
    person.touch("key-9")
    person.touch("delete")
    assert person.reads("typed") == "K7M2"
    person.touch("entry-go")
    person.page("number")
    assert center.sent("/v1/check-ins")[0]["code"] == "K7M2"
    person.until(lambda: person.kiosk.shown.paper_state == "take")


@pytest.mark.parametrize(
    "code",
    ["BOOKING_UNKNOWN", "BOOKING_USED", "BOOKING_CANCELLED", "BOOKING_WRONG_DAY", "BOOKING_MISSED"],
)
def test_each_refusal_of_a_booking_has_its_sentence(
    center: Any, open_kiosk: Any, code: str
) -> None:
    center.refuse("/v1/check-ins", 409, code)
    person = open_kiosk()
    person.touch("booking")
    person.touch("key-A")
    person.touch("entry-go")
    person.until(lambda: person.reads("entry-problem") != "")
    assert code not in person.reads("entry-problem")
    assert person.kiosk.page == "booking"
    person.touch("key-B")
    assert person.reads("entry-problem") == ""


def test_who_is_told_to_take_a_number_as_usual_is_offered_one() -> None:
    offered = {
        key.rpartition(".")[2]
        for key, text in texts._load("vi").items()
        if key.startswith("problems.") and "lấy số như bình thường" in text
    }
    assert "BOOKING_UNKNOWN" in offered
    assert offered - {code for code, way in entry._WAYS.items() if way == entry.ANEW} == set()


def test_a_scanned_token_is_sent_as_it_is(center: Any, open_kiosk: Any) -> None:
    center.refuse("/v1/check-ins", 409, "BOOKING_USED")
    person = open_kiosk()
    token = "LS1:" + "ARRDAZTDAUZDMMBU" * 10
    for sign in token + "\r":
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key.Key_A
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, sign)
        person.open.guard.eventFilter(person.window, event)
    person.until(lambda: bool(center.sent("/v1/check-ins")))
    assert center.sent("/v1/check-ins")[0]["token"] == token


def test_an_old_number_returns_to_the_line(center: Any, open_kiosk: Any) -> None:
    ticket = center.issue({"id": "0193-old", "service": "A"})
    center.change(tickets=[{**ticket, "state": "no_show"}])
    person = open_kiosk()
    person.touch("return")
    for key in "A012":
        person.touch(f"key-{key}")
    person.touch("entry-go")
    person.page("number")
    (asked,) = center.sent("/v1/come-backs")
    assert asked["number"] == "A012"
    assert person.reads("number") == "A012"
    assert "hàng chờ" in person.reads("remark")
    assert center.sent("/v1/tickets") == []


def test_who_came_back_has_her_slip_printed_again_once_and_marked(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    center.issue({"id": "0193-old", "service": "A"})["to_counter"] = 12
    person = open_kiosk(printer=paper.uri)
    person.touch("return")
    for key in "A012":
        person.touch(f"key-{key}")
    person.touch("entry-go")
    person.page("number")
    assert person.kiosk.shown.property("counters") == "Quầy 12"
    assert "Phiếu cũ" in person.reads("paper")
    assert not center.sent("/v1/tickets/0193-old/paper")
    person.until(lambda: person.kiosk.property("armed"))
    person.picture("returned")
    person.touch("see-no-slip")
    person.until(lambda: person.kiosk.shown.paper_state == "take")
    person.until(lambda: bool(center.sent("/v1/tickets/0193-old/paper")))
    (report,) = center.sent("/v1/tickets/0193-old/paper")
    assert (report["outcome"], report["reprint"]) == ("printed", True)
    assert not center.sent("/v1/help")


def test_an_old_number_still_waiting_shows_how_it_stands(center: Any, open_kiosk: Any) -> None:
    ticket = center.issue({"id": "0193-waits", "service": "A"})
    center.change(tickets=[{name: ticket[name] for name in ("id", "number", "service", "state")}])
    person = open_kiosk()
    person.touch("return")
    for key in "A012":
        person.touch(f"key-{key}")
    person.touch("entry-go")
    person.page("number")
    assert "11 người" in person.reads("ahead")


def test_an_unknown_old_number_is_told(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.touch("return")
    person.touch("key-A")
    person.touch("entry-go")
    person.until(lambda: "Không tìm thấy số này" in person.reads("entry-problem"))
    person.until(lambda: person.sees("way-on"))
