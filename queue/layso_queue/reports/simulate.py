"""`layso simulate`: a center's days in virtual time, what they show, and what a change would do."""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from layso_assets import files
from layso_assets.languages import LANGUAGES, Texts
from layso_queue.center.settings import Settings, SettingsWrong, read_settings
from layso_queue.center.stamps import VIETNAM
from layso_queue.reports.center_days import described
from layso_queue.reports.center_hours import spans_of
from layso_queue.reports.changes import add_changes, changed, sayings
from layso_queue.reports.measured import Measured, measure
from layso_queue.reports.plots.drawing import Drawing
from layso_queue.reports.plots.loads import draw_loads
from layso_queue.reports.plots.promises import draw_promises
from layso_queue.reports.plots.waits import draw_waits
from layso_queue.reports.promised import Promise, Promises, share
from layso_queue.reports.told import Teller
from layso_queue.simulate import Description, open_days, simulate
from layso_queue.simulate.policies import Impossible

MOST_DAYS = 1000
MOST_PEOPLE = 9000
LEARNED_DAYS = 12
"""So many days are played before the first, for the forecast to learn the center from."""

PROMISED = 3200
"""Waits are estimated when their numbers are given until so many numbers of the days told."""

EVERY = 8
"""Every so many-th number is asked about."""

EARLIER = 1_000_000
"""What sets the seed of the days before apart."""


class Unanswered(Exception):
    """What was asked cannot be answered; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for, read and judged."""

    settings: Settings
    teller: Teller
    center: Description
    other: Description | None
    changes: list[str]
    first: str


def add_options(parser: ArgumentParser) -> None:
    """Add the options of `layso simulate`."""
    demo = files.path("demo", "center-26041.toml")
    parser.add_argument("--center", type=Path, default=demo, metavar="FILE", help="its settings")
    parser.add_argument("--days", type=int, default=20, help="working days to play")
    parser.add_argument("--seed", type=int, default=1, help="equal seeds give equal days")
    parser.add_argument("--from", dest="first", default="", metavar="DATE", help="the first day")
    parser.add_argument("--people", type=float, metavar="N", help="who come on a mean day")
    parser.add_argument("--out", type=Path, default=Path("out/simulate"), help="folder for plots")
    parser.add_argument("--language", choices=LANGUAGES, help="of the answer; else the center's")
    add_changes(parser)


def run(options: Namespace) -> int:
    """Print the tables and draw the plots; 2 with a sentence when that cannot be."""
    try:
        asked = _asked(options)
        _answer(asked, options)
    except SettingsWrong as wrong:
        sys.stderr.write("\n".join(wrong.faults) + "\n")
        return 2
    except Unanswered as why:
        sys.stderr.write(f"{why}\n")
        return 2
    return 0


def _asked(options: Namespace) -> Asked:
    settings = read_settings(options.center, Texts(options.language or LANGUAGES[0]))
    language = options.language or settings.center.language
    texts = Texts(language)
    teller = Teller(texts, {one.code: one.name for one in settings.services})
    if not 1 <= options.days <= MOST_DAYS:
        raise Unanswered(teller.say("fault.days", most=MOST_DAYS))
    try:
        first = date.fromisoformat(options.first) if options.first else datetime.now(VIETNAM).date()
    except ValueError as fault:
        raise Unanswered(teller.say("fault.date", given=options.first)) from fault
    if not settings.hours.days:
        raise Unanswered(teller.say("fault.no_day"))
    if options.people is not None and not 1 <= options.people <= MOST_PEOPLE:
        raise Unanswered(teller.say("fault.people", most=MOST_PEOPLE))
    center = described(settings, options.people)
    changes = sayings(options, texts)
    try:
        other = changed(center, options) if changes else None
    except Impossible as fault:
        raise Unanswered(teller.say(f"fault.{fault.why}", **fault.about)) from fault
    return Asked(settings, teller, center, other, changes, first.isoformat())


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
