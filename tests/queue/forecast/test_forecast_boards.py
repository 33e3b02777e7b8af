"""From boards alone: snapshots of a simulated center, written as real offices publish theirs."""

import csv
from pathlib import Path

import numpy as np
import pytest
from bench.forecast.boards import BoardDay, read_days
from bench.forecast.warsaw import FIRST_SCORED, Virtual, measure, virtual_tickets

from layso_queue.forecast.snapshots import Group, Snapshot
from layso_queue.line import ServiceDay, apply
from layso_queue.line.order import MINUTE
from layso_queue.line.states import CounterState
from layso_queue.simulate import DayRun, days, demo_center

EVERY = 3 * MINUTE
SEED = 1700


def shots(run: DayRun) -> list[dict[str, object]]:
    """Return what a board would have shown every three minutes."""
    day, rows, next_at = ServiceDay.before(0), [], run.events[0].at
    called: dict[str, int] = {}
    for event in run.events:
        while event.at >= next_at and day.plan is not None:
            for service in day.plan.services:
                counters = [c for c in day.counters.values() if service.code in c.services]
                rows.append(
                    {
                        "office": "one",
                        "group": service.code,
                        "time": next_at / 1000 - 6 * 3600,
                        "now_serving": f"{service.series}{called.get(service.code, 0):03d}",
                        "waiting": len(day.by_service[service.code]),
                        "open_counters": sum(c.state is CounterState.OPEN for c in counters),
                        "service_min": 15,
                    }
                )
            next_at += EVERY
        apply(day, event)
        if type(event).__name__ == "TicketCalled":
            ticket = day.tickets[event.ticket]  # type: ignore[attr-defined]
            called[ticket.series] = max(called.get(ticket.series, 0), ticket.n)
    return rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("boards")
    for n, run in enumerate(days(demo_center(), "2026-01-05", FIRST_SCORED + 5, SEED)):
        with (path / f"day-{n}.csv").open("w", encoding="utf-8") as file:
            rows = shots(run)
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return path


@pytest.fixture(scope="module")
def tickets(folder: Path) -> list[Virtual]:
    return virtual_tickets(read_days(folder))


def test_boards_alone_beat_what_the_office_says_and_the_last_ten(tickets: list[Virtual]) -> None:
    assert len(tickets) > 500
    known = [one for one in tickets if one.last_ten is not None]

    def error(name: str) -> float:
        return float(np.mean([abs(getattr(one, name) - one.waited) for one in known]))

    assert error("median") < 0.9 * error("last_ten")
    assert error("median") < 0.9 * error("last")
    assert error("median") < 0.9 * error("by_setting")


def test_the_rows_are_printed_where_there_is_data_and_none_where_not(
    folder: Path, tmp_path: Path
) -> None:
    names = [figure.name for figure in measure(folder)]
    assert names[0] == "real offices, error"
    assert len(names) == 7
    assert measure(None) == []
    assert measure(tmp_path / "nothing") == []


def test_nothing_is_learned_from_what_has_not_come_yet(folder: Path) -> None:
    whole = read_days(folder)
    first = virtual_tickets(whole[: FIRST_SCORED + 1])
    assert virtual_tickets(whole)[: len(first)] == first


def test_a_number_s_wait_is_until_the_board_shows_it() -> None:
    minutes, served, waiting = (0.0, 3.0, 6.0, 9.0), (1, 1, 3, 4), (2, 3, 1, 0)
    board = BoardDay(
        "2026-01-05",
        ("one", "A"),
        tuple(Snapshot(*one, 2, 10.0) for one in zip(minutes, served, waiting, strict=True)),
    )
    assert board.wait_of_next(0) == 7.5, "number 4, shown between six and nine"
    assert board.wait_of_next(1) is None, "number 5 is never shown"
    assert board.waits_of_called() == [(3, 6.0)], "number 4: taken about 1.5, called about 7.5"


def test_a_slow_morning_makes_longer_waits() -> None:
    quick, slow = Group(), Group()
    for n in range(10):
        quick.see(Snapshot(480 + 3.0 * n, 3 * n, 10, 2, 10.0))
        slow.see(Snapshot(480 + 3.0 * n, n, 10, 2, 10.0))
    now = Snapshot(510.0, 30, 10, 2, 10.0)
    assert np.median(slow.runs(now)) > 1.3 * np.median(quick.runs(now))
    assert quick.runs(now) == quick.runs(now)


def test_a_row_that_is_no_snapshot_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("office,group,time\none,A,soon\n", "utf-8")
    with pytest.raises(ValueError, match=r"bad\.csv"):
        read_days(tmp_path)
