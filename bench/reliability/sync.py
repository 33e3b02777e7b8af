"""`python -m bench.reliability.sync`: the exchange of center and hub in virtual time, long form.

Plays many seeds with every rule, which must find no fault; then takes one rule away at a time and
looks for the first seed that shows why it is there. Exit code 1 if a promise was broken, or if a
rule could be missed by all seeds.
"""

import argparse
import sys
import time
from collections import Counter
from dataclasses import fields, replace

from layso_queue.sync.rules import ALL, Rules
from layso_queue.sync.trial import Report, run

RULES = tuple(one.name for one in fields(Rules))


def play(first: int, seeds: int) -> tuple[list[Report], Counter[str]]:
    """Play so many seeds with every rule; return the runs with faults, and what happened in all."""
    broken, happened = [], Counter[str]()
    for seed in range(first, first + seeds):
        report = run(seed)
        happened += report.happened
        if report.faults:
            broken.append(report)
            _show(report)
    return broken, happened


def _show(report: Report) -> None:
    """Print a run's faults at once: a thousand runs take a while."""
    for fault, about in dict.fromkeys(report.faults[:9]):
        print(f"  seed {report.seed}: {fault}: {about}", flush=True)


def miss(rule: str, first: int, seeds: int) -> Report | None:
    """Return the first run that shows a fault without this rule; None if none of them does."""
    without = replace(ALL, **{rule: False})
    runs = (run(seed, without) for seed in range(first, first + seeds))
    return next((report for report in runs if report.faults), None)


def main() -> int:
    """Print what happened, the faults, and a table of the rules."""
    parser = argparse.ArgumentParser(prog="python -m bench.reliability.sync")
    parser.add_argument("--seeds", type=int, default=1000, help="runs with every rule")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--search", type=int, default=150, help="most runs without each rule")
    parser.add_argument("--rule", action="append", choices=RULES, help="only these rules")
    asked = parser.parse_args()
    began = time.monotonic()
    broken, happened = play(asked.first, asked.seeds)
    print(f"{asked.seeds} runs of three centers and a hub: {len(broken)} with a fault")
    for what, times in sorted(happened.items()):
        print(f"  {what:<28}{times:>10}")
    print(f"\n{'without this rule':<28}{'seed':>6}  what breaks first")
    unseen = 0
    for rule in asked.rule or RULES:
        found = miss(rule, asked.first, asked.search)
        unseen += found is None
        seed, what = ("-", "NOTHING") if found is None else (found.seed, str(found.faults[0][0]))
        print(f"{rule:<28}{seed:>6}  {what}", flush=True)
    print(f"\n{time.monotonic() - began:.0f} s")
    return 1 if broken or unseen else 0


if __name__ == "__main__":
    sys.exit(main())
