"""A day in a few words, told from its journal."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from layso_assets.languages import Texts
from layso_queue.center.desk import Desk
from layso_queue.center.folder import Folder
from layso_queue.center.rows import Rows
from layso_queue.center.show.ticket import shower_of_tickets
from layso_queue.center.show.why import why
from layso_queue.center.storage import Store, bring_up_to_date
from layso_queue.command import main
from layso_queue.line import ServiceDay, from_record
from layso_queue.line import commands as c
from layso_queue.line.events import Event
from layso_queue.line.states import Paper, Priority
from layso_queue.line.telling import Told, tell

NAMES = {
    "vi": {"copies": "Chứng thực", "civil": "Hộ tịch", "land": "Đất đai"},
    "en": {"copies": "Copies", "civil": "Civil status", "land": "Land"},
}


@pytest.fixture
def a_town() -> Callable[..., Any]:
    """Make a watched center with rules changed as told."""
    from line_proof.town import Town

    return Town


@pytest.fixture
def town(a_town: Callable[..., Any]) -> Any:
    """A center with the usual rules, open at 07:00 with all its counters."""
    return a_town()


@pytest.fixture
def told() -> Callable[[Any], Told]:
    """Read a town's journal from its bytes."""
    return lambda town: tell(from_record(orjson.loads(line)) for line in town.proof.journal)


@pytest.fixture
def said(told: Callable[[Any], Told]) -> Callable[..., str]:
    """Say why a ticket of a town was called."""

    def say(town: Any, ticket: str, language: str = "en", **more: Any) -> str:
        return why(told(town), ticket, Texts(language), NAMES[language], **more)

    return say


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run `layso` with these words; gives its exit code, what it said and its complaints."""

    def run(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        found = capsys.readouterr()
        return code, found.out, found.err

    return run


def keep_days(folder: Path, days: Sequence[Sequence[Event]]) -> Path:
    """Keep days' events in a new center's folder, as the center itself would."""
    place = Folder(folder)
    place.prepare()
    bring_up_to_date(place.database, place.backups)
    store, desk, seq = Store(place.database), Desk(ServiceDay.before(0)), 0
    for events in days:
        rows = Rows(shower_of_tickets(""))
        before = desk.date
        desk = Desk(ServiceDay.before(seq, before))
        for event in events:
            seq += 1
            names = {"command": f"{before}-{event.command}"}
            if hasattr(event, "ticket"):
                names["ticket"] = f"{before}-{event.ticket}"
            kept = replace(event, seq=seq, **names)
            desk.take(kept)
            rows.add(kept, desk)
        store.append(rows.finished(desk))
    store.close()
    return folder


@pytest.fixture
def kept_days() -> Callable[[Path, Sequence[Sequence[Event]]], Path]:
    """Return `keep_days`."""
    return keep_days


def a_counted_day_of(town: Any) -> list[Event]:
    """Seven people: waits 5, 19, 2, 32 (copies), 38 (land); one leaves, one is never called."""
    town.book("B1", 60)
    for minute, name, service in (
        (30, "an", "copies"),
        (31, "binh", "copies"),
        (32, "chi", "land"),
    ):
        town.at(minute).issue(name, service)
    town.at(33).issue("dung", "civil")
    town.at(35).issue("old", priority=Priority.ELDERLY)
    for outcome in (Paper.FAILED, Paper.FAILED, Paper.PRINTED):
        town.ok(c.RecordPaper, ticket="old", outcome=outcome)
    town.ok(c.RecordPaper, ticket="an", outcome=Paper.UNKNOWN)
    town.ok(c.RecordPaper, ticket="binh", outcome=Paper.PRINTED)
    assert town.at(40).serve() == "old"
    town.at(50).finish("old")
    town.ok(c.CallTicket, counter=1, ticket="binh", reason="=HYPERLINK(1)", actor="truong")
    town.ok(c.StartService, ticket="binh")
    town.at(58).check_in("web", "B1")
    town.at(60).finish("binh")
    assert town.serve() == "web"
    town.at(62).finish("web")
    assert town.serve() == "an"
    town.at(70).finish("an")
    assert town.next(4) == "chi"
    town.at(72).lose("chi")
    town.at(80).ok(c.CancelTicket, ticket="dung", reason="về")
    town.at(81).issue("emil")
    town.at(90).ok(c.PauseCounter, counter=2, reason="nghỉ")
    town.at(100).ok(c.ResumeCounter, counter=2)
    town.at(120).ok(c.CloseDay)
    return [from_record(orjson.loads(line)) for line in town.proof.journal]


@pytest.fixture
def a_counted_day() -> Callable[[Any], list[Event]]:
    """Return `a_counted_day_of`."""
    return a_counted_day_of
