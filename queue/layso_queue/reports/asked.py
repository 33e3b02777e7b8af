"""What `layso simulate` is asked for, read from the command line and judged."""

from argparse import Namespace
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from layso_assets import files
from layso_assets.command_line import CommandLine, whole_number
from layso_assets.languages import LANGUAGES, Texts
from layso_queue.center.settings import Settings, read_settings
from layso_queue.center.stamps import VIETNAM
from layso_queue.reports.center_days import described
from layso_queue.reports.changes import MOST, add_changes, changed, sayings
from layso_queue.reports.told import Teller
from layso_queue.simulate import Description
from layso_queue.simulate.policies import Impossible

MOST_DAYS = 1000
MOST_PEOPLE = 9000
YEARS = range(2000, 2200)


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


def add_options(parser: CommandLine) -> None:
    """Add the options of `layso simulate`."""
    say = parser.texts.say
    whole = whole_number(parser.texts, 0, MOST)
    demo = files.path("demo", "center-26041.toml")
    parser.add_argument(
        "--center", type=Path, default=demo, metavar="FILE", help=say("reports.help.center")
    )
    parser.add_argument("--days", type=whole, default=20, help=say("reports.help.played"))
    parser.add_argument("--seed", type=whole, default=1, help=say("reports.help.seed"))
    parser.add_argument(
        "--from", dest="first", default="", metavar="DATE", help=say("reports.help.first")
    )
    parser.add_argument("--people", type=float, metavar="N", help=say("reports.help.people"))
    parser.add_argument(
        "--out", type=Path, default=Path("out/simulate"), help=say("reports.help.out")
    )
    parser.add_argument("--language", choices=LANGUAGES, help=say("reports.help.language"))
    add_changes(parser)


def asked_by(options: Namespace) -> Asked:
    """Return what is asked; raise Unanswered or SettingsWrong, with sentences for people."""
    settings = read_settings(options.center, Texts(options.language or LANGUAGES[0]))
    language = options.language or settings.center.language
    texts = Texts(language)
    teller = Teller(texts, {one.code: one.name for one in settings.services})
    if not 1 <= options.days <= MOST_DAYS:
        raise Unanswered(teller.say("fault.days", most=MOST_DAYS))
    first = _first_day(options.first)
    if first is None:
        raise Unanswered(teller.say("fault.date", given=options.first))
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


def _first_day(written: str) -> date | None:
    if not written:
        return datetime.now(VIETNAM).date()
    try:
        found = date.fromisoformat(written)
    except ValueError:
        return None
    return found if found.year in YEARS else None
