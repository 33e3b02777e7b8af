"""Without the center: own numbers, written first, handed over later; honest sentences."""

from pathlib import Path
from typing import Any

import pytest

from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.journal import JournalUnwritable


def test_three_silent_seconds_give_an_emergency_number_that_is_handed_over(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    person = open_kiosk(printer=paper.uri)
    center.silent = True
    assert person.take() == "Z1-01"
    assert "số dự phòng" in person.reads("remark")
    ticket = person.kiosk.shown.ticket["id"]
    assert person.open.book.to_hand_over[ticket]["number"] == "Z1-01"
    person.until(lambda: person.kiosk.shown.paper_state == "take")
    center.silent = False
    person.open.over.work()
    person.until(lambda: not person.open.book.to_hand_over)
    # the center had committed the first request: the same id keeps it one ticket
    assert list(center.tickets) == [ticket]


def test_an_unreachable_center_is_said_and_numbers_go_on(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    center.stop()
    person.until(lambda: person.kiosk.source.away, timeout=30_000)
    assert "dự phòng" in person.reads("banner")
    assert person.take() == "Z1-01"
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    assert person.take("H") == "Z1-02"
    center.start()
    person.open.link._feed.retry_now()
    person.until(lambda: not person.open.book.to_hand_over, timeout=30_000)
    (body,) = center.sent("/v1/hand-overs")
    assert [one["number"] for one in body["tickets"]] == ["Z1-01", "Z1-02"]


def test_a_number_that_the_center_refuses_is_told_to_staff(center: Any, open_kiosk: Any) -> None:
    center.refuse("/v1/hand-overs", 409, "BAD_EMERGENCY_NUMBER")
    person = open_kiosk()
    center.silent = True
    assert person.take() == "Z1-01"
    center.silent = False
    person.open.over.work()
    person.until(lambda: bool(center.sent("/v1/help")))
    assert "Z1-01" in center.sent("/v1/help")[0]["about"]
    assert person.open.book.to_hand_over == {}


def test_a_kiosk_that_starts_alone_knows_the_services_of_yesterday(
    center: Any, open_kiosk: Any
) -> None:
    person = open_kiosk()
    person.open.source._keep()
    person.open.close()
    center.stop()
    again = open_kiosk(known=False)
    again.until(lambda: again.kiosk.source.away)
    assert [tile["code"] for tile in again.kiosk.home.tiles] == ["A", "H"]
    assert again.kiosk.home.tiles[0]["waiting"] == ""


def test_a_kiosk_that_has_never_known_a_center_says_so(center: Any, open_kiosk: Any) -> None:
    center.stop()
    person = open_kiosk(known=False)
    person.until(lambda: person.kiosk.source.away)
    person.until(lambda: person.sees("notice-title"))
    assert person.reads("notice-title") == "Máy lấy số chưa sẵn sàng"
    assert "chưa trả lời" in person.reads("notice-text")
    assert not person.sees("tile-A")


def test_a_journal_that_cannot_be_written_gives_no_number(
    center: Any, open_kiosk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = open_kiosk()

    def full(*_: object) -> None:
        raise JournalUnwritable("no space")

    monkeypatch.setattr(person.open.book._journal, "append", full)
    person.touch("tile-A")
    person.touch("take-number")
    person.page("notice")
    assert "không ghi được dữ liệu" in person.reads("notice-text")
    assert center.sent("/v1/tickets") == []
    assert person.events == []


def test_an_answer_that_cannot_be_noted_is_not_shown(
    center: Any, open_kiosk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = open_kiosk()
    center.silent = True
    person.touch("tile-A")
    person.touch("take-number")
    person.until(lambda: bool(center.tickets))

    def full(*_: object) -> None:
        raise JournalUnwritable("no space")

    monkeypatch.setattr(person.open.book._journal, "append", full)
    center.silent = False
    person.page("notice")
    assert "không ghi được dữ liệu" in person.reads("notice-text")
    monkeypatch.undo()
    (ticket,) = center.tickets
    person.open.over.work()
    person.until(lambda: bool(center.sent(f"/v1/tickets/{ticket}/cancel")))


def test_the_emergency_series_ends_at_fifty(center: Any, open_kiosk: Any, tmp_path: Path) -> None:
    person = open_kiosk()
    person.open.book.run.most = 1
    center.stop()
    person.until(lambda: person.kiosk.source.away, timeout=30_000)
    assert person.take() == "Z1-01"
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    person.touch("tile-A")
    person.touch("take-number")
    person.page("notice")
    assert "hết số dự phòng" in person.reads("notice-text")


def test_two_kiosks_never_share_a_data_folder(open_kiosk: Any, tmp_path: Path) -> None:
    from layso_kiosk.link.lock import FolderInUse

    open_kiosk()
    with pytest.raises(FolderInUse):
        KioskBook(tmp_path / "data", "Z1")


def test_what_stands_on_the_disk_is_not_kept_in_memory_too(tmp_path: Path) -> None:
    book = KioskBook(tmp_path, "Z1")
    for n in range(20):
        book.ask({"id": f"t{n}", "service": "A"}, n)
        book.answered(f"t{n}", f"A{n:03d}", n)
    assert (book._journal.records, book.unanswered) == ([], {})
    book.close()
    again = KioskBook(tmp_path, "Z1")
    assert (again._journal.records, again.unanswered) == ([], {})
    again.close()
