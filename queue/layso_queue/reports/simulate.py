"""`layso simulate`: a center's days in virtual time, what they show, and what a change would do."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from layso_queue.center.settings import SettingsWrong
from layso_queue.reports.asked import Asked, Unanswered, add_options, asked_by
from layso_queue.reports.center_hours import spans_of
from layso_queue.reports.measured import Measured, measure
from layso_queue.reports.plots.drawing import Drawing
from layso_queue.reports.plots.loads import draw_loads
from layso_queue.reports.plots.promises import draw_promises
from layso_queue.reports.plots.waits import draw_waits
from layso_queue.reports.promised import Promise, Promises, share
from layso_queue.simulate import Description, open_days, simulate

__all__ = ["add_options", "run"]

LEARNED_DAYS = 12
"""So many days are played before the first, for the forecast to learn the center from."""

PROMISED = 3200
"""Waits are estimated when their numbers are given until so many numbers of the days told."""

EVERY = 8
"""Every so many-th number is asked about."""

EARLIER = 1_000_000
"""What sets the seed of the days before apart."""


def run(options: Namespace) -> int:
    """Print the tables and draw the plots; 2 with a sentence when that cannot be."""
    try:
        asked = asked_by(options)
        _answer(asked, options)
    except SettingsWrong as wrong:
        sys.stderr.write("\n".join(wrong.faults) + "\n")
        return 2
    except Unanswered as why:
        sys.stderr.write(f"{why}\n")
        return 2
    return 0


def _answer(asked: Asked, options: Namespace) -> None:
    teller, center = asked.teller, asked.center
    name = teller.named(asked.settings.center.name)
    first = date.fromisoformat(asked.first)
    _tell(teller.say("title", days=options.days, first=f"{first:%d/%m/%Y}", name=name))
    people = sum(period.people for period in center.arrivals)
    _tell(teller.say("people", n=round(people)))
    _tell(f"\n{teller.say('as_it_is')}\n")
    before, promises = _played(asked, center, options, asked.other is None)
    _tell(teller.table(before))
    after = None
    if asked.other is not None:
        after, promises = _played(asked, asked.other, options, True)
        _tell(f"\n{teller.joined(asked.changes)}\n\n{teller.table(after)}")
        _tell(f"\n{teller.compare(before, after)}")
    told = teller.share(share(one.kept for one in promises))
    inner = teller.share(share(one.foreseen for one in promises))
    _tell(f"\n{teller.say('told', share=told, inner=inner)}")
    try:
        _draw(asked, options.out, before, after, promises)
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise Unanswered(teller.say("fault.out", folder=options.out, why=why)) from fault
    _tell(teller.say("plots", folder=options.out))


def _played(
    asked: Asked, center: Description, options: Namespace, promised: bool
) -> tuple[Measured, list[Promise]]:
    targets = {one.code: float(one.target_wait_minutes) for one in asked.settings.services}
    watch = Promises(spans_of(asked.settings), EVERY)
    promises: list[Promise] = []
    if promised:
        for of_day, seed in open_days(center, asked.first, LEARNED_DAYS, options.seed + EARLIER):
            watch.play(of_day, seed)
    most = watch.asked + PROMISED
    runs = []
    for of_day, seed in open_days(center, asked.first, options.days, options.seed):
        if promised and watch.asked < most:
            run, found = watch.play(of_day, seed)
            promises += found
        else:
            run = simulate(of_day, seed)
        runs.append(run)
    return measure(runs, targets), promises


def _tell(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")


def _draw(
    asked: Asked, out: Path, before: Measured, after: Measured | None, promises: list[Promise]
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    drawing, teller = Drawing(), asked.teller
    last = asked.center if asked.other is None else asked.other
    hours = (min(asked.center.opens, last.opens), last.last_end)
    draw_waits(drawing, teller, before, after, hours, out / "waits")
    draw_loads(drawing, teller, before if after is None else after, out / "loads")
    draw_promises(drawing, teller, promises, hours, out / "promises")
