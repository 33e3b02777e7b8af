"""Handing over: kept until acknowledged, sent again without harm, refused ones set aside."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.center import CenterLink
from layso_kiosk.link.handover import HandOver
from layso_kiosk.link.ids import new_id
from layso_kiosk.link.kept import keep_day, kept_day

AT = "2026-11-23T08:00:00.000+07:00"
NOW = 1_795_395_600_000


@pytest.fixture
def parts(
    center: Any, qapp: Any, tmp_path: Path
) -> Iterator[tuple[CenterLink, KioskBook, HandOver]]:
    link, book = CenterLink(center.url, "right-token"), KioskBook(tmp_path, "Z1")
    work = HandOver(link, book, lambda: NOW)
    yield link, book, work
    work.stop()
    link.close()
    shiboken6.delete(work)
    shiboken6.delete(link)
    book.close()


def own_number(book: KioskBook, ticket: str = "") -> str:
    body = {"id": ticket or new_id(), "service": "A", "priority": "none", "dossiers": 1}
    book.give_emergency(body | {"language": "vi"}, AT, NOW)
    return str(body["id"])


def test_numbers_are_handed_over_when_the_center_is_back(
    qtbot: QtBot, center: Any, parts: Any
) -> None:
    link, book, _ = parts
    ids = [own_number(book), own_number(book)]
    link.start()
    qtbot.waitUntil(lambda: not book.to_hand_over, timeout=20_000)
    (body,) = center.sent("/v1/hand-overs")
    assert body["kiosk"] == "Z1"
    assert [ticket["id"] for ticket in body["tickets"]] == ids
    assert [ticket["number"] for ticket in body["tickets"]] == ["Z1-01", "Z1-02"]


def test_a_ticket_that_the_center_had_committed_stays_one(
    qtbot: QtBot, center: Any, parts: Any
) -> None:
    link, book, _ = parts
    ticket = new_id()
    center.issue({"id": ticket, "service": "A"})
    own_number(book, ticket)
    link.start()
    qtbot.waitUntil(lambda: not book.to_hand_over, timeout=20_000)
    assert list(center.tickets) == [ticket]
    assert center.tickets[ticket]["number"] == "A012"


def test_one_refused_number_does_not_hold_up_the_others(
    qtbot: QtBot, center: Any, parts: Any
) -> None:
    link, book, work = parts
    bad, good = own_number(book), own_number(book)

    def judge(body: dict[str, Any]) -> tuple[int, Any]:
        ids = [ticket["id"] for ticket in body["tickets"]]
        if bad in ids:
            return 409, {"code": "BAD_EMERGENCY_NUMBER"}
        return 200, {"accepted": ids, "tickets": []}

    center.answers["POST", "/v1/hand-overs"] = judge
    with qtbot.waitSignal(work.refused, timeout=20_000) as told:
        link.start()
    assert told.args == ["Z1-01", "BAD_EMERGENCY_NUMBER"]
    qtbot.waitUntil(lambda: not book.to_hand_over, timeout=20_000)
    assert [t["id"] for t in center.sent("/v1/hand-overs")[-1]["tickets"]] == [good]


def test_an_unreadable_acknowledgement_keeps_everything(
    qtbot: QtBot, center: Any, parts: Any
) -> None:
    link, book, work = parts
    ticket = own_number(book)
    center.garbage = b"<html>"
    link.start()
    qtbot.waitUntil(lambda: bool(center.sent("/v1/hand-overs")), timeout=20_000)
    qtbot.waitUntil(lambda: not work._busy, timeout=20_000)
    assert list(book.to_hand_over) == [ticket]
    center.garbage = None
    work.work()
    qtbot.waitUntil(lambda: not book.to_hand_over, timeout=20_000)


def test_a_ticket_that_nobody_saw_is_taken_back(qtbot: QtBot, center: Any, parts: Any) -> None:
    link, book, work = parts
    seen, ghost, never_came = new_id(), new_id(), new_id()
    center.issue({"id": ghost, "service": "A"})
    for ticket in (seen, ghost, never_came):
        book.ask({"id": ticket, "service": "A"}, NOW)
    work.in_flight.add(seen)
    link.start()
    qtbot.waitUntil(lambda: list(book.unanswered) == [seen], timeout=20_000)
    assert center.sent(f"/v1/tickets/{ghost}/cancel")
    assert not center.sent(f"/v1/tickets/{seen}/cancel")


def test_the_day_is_kept_without_tickets(
    qtbot: QtBot, center: Any, parts: Any, tmp_path: Path
) -> None:
    link, _, _ = parts
    assert not kept_day(tmp_path).filled
    link.start()
    qtbot.waitUntil(lambda: link.mirror.filled, timeout=20_000)
    assert keep_day(tmp_path, link.mirror)
    again = kept_day(tmp_path)
    assert again.services == link.mirror.services
    assert again.tickets == {}
    (tmp_path / "last-day.json").write_text('{"epoch": "e", "seq": ')
    assert not kept_day(tmp_path).filled
