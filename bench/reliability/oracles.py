"""`python -m bench.reliability.oracles`: the simulated line against closed formulas, long form.

Independent days of a steady stream of people; mean waits in minutes, the standard error from the
days. Exact values: Erlang C; Pollaczek and Khinchine; Cobham 1954. Exit code 1 if one is missed.
"""

import argparse
import json
import math
import sys
from dataclasses import dataclass

import numpy as np

from layso_queue.line.plan import STRICT, HeadStart, Rules
from layso_queue.line.states import Priority
from layso_queue.simulate import (
    Description,
    Desk,
    Law,
    Length,
    Period,
    PriorityShare,
    Service,
    simulate,
)

CLASSES = (Priority.ELDERLY, Priority.DISABLED, Priority.NONE)
WARM_UP = 0.1
"""The part of a day's people who are not counted, because the line is still filling."""


@dataclass(frozen=True, slots=True)
class Case:
    """People a minute by class, or of one class; the exact mean wait of each."""

    name: str
    counters: int
    rates: tuple[float, ...]
    mean: float
    law: Law
    exact: tuple[float, ...]

    def describe(self, people: int) -> Description:
        """Return a day with about so many people; classes strictly before one another."""
        end = people / sum(self.rates)
        parts = zip(CLASSES, self.rates[:-1], strict=False)
        return Description(
            services=(Service(code="A", share=1.0, length=Length(mean=self.mean, law=self.law)),),
            desks=tuple(
                Desk(number=n + 1, services=("A",), hours=((0.0, end),))
                for n in range(self.counters)
            ),
            arrivals=(Period(start=0.0, end=end, people=people),),
            priorities=tuple(
                PriorityShare(priority=one, share=rate / sum(self.rates)) for one, rate in parts
            ),
            rules=Rules(
                start_at_call=True,
                series_limit=1_000_000,
                head_starts=(
                    HeadStart(priority=CLASSES[0], minutes=2 * STRICT),
                    HeadStart(priority=CLASSES[1], minutes=STRICT),
                ),
            ),
        )


CASES = (
    Case("M/M/4", 4, (0.5,), 5.0, Law.EXPONENTIAL, (1.0662,)),
    Case("M/M/10", 10, (0.9,), 10.0, Law.EXPONENTIAL, (6.6873,)),
    Case("M/D/1", 1, (0.16,), 5.0, Law.FIXED, (10.0,)),
    Case("M/M/1", 1, (0.16,), 5.0, Law.EXPONENTIAL, (20.0,)),
    Case(
        "Cobham, one counter",
        1,
        (0.02, 0.04, 0.10),
        5.0,
        Law.EXPONENTIAL,
        (4.4444, 6.3492, 28.5714),
    ),
    Case(
        "Cobham, five counters", 5, (0.1, 0.3, 0.5), 5.0, Law.EXPONENTIAL, (0.8472, 1.4120, 12.7082)
    ),
)


def measure(case: Case, days: int, people: int) -> list[dict[str, object]]:
    """Return what was found for each class, in minutes and in standard errors from the exact."""
    used = CLASSES[: len(case.exact) - 1] + CLASSES[-1:]
    rows = []
    for seed in range(days):
        visits = simulate(case.describe(people), seed).visits
        counted = visits[round(len(visits) * WARM_UP) :]
        by_class = [[v.wait for v in counted if v.priority is one] for one in used]
        rows.append([float(np.array(waits, dtype=np.float64).mean()) for waits in by_class])
    found, error = np.mean(rows, axis=0), np.std(rows, axis=0, ddof=1) / math.sqrt(days)
    return [
        {
            "case": case.name if len(used) == 1 else f"{case.name}, class {i + 1}",
            "exact": exact,
            "found": round(float(found[i]), 4),
            "standard_error": round(float(error[i]), 4),
            "away": round(float((found[i] - exact) / error[i]), 2),
        }
        for i, exact in enumerate(case.exact)
    ]


def main() -> int:
    """Measure every case and say whether all lie within 3 standard errors."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=int, default=20)
    parser.add_argument("--people", type=int, default=10_000, help="of one day, on average")
    asked = parser.parse_args()
    found = [row for case in CASES for row in measure(case, asked.days, asked.people)]
    passed = all(abs(float(str(row["away"]))) <= 3 for row in found)
    print(json.dumps({"passed": passed, "oracles": found}, indent=2))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
