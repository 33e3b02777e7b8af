"""The worked example of the chapter for maintainers is what the line really does."""

import re
from pathlib import Path

from layso_queue.line.states import Priority
from line_proof.town import Town

CHAPTER = Path(__file__).resolve().parents[3] / "docs" / "line.md"


def clock(time: str) -> int:
    """Return minutes after 07:00."""
    hours, minutes = time.split(":")
    return (int(hours) - 7) * 60 + int(minutes)


def test_the_worked_example_is_called_in_its_order() -> None:
    text = CHAPTER.read_text()
    rows = re.findall(r"\| (A\d+) \| ([^|]+) \| ([\d:]+) \| ([\d:]+) \| (\d)\w\w([^|]*) \|", text)
    assert len(rows) == 4
    town = Town()
    town.book("b", clock("09:00"))
    begun = town.proof.clock
    for number, who, arrived, key, _, _ in rows:
        town.at(clock(arrived))
        claim = Priority.ELDERLY if "elderly" in who else Priority.NONE
        booked = "booked" in who
        issued = town.check_in(number, "b") if booked else town.issue(number, priority=claim)
        assert issued.number == number
        assert issued.key == begun + clock(key) * 60_000
    called = sorted(rows, key=lambda row: row[4])
    assert town.order() == [row[0] for row in called]
    for number, *_, past in rows:
        assert list(town.ticket(number).passed) == re.findall(r"A\d+", past)


def test_who_comes_exactly_the_head_start_later_stands_level_and_after(town: Town) -> None:
    walks = town.at(clock("08:20")).issue("A002")
    old = town.at(clock("12:20")).issue("A005", priority=Priority.ELDERLY)
    assert old.key == walks.key
    assert town.order() == ["A002", "A005"]
