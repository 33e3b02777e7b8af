"""`./run reliability partition`: 168 centers without a line for 72 hours, then all at once."""

import argparse
import sys
import tempfile
from pathlib import Path

from bench.figures import Figure, median, table
from bench.reliability.partition.play import Outcome, Plan, play
from bench.reliability.partition.virtual import run
from private_postgres import private_postgres

DRAINED_S = 600
ON_TRIES_AN_HOUR = 80
"""Two loops that wait 150 to 300 s between tries."""


def figures(outcome: Outcome) -> list[Figure]:
    """Return what was measured, with its aims."""
    plan, drained = outcome.plan, outcome.drained_s
    note = f"{plan.centers} centers, {plan.hours:g} h apart"
    return [
        Figure("drained, median", median(drained) if drained else 0, "s", note=note),
        Figure("drained, worst", max(drained, default=0), "s", DRAINED_S, note="virtual time"),
        Figure("centers not drained", outcome.not_drained, "", 0),
        *(Figure(name, len(found), "", 0) for name, found in outcome.faults.items()),
        Figure("tries an hour without a line", outcome.tries_an_hour, "/h", ON_TRIES_AN_HOUR),
        Figure("facts that waited", outcome.waiting, "", note="both ways, at the cut's end"),
        Figure("messages of the draining", outcome.messages, ""),
        Figure("the hub's work", outcome.hub_s, "s", note=f"{plan.workers} at a time"),
        *(Figure(f"compared: {name}", n, "") for name, n in sorted(outcome.compared.items())),
        *(Figure(name, n, "") for name, n in sorted(outcome.happened.items())),
        Figure("the run itself", outcome.took_s, "s"),
    ]


def main() -> int:
    """Print the figures; exit code 1 if one misses its aim."""
    usual = Plan()
    parser = argparse.ArgumentParser(prog="./run reliability partition")
    parser.add_argument("--centers", type=int, default=usual.centers)
    parser.add_argument("--hours", type=float, default=usual.hours)
    parser.add_argument("--tickets", type=int, default=usual.tickets_a_day, help="a center and day")
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--workers", type=int, default=1, help="pieces of the hub's work at a time")
    asked = parser.parse_args()
    plan = Plan(
        centers=asked.centers, hours=asked.hours, tickets_a_day=asked.tickets, seed=asked.seed,
        workers=asked.workers,
    )  # fmt: skip
    memory = Path("/dev/shm")
    with (
        private_postgres() as cluster,
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
    ):
        outcome = run(play(cluster.url(), Path(folder), plan))
    found = figures(outcome)
    print(table(found))
    for name, about in outcome.faults.items():
        for one in about[:5]:
            print(f"{name}: {one}")
    return 1 if any(one.verdict == "MISSED" for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
