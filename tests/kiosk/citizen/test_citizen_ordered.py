"""A counter's order is printed without a word on the screen, once, and told to the center."""

from typing import Any

from layso_kiosk.link.ids import new_id

LONG = 20_000


def order(center: Any, **about: Any) -> dict[str, Any]:
    ticket = {"id": new_id(), "number": "A015", "service": "A", "channel": "staff"}
    ticket |= {"issued_at": "2026-11-23T08:10:00.000+07:00", "follow_url": "http://x/t/1"}
    frame = {"type": "print", "order": new_id(), "ticket": ticket | about, "reprint": True}
    center.say(frame)
    return frame


def told(center: Any, frame: dict[str, Any]) -> list[dict[str, Any]]:
    return list(center.sent(f"/v1/tickets/{frame['ticket']['id']}/paper"))


def printing(open_kiosk: Any, uri: str) -> Any:
    person = open_kiosk(printer=uri)
    person.until(lambda: person.open.link.state == "fresh", LONG)
    return person


def test_an_ordered_slip_comes_out_and_the_page_stays(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    person = printing(open_kiosk, paper.uri)
    assert {"type": "start", "prints": True} in center.frames
    frame = order(center)
    center.say(frame)
    person.until(lambda: bool(told(center, frame)), LONG)
    (report,) = told(center, frame)
    assert (report["outcome"], report["order"], report["reprint"]) == (
        "printed",
        frame["order"],
        True,
    )
    center.say(frame)
    last = order(center, number="A016", language="en")
    person.until(lambda: bool(told(center, last)), LONG)
    assert len(paper.wait_for(2)) == 2, "the same order again prints nothing"
    assert len(told(center, frame)) == 1
    assert (person.kiosk.page, person.events) == ("home", [])


def test_an_ordered_slip_that_does_not_come_is_tried_once_and_told(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    person = printing(open_kiosk, paper.uri)
    paper.tell("paper_out")
    frame = order(center)
    person.until(lambda: bool(told(center, frame)), LONG)
    (report,) = told(center, frame)
    assert (report["outcome"], report["detail"]) == ("failed", "PAPER_OUT")
    assert not person.open.paper._waiting, "a clerk decides whether it is tried again"


def test_what_cannot_be_printed_is_told_as_failed(center: Any, open_kiosk: Any, paper: Any) -> None:
    person = printing(open_kiosk, paper.uri)
    frame = order(center, number="")
    person.until(lambda: bool(told(center, frame)), LONG)
    assert told(center, frame)[0]["outcome"] == "failed"


def test_a_kiosk_without_a_printer_does_not_offer_one(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.until(lambda: person.open.link.state == "fresh", LONG)
    assert {"type": "start"} in center.frames
