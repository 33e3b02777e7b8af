"""The table of moves is the one in the chapter for maintainers, and nothing else is allowed."""

import re
from pathlib import Path

import pytest

from layso_queue.line import Refusal
from layso_queue.line.moves import MOVES, allowed
from layso_queue.line.states import AT_COUNTER, FINAL, LEFT_AT_CLOSING, LIVE, Reason, TicketState

CHAPTER = Path(__file__).resolve().parents[3] / "docs" / "line.md"


def table(heading: str) -> list[list[str]]:
    """Return the cells of the first table below a heading, without its head."""
    text = CHAPTER.read_text().split(f"## {heading}\n", 1)[1].split("\n## ")[0]
    rows = [line.strip("| ") for line in text.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def drawn() -> dict[tuple[str, str], set[str]]:
    return {
        (came, to): set(re.findall(r"`(\w+)`", by))
        for came, to, by in table("Where a ticket may go")
    }


def test_every_move_of_the_chapter_is_in_the_code() -> None:
    moves = {(a.value, b.value): names for (a, b), names in MOVES.items()}
    for move, names in drawn().items():
        assert moves.get(move) == names, move


def test_every_move_of_the_code_is_in_the_chapter() -> None:
    chart = drawn()
    for (came, to), names in MOVES.items():
        assert chart.get((came.value, to.value)) == names, (came, to)


def test_the_chapter_explains_every_refusal_once() -> None:
    words = [row[0].strip("`") for row in table("Refusals")]
    assert sorted(words) == sorted(Refusal)


def test_the_chapter_explains_every_reason_once() -> None:
    words = [row[0].strip("`") for row in table("Why somebody was called")]
    assert sorted(words) == sorted(Reason)


@pytest.mark.parametrize("state", TicketState)
def test_a_ticket_leaves_every_live_state_and_only_a_served_one_comes_back(state: str) -> None:
    leaves = {to for came, to in MOVES if came == state}
    assert bool(leaves) == (state in LIVE or state == TicketState.SERVED)


def test_what_the_table_does_not_name_is_not_allowed() -> None:
    for state in TicketState:
        for names in MOVES.values():
            for name in names:
                in_table = any(came is state and name in by for (came, _), by in MOVES.items())
                assert allowed(name, state) is in_table
    assert not allowed("CallTicket", TicketState.CALLED)


def test_the_groups_of_states_part_them_as_their_names_say() -> None:
    assert set(TicketState) == LIVE | FINAL
    assert LIVE.isdisjoint(FINAL)
    assert AT_COUNTER | LEFT_AT_CLOSING == LIVE
    assert AT_COUNTER.isdisjoint(LEFT_AT_CLOSING)
