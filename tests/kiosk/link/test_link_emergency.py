"""The emergency series: never a number twice in a day, whatever clock and power do."""

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.emergency import EmergencyLimit, EmergencyRun
from layso_kiosk.link.ids import new_id

HOUR = 3_600_000
DAY = 24 * HOUR
MORNING = int(datetime(2026, 11, 23, 1, 0, tzinfo=UTC).timestamp() * 1000)  # 08:00 in Vietnam
TODAY = date(2026, 11, 23)

CHILD = """
import sys
from pathlib import Path
from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.ids import new_id
book = KioskBook(Path(sys.argv[1]), "Z1")
for _ in range(12):
    body = {"id": new_id(), "service": "A", "priority": "none", "dossiers": 1, "language": "vi"}
    print(book.give_emergency(body, "at", int(sys.argv[2])), flush=True)
sys.stdin.read()
"""


def a_body(ticket: str = "") -> dict[str, Any]:
    body = {"id": ticket or new_id(), "service": "A", "channel": "emergency"}
    return body | {"priority": "none", "dossiers": 1, "language": "vi"}


def take(run: EmergencyRun, now: int) -> int:
    step = run.next(now)
    run.take(step)
    return step.n


def test_numbers_rise_and_begin_anew_the_next_day() -> None:
    run = EmergencyRun()
    assert [take(run, MORNING + n) for n in range(3)] == [1, 2, 3]
    assert [take(run, MORNING + DAY), take(run, MORNING + 2 * DAY)] == [1, 1]


def test_midnight_is_vietnams() -> None:
    run = EmergencyRun()
    assert take(run, MORNING) == 1
    assert take(run, MORNING + 15 * HOUR + 3_599_999) == 2
    assert take(run, MORNING + 16 * HOUR) == 1


@pytest.mark.parametrize("back", [HOUR, DAY, 400 * DAY, 50 * 365 * DAY])
def test_a_clock_going_back_and_forth_never_repeats(back: int) -> None:
    run = EmergencyRun()
    given = [take(run, at) for at in (MORNING, MORNING - back, MORNING, MORNING - back, MORNING)]
    assert given == [1, 2, 3, 4, 5]
    assert take(run, MORNING + DAY) == 1


def test_a_clock_that_leaps_ahead_is_not_believed() -> None:
    run = EmergencyRun()
    assert [take(run, MORNING), take(run, MORNING + 400 * DAY), take(run, MORNING)] == [1, 2, 3]
    assert take(run, MORNING + DAY) == 1


def test_a_clock_a_day_wrong_does_not_make_each_loss_a_new_day() -> None:
    for wrong in (-DAY, DAY):
        run = EmergencyRun()
        run.heard_day(TODAY, MORNING + wrong)
        assert take(run, MORNING + wrong) == 1
        run.heard_day(TODAY, MORNING + wrong)
        assert [take(run, MORNING + wrong), take(run, MORNING)] == [2, 3]


def test_numbers_given_before_the_center_was_heard_today_are_not_given_again() -> None:
    run = EmergencyRun()
    run.heard_day(date(2026, 11, 22), MORNING - DAY)
    assert take(run, MORNING) == 1
    run.heard_day(TODAY, MORNING)
    assert take(run, MORNING) == 2


def test_fifty_a_day() -> None:
    run = EmergencyRun()
    assert [take(run, MORNING) for _ in range(50)] == list(range(1, 51))
    with pytest.raises(EmergencyLimit):
        run.next(MORNING)
    assert take(run, MORNING + DAY) == 1


def test_kill_9_never_gives_a_number_twice(tmp_path: Path) -> None:
    shown: list[str] = []
    for _ in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(tmp_path), str(MORNING)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with child:
            assert child.stdout is not None
            shown += [child.stdout.readline().strip() for _ in range(4)]
            child.kill()
    assert len(shown) == len(set(shown)) == 16
    assert shown[0] == "Z1-01"
    book = KioskBook(tmp_path, "Z1")
    assert set(shown) <= {ticket["number"] for ticket in book.to_hand_over.values()}
    book.close()


def test_the_same_ticket_keeps_its_number(tmp_path: Path) -> None:
    book = KioskBook(tmp_path, "Z1")
    body = a_body()
    assert book.give_emergency(body, "at", MORNING) == book.give_emergency(body, "at", MORNING)
    assert book.give_emergency(a_body(), "at", MORNING) == "Z1-02"
    book.close()


def test_the_book_tells_after_a_restart_what_is_open(tmp_path: Path) -> None:
    book = KioskBook(tmp_path, "Z1")
    lost, answered, own = a_body(), a_body(), a_body()
    for body in (lost, answered, own):
        book.ask(body, MORNING)
    book.answered(answered["id"], "A012", MORNING)
    book.give_emergency(own, "at", MORNING)
    book.close()
    book = KioskBook(tmp_path, "Z1")
    assert list(book.unanswered) == [lost["id"]]
    assert list(book.to_hand_over) == [own["id"]]
    book.handed_over([own["id"]], [{"id": own["id"], "number": "Z1-01"}], MORNING)
    book.close()
    book = KioskBook(tmp_path, "Z1")
    assert book.to_hand_over == {}
    assert book.give_emergency(a_body(), "at", MORNING) == "Z1-02"
    book.close()


def test_a_long_journal_begins_anew_and_forgets_nothing_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("layso_kiosk.link.book._LONG", 10)
    book = KioskBook(tmp_path, "Z1")
    bodies = [a_body() for _ in range(8)]
    for body in bodies:
        book.ask(body, MORNING)
        book.give_emergency(body, "at", MORNING)
    lost = a_body()
    book.ask(lost, MORNING)
    book.close()
    KioskBook(tmp_path, "Z1").close()
    assert (tmp_path / "kiosk.journal").read_bytes().count(b"\n") == 10
    book = KioskBook(tmp_path, "Z1")
    assert list(book.unanswered) == [lost["id"]]
    assert [t["number"] for t in book.to_hand_over.values()] == [f"Z1-0{n}" for n in range(1, 9)]
    assert book.give_emergency(a_body(), "at", MORNING) == "Z1-09"
    book.close()
