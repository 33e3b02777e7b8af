"""`layso why` and `layso fairness` on a center's own folder."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from layso_queue.center.storage import Forecasts, Prediction
from layso_queue.line import commands as c
from layso_queue.line import from_record
from layso_queue.line.events import Event, TicketCalled
from layso_queue.line.states import Priority
from layso_queue.reports.csv_file import csv_bytes, harmless
from layso_queue.reports.past import open_past

Keep = Callable[[Path, Sequence[Sequence[Event]]], Path]
DAY = 86_400_000


def events_of(town: Any) -> list[Event]:
    return [from_record(orjson.loads(line)) for line in town.proof.journal]


def a_day(town: Any) -> list[Event]:
    """Three people: the second is picked by hand with a reason that would be a formula."""
    town.at(30).issue("an")
    town.at(31).issue("binh")
    town.at(35).issue("old", priority=Priority.ELDERLY)
    town.at(40).finish(town.serve())
    town.ok(c.CallTicket, counter=1, ticket="binh", reason="=HYPERLINK(1)", actor="truong")
    town.ok(c.StartService, ticket="binh")
    town.at(50).finish("binh")
    town.at(51).serve()
    return events_of(town)


@pytest.fixture
def folder(tmp_path: Path, town: Any, kept_days: Keep) -> Path:
    return kept_days(tmp_path / "center", [a_day(town)])


def test_why_tells_a_paragraph_in_each_language(folder: Path, ran: Any) -> None:
    code, out, _ = ran("why", "a001", "--data", folder)
    assert code == 0
    assert out.startswith("Số A001")
    assert "truong chọn (lý do: “=HYPERLINK(1)”)" in out
    code, out, _ = ran("why", "A001", "--data", folder, "--language", "en")
    assert "2 numbers that came later were called before it: A003" in out


def test_why_holds_the_wait_against_what_was_told_with_the_number(folder: Path, ran: Any) -> None:
    past = open_past(folder)
    ticket = past.told("2026-11-23").find("A001")
    past.close()
    assert ticket is not None
    kept = Forecasts(folder / "center.db")
    told = Prediction(
        ticket.id, "2026-11-23", "copies", ticket.issued_at, 5, 10, 4.0, 7.0, 11.0, b"", 3
    )
    kept.keep([told], {})
    kept.close()
    _, out, _ = ran("why", "A001", "--data", folder, "--language", "en")
    assert "promised a wait of about 5–10 minutes" in out
    assert "The wait was 11 minutes longer than promised." in out


def test_what_is_not_there_is_said_in_one_sentence(folder: Path, ran: Any, tmp_path: Path) -> None:
    code, out, err = ran("why", "Q7", "--data", folder)
    assert (code, out, err) == (1, "", "Không có số Q7 trong ngày 23/11/2026.\n")
    code, _, err = ran("why", "A001", "--data", folder, "--day", "2026-11-24")
    assert (code, err.count("\n")) == (2, 1)
    assert "2026-11-24" in err
    for word in (["why", "A001"], ["fairness"]):
        code, _, err = ran(*word, "--data", tmp_path / "nowhere")
        assert (code, err.count("\n")) == (2, 1)
    assert not (tmp_path / "nowhere").exists(), "only reading"


def test_a_broken_database_is_said_and_not_shown_as_a_trace(ran: Any, tmp_path: Path) -> None:
    (tmp_path / "center.db").write_bytes(b"no database at all" * 400)
    code, _, err = ran("fairness", "--data", tmp_path)
    assert (code, err.count("\n")) == (2, 1)
    assert "Traceback" not in err


def test_the_newest_day_is_told_unless_another_is_asked_for(
    tmp_path: Path, a_town: Any, kept_days: Keep, ran: Any
) -> None:
    first = a_day(a_town())
    later = []
    for event in a_day(a_town()):
        moved = replace(event, at=event.at + DAY)
        if hasattr(moved, "plan"):
            moved = replace(moved, plan=replace(moved.plan, date="2026-11-24"))
        if hasattr(moved, "arrived"):
            moved = replace(moved, arrived=moved.arrived + DAY, key=moved.key + DAY)
        later.append(moved)
    folder = kept_days(tmp_path / "center", [first, later])
    assert "ngày 24/11/2026" in ran("why", "A002", "--data", folder)[1]
    _, out, _ = ran("why", "A002", "--data", folder, "--day", "2026-11-23")
    assert "ngày 23/11/2026" in out
    past = open_past(folder)
    assert past.dates() == ["2026-11-23", "2026-11-24"]
    assert [len(past.events(day)) for day in past.dates()] == [len(first), len(later)]
    past.close()


def test_the_sheet_is_printed_and_kept_in_files(folder: Path, ran: Any, tmp_path: Path) -> None:
    pdf, table = tmp_path / "fair.pdf", tmp_path / "fair.csv"
    code, out, err = ran("fairness", "--data", folder, "--pdf", pdf, "--csv", table)
    assert (code, err) == (0, "")
    assert "1 lần gọi khác thứ tự   0 lần gọi ngoài quy tắc" in out
    assert "truong" in out
    assert pdf.read_bytes().startswith(b"%PDF-")
    raw = table.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "spreadsheets read it as UTF-8"
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    (picked,) = [row for row in rows if "truong" in row]
    assert "'=HYPERLINK(1)" in picked
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_call_that_no_rule_explains_fails_the_command(
    tmp_path: Path, town: Any, kept_days: Keep, ran: Any
) -> None:
    town.at(1).issue("an")
    town.at(2).issue("binh")
    town.at(3).next()
    events = events_of(town)
    assert isinstance(events[-1], TicketCalled)
    events[-1] = replace(events[-1], ticket="binh", passed=("A001",))
    folder = kept_days(tmp_path / "center", [events])
    code, out, _ = ran("fairness", "--data", folder, "--language", "en")
    assert code == 1
    assert "A002 (07:03)" in out


def test_a_file_that_cannot_be_written_is_named(folder: Path, ran: Any, tmp_path: Path) -> None:
    to = tmp_path / "no" / "such" / "folder.csv"
    code, _, err = ran("fairness", "--data", folder, "--csv", to)
    assert code == 2
    assert err.startswith(str(to))
    assert err.endswith(": không có ở đó.\n")


@pytest.mark.parametrize("cell", ["=1+2", "+1", "-1", "@SUM(1)", "\t=1", " =1", "\r=1"])
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert harmless(cell).startswith("'")
    assert harmless("A012") == "A012"
    (row,) = csv.reader([csv_bytes([["a,b", cell, 'c"d']]).decode("utf-8-sig")])
    assert row[0] == "a,b"
    assert row[2] == 'c"d'
