"""`python -m bench.reliability.days`: watch many days, then take each rule away; 1 if one fails."""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bench.reliability.days.cases import cases
from bench.reliability.days.rules import Broken
from bench.reliability.days.sabotage import RULES, seen
from bench.reliability.days.trial import Trial

TELL_EVERY = 500
"""Days between two signs of life."""


def watch(days: int, seed: int) -> dict[str, object]:
    """Watch so many days; the first fault ends it and is told."""
    began = time.monotonic()
    events = tickets = played = 0
    by_rules: Counter[str] = Counter()
    for name, description, own in cases(days, seed):
        try:
            run = Trial(description, own).play()
        except Broken as fault:
            return {"passed": False, "days": played, "rules": name, "seed": own, "why": str(fault)}
        played += 1
        by_rules[name] += 1
        events += len(run.events)
        tickets += len(run.visits)
        if played % TELL_EVERY == 0:
            print(f"{played} of {days} days", file=sys.stderr, flush=True)
    seconds = round(time.monotonic() - began, 1)
    found = {"passed": True, "days": played, "tickets": tickets, "events": events}
    return found | {"seconds": seconds, "by_rules": dict(by_rules)}


def main() -> int:
    """Watch, sabotage, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m bench.reliability.days")
    parser.add_argument("--days", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tries", type=int, default=20, help="days without each rule, at most")
    parser.add_argument("--out", type=Path, help="also write the result here, as JSON")
    asked = parser.parse_args()
    result = watch(asked.days, asked.seed)
    print(json.dumps(result, indent=2), flush=True)
    rows: list[dict[str, Any]] = []
    for invariant, take in RULES:
        found, rule = seen(take, asked.tries, asked.seed), take.__name__
        day, which, why = (found[0], found[1].which, found[1].why) if found else (0, (), "NOT SEEN")
        rows.append(
            {"rule": rule, "invariant": invariant, "day": day, "seen": sorted(which), "why": why}
        )
        told = ", ".join(str(one) for one in sorted(which))
        print(f"{rule:42} breaks {invariant:2}  day {day:2}  saw {told:8}  {why}", flush=True)
    passed = bool(result["passed"]) and all(row["invariant"] in row["seen"] for row in rows)
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"passed": passed, "watched": result, "sabotaged": rows}, indent=2)
        asked.out.write_text(text + "\n", "utf-8")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
