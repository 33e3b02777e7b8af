"""A kiosk says again what it gave today to every center that began anew, and only then."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.center import CenterLink
from layso_kiosk.link.ids import new_id
from layso_kiosk.link.retelling import AT_ONCE, Retelling

PATH = "/v1/kiosk-journals"
NOW = 1_795_395_600_000
PATIENCE = 20_000
TODAY, YESTERDAY = "2026-11-23T08:00:00.000+07:00", "2026-11-22T08:00:00.000+07:00"


def ticket(number: str, at: str = TODAY, **about: Any) -> dict[str, Any]:
    known = {"id": new_id(), "number": number, "service": "A", "channel": "kiosk"}
    return known | {"priority": "none", "issued_at": at, "key": at, "wait": None} | about


def gave(book: KioskBook, number: str, at: str = TODAY, **about: Any) -> str:
    told = ticket(number, at, **about)
    book.ask({"id": told["id"], "service": "A"}, NOW)
    book.answered(told["id"], number, NOW, told)
    return str(told["id"])


def numbers(book: KioskBook) -> list[str]:
    return [slip["number"] for slip in book.slips]


@pytest.fixture
def parts(
    center: Any, qapp: Any, tmp_path: Path
) -> Iterator[tuple[CenterLink, KioskBook, Retelling]]:
    link, book = CenterLink(center.url, "right-token"), KioskBook(tmp_path, "Z1")
    work = Retelling(link, book)
    center.answers["POST", PATH] = lambda body: (200, {"restored": [], "refused": []})
    yield link, book, work
    work.stop()
    link.close()
    shiboken6.delete(work)
    shiboken6.delete(link)
    book.close()


def test_the_book_remembers_todays_slips_over_a_restart(tmp_path: Path) -> None:
    book = KioskBook(tmp_path, "Z1")
    gave(book, "A001", YESTERDAY)
    gave(book, "A001")
    gave(book, "A002", priority="elderly")
    book.took(ticket("A003", channel="web"), NOW)
    book.close()
    again = KioskBook(tmp_path, "Z1")
    assert numbers(again) == ["A001", "A002", "A003"]
    assert [slip["priority"] for slip in again.slips] == ["none", "elderly", "none"]
    assert all("wait" not in slip for slip in again.slips), "only what a slip says is kept"
    again.close()


def test_a_refusal_is_no_slip_and_one_ticket_is_one(tmp_path: Path) -> None:
    book = KioskBook(tmp_path, "Z1")
    book.answered(new_id(), "SERIES_FULL", NOW)
    told = ticket("A007")
    book.took(told, NOW)
    book.took(told, NOW)
    book.took({"number": "A008"}, NOW)
    assert numbers(book) == ["A007"]
    book.close()


def test_an_emergency_number_that_was_handed_over_stays_a_slip(tmp_path: Path) -> None:
    book = KioskBook(tmp_path, "Z1")
    body = {"id": new_id(), "service": "A", "priority": "none", "dossiers": 1, "language": "vi"}
    book.give_emergency(body, TODAY, NOW)
    assert numbers(book) == []
    book.handed_over([body["id"]], [{"id": body["id"], "number": "Z1-01"}], NOW)
    (slip,) = book.slips
    assert (slip["number"], slip["channel"], slip["issued_at"]) == ("Z1-01", "emergency", TODAY)
    book.close()


def test_a_journal_begun_anew_keeps_todays_slips(tmp_path: Path) -> None:
    book = KioskBook(tmp_path, "Z1")
    gave(book, "A001")
    kept = book._what_matters()
    assert [one["kind"] for one in kept] == ["took"]
    book.close()


def test_each_life_of_the_center_is_told_once(qtbot: QtBot, center: Any, parts: Any) -> None:
    link, book, work = parts
    given = [gave(book, f"A{n:03d}") for n in range(1, 4)]
    with qtbot.waitSignal(work.told, timeout=PATIENCE):
        link.start()
    (body,) = center.sent(PATH)
    assert [one["id"] for one in body["tickets"]] == given
    assert [one["gone"] for one in body["tickets"]] == [False] * 3
    assert body["last"] is True
    center.drop()
    qtbot.waitUntil(lambda: link.state != "fresh", timeout=PATIENCE)
    qtbot.waitUntil(lambda: link.state == "fresh", timeout=PATIENCE)
    assert len(center.sent(PATH)) == 1, "the same life knows already"
    center.epoch = "another"
    with qtbot.waitSignal(work.told, timeout=PATIENCE):
        center.drop()
    assert len(center.sent(PATH)) == 2


def test_a_kiosk_that_gave_nothing_says_so(qtbot: QtBot, center: Any, parts: Any) -> None:
    link, _, work = parts
    with qtbot.waitSignal(work.told, timeout=PATIENCE):
        link.start()
    (body,) = center.sent(PATH)
    assert (body["tickets"], body["last"]) == ([], True)


def test_many_slips_go_in_parts_and_only_the_last_says_so(
    qtbot: QtBot, center: Any, parts: Any
) -> None:
    link, book, work = parts
    for n in range(AT_ONCE + 5):
        book.slips.add(ticket(f"A{n + 1:03d}"))
    with qtbot.waitSignal(work.told, timeout=PATIENCE):
        link.start()
    sent = center.sent(PATH)
    assert [(len(one["tickets"]), one["last"]) for one in sent] == [(AT_ONCE, False), (5, True)]


def test_who_was_seen_and_has_left_is_gone_and_nobody_else(
    qtbot: QtBot, center: Any, parts: Any
) -> None:
    link, book, work = parts
    served, waiting, unseen = (gave(book, f"A{n:03d}") for n in (1, 2, 3))
    live = [{"id": one, "number": n, "state": "waiting"} for one, n in ((served, "A001"),)]
    live.append({"id": waiting, "number": "A002", "state": "waiting"})
    with qtbot.waitSignal(work.told, timeout=PATIENCE):
        link.start()
    center.change(tickets=live)
    qtbot.waitUntil(lambda: {served, waiting} <= set(link.mirror.tickets), timeout=PATIENCE)
    center.change(tickets=[{**live[0], "state": "served"}])
    qtbot.waitUntil(lambda: served not in link.mirror.tickets, timeout=PATIENCE)
    center.day["tickets"], center.epoch = [], "restored"
    with qtbot.waitSignal(work.told, timeout=PATIENCE):
        center.drop()
    told = {one["id"]: one["gone"] for one in center.sent(PATH)[-1]["tickets"]}
    assert told == {served: True, waiting: False, unseen: False}


def test_a_number_that_clashes_is_told_to_staff(qtbot: QtBot, center: Any, parts: Any) -> None:
    link, book, work = parts
    bad, late = gave(book, "A001"), gave(book, "A002")
    refused = [{"id": bad, "code": "NUMBER_TAKEN"}, {"id": late, "code": "TOO_LATE"}]
    center.answers["POST", PATH] = lambda _: (200, {"restored": [], "refused": refused})
    clashes: list[tuple[str, str]] = []
    work.refused.connect(lambda number, code: clashes.append((number, code)))
    with qtbot.waitSignal(work.told, timeout=PATIENCE):
        link.start()
    assert clashes == [("A001", "NUMBER_TAKEN")]


def test_an_older_center_is_asked_once(qtbot: QtBot, center: Any, parts: Any) -> None:
    link, book, work = parts
    gave(book, "A001")
    center.refuse(PATH, 404, "NOT_FOUND")
    with qtbot.waitSignal(work.told, timeout=PATIENCE):
        link.start()
    assert len(center.sent(PATH)) == 1


def test_a_lost_answer_is_asked_for_again(qtbot: QtBot, center: Any, parts: Any) -> None:
    link, book, work = parts
    gave(book, "A001")
    work._again.setInterval(10)
    center.refuse(PATH, 503, "STORE_FAILED")
    link.start()
    qtbot.waitUntil(lambda: len(center.sent(PATH)) > 1, timeout=PATIENCE)
    with qtbot.waitSignal(work.told, timeout=PATIENCE):
        center.answers["POST", PATH] = lambda _: (200, {"restored": [], "refused": []})
