"""The rows of real queues: boards of Warsaw's offices, a virtual ticket at each snapshot.

Everything is learned from earlier days only. The rules of thumb in the same run: the office's own
service minutes, the wait of the last person called, the mean of the last ten.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.figures import Figure
from bench.forecast.boards import BoardDay, Key, read_days
from layso_queue.forecast.calibration import Scores
from layso_queue.forecast.scores import score_of
from layso_queue.forecast.snapshots import Group, foretell

MISSING = "give the folder with --warsaw DIR"

FIRST_SCORED = 5
"""So many days are only learned from."""

AIM = 11.0


@dataclass(frozen=True, slots=True)
class Virtual:
    """Somebody who takes a number at a snapshot with a queue: what was said, and what came."""

    waited: float
    median: float
    low: float
    high: float
    uncorrected: float
    by_setting: float
    last: float | None
    last_ten: float | None


def measure(folder: Path | None) -> list[Figure]:
    """Return the rows, or none where there is no data."""
    if folder is None or not folder.is_dir():
        return []
    days = read_days(folder)
    if len(days) <= FIRST_SCORED:
        return []
    return _figures(virtual_tickets(days))


def virtual_tickets(days: list[list[BoardDay]]) -> list[Virtual]:
    """Return the tickets of all days but the first few, each foretold from earlier days."""
    groups: dict[Key, Group] = {}
    scores = Scores()
    found: list[Virtual] = []
    for n, day in enumerate(days):
        new: list[tuple[str, tuple[float, ...], float]] = []
        for board in day:
            group = groups.setdefault(board.key, Group())
            calls = board.waits_of_called()
            for at, shot in enumerate(board.shots):
                group.see(shot)
                waited = board.wait_of_next(at)
                if not shot.waiting or waited is None:
                    continue
                forecast = foretell(group, "/".join(board.key), shot, scores)
                new.append((forecast.service, forecast.runs, waited))
                if n < FIRST_SCORED:
                    continue
                waits = [wait for called, wait in calls if called <= at]
                found.append(
                    Virtual(
                        waited=waited,
                        median=forecast.median,
                        low=forecast.low,
                        high=forecast.high,
                        uncorrected=forecast.raw[1],
                        by_setting=shot.waiting * shot.set_minutes / max(1, shot.counters),
                        last=waits[-1] if waits else None,
                        last_ten=float(np.mean(waits[-10:])) if waits else None,
                    )
                )
        scores.forget()
        for service, runs, waited in new:
            score_of(scores, service, runs, waited, n)
        for board in day:
            groups[board.key].close_day()
    return found


def _figures(tickets: list[Virtual]) -> list[Figure]:
    known = [one for one in tickets if one.last_ten is not None]
    waited = np.array([one.waited for one in known])

    def error(name: str) -> float:
        said = np.array([getattr(one, name) for one in known], dtype=np.float64)
        return float(np.mean(np.abs(said - waited)))

    long = [one for one in tickets if one.waited > 1]
    held = 100 * float(np.mean([one.low <= one.waited <= one.high for one in long]))
    note = f"{len(known)} virtual tickets"
    return [
        Figure("real offices, error", error("median"), "min", AIM, note=note),
        Figure("  without correction", error("uncorrected"), "min"),
        Figure("  mean of the last ten", error("last_ten"), "min"),
        Figure("  last person called", error("last"), "min"),
        Figure("  the offices' own service minutes", error("by_setting"), "min"),
        Figure("real offices, 80 % interval: at least", held, "%", 78.0, at_least=True),
        Figure("real offices, 80 % interval: at most", held, "%", 83.0),
    ]
