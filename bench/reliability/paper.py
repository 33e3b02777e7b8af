"""Every fault at every place of a slip, and never two slips that look like the first.

`python -m bench.reliability.paper [--step 1]`: long form, minutes; the suite runs a short one.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.reliability.paper_trial import Broken, Case, Trial, quick

PROFILES = ("confirmed-80", "generic-80", "blind-80")
QUESTIONS = 12
"""Bytes of the four status questions before a watched slip."""

STANDING = ("paper_out", "cover_open", "offline", "cutter", "mute", "busy", "stall", "power")
"""Faults that stay until somebody mends them."""


def cuts(trial: Trial, step: int) -> Iterator[Case]:
    """Yield the cable cut, and the power lost, at every `step`-th byte of status and slip."""
    whole = trial.size + 2 * QUESTIONS
    for place in range(1, whole, step):
        yield Case("break_off", place)
    for place in range(1, whole, step * 7):
        yield Case("power", place)


def standing(trial: Trial, places: int = 3) -> Iterator[Case]:
    """Yield each lasting fault at once and at places amid the slip, and the sly ones."""
    for fault in STANDING:
        for part in range(places):
            yield Case(fault, part * (trial.size + QUESTIONS) // places)
    for fault in ("knife", "near_end", "half", "no_id", "late_id", "repeat_id", "lie", "twice"):
        yield Case(fault)


def walk(trial: Trial, cases: Iterable[Case]) -> Counter[str]:
    """Run every case; return how often each outcome was told."""
    told: Counter[str] = Counter()
    for case in cases:
        told[trial.run(case)[0].outcome.value] += 1
    return told


def main() -> int:
    """Walk every profile; 1 when the rule was broken."""
    parser = argparse.ArgumentParser(prog="python -m bench.reliability.paper")
    parser.add_argument("--step", type=int, default=1, help="cut at every so many bytes")
    parser.add_argument("--out", type=Path, help="also write the result here, as JSON")
    options = parser.parse_args()
    result: dict[str, object] = {"passed": True, "step": options.step}
    with tempfile.TemporaryDirectory(prefix="layso-paper-") as folder:
        for name in PROFILES:
            trial = Trial(Path(folder) / name, quick(name))
            started = time.monotonic()
            try:
                told = walk(trial, [*standing(trial), *cuts(trial, options.step)])
                result[name] = dict(told) | {"seconds": round(time.monotonic() - started)}
            except Broken as broken:
                result |= {"passed": False, name: str(broken)}
            finally:
                trial.close()
    text = json.dumps(result, indent=2, ensure_ascii=False)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", "utf-8")
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
