"""`layso report`: what a day, a week or a month of a center was, as table, PDF and CSV."""

import re
import sys
from argparse import Namespace
from datetime import date, datetime, timedelta
from pathlib import Path

from layso_assets.command_line import CommandLine
from layso_assets.languages import LANGUAGES
from layso_printing.reports.day import day_pdf
from layso_queue.center.stamps import VIETNAM
from layso_queue.reports.answering import answer_from_past
from layso_queue.reports.csv_file import csv_bytes
from layso_queue.reports.day_lines import for_file, on_screen
from layso_queue.reports.day_summed import summed
from layso_queue.reports.day_words import in_facts, online
from layso_queue.reports.past import Past, PastUnreadable


def add_options(parser: CommandLine) -> None:
    """Add the options of `layso report`."""
    say = parser.texts.say
    parser.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help=say("reports.help.data")
    )
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--day", metavar="DATE", help=say("reports.help.day"))
    when.add_argument("--week", metavar="DATE", help=say("reports.help.week"))
    when.add_argument("--month", metavar="MONTH", help=say("reports.help.month"))
    parser.add_argument("--pdf", type=Path, metavar="FILE", help=say("reports.help.pdf"))
    parser.add_argument("--csv", type=Path, metavar="FILE", help=say("reports.help.csv"))
    parser.add_argument("--language", choices=LANGUAGES, help=say("reports.help.language"))


def run(options: Namespace) -> int:
    """Print the report and write its files; 2 with a sentence when that cannot be."""
    return answer_from_past(options, _answer)


def _answer(past: Past, options: Namespace) -> int:
    title, days = _asked(past, options)
    found, texts = summed(past, days), past.texts
    facts = in_facts(found, title, texts, past.names, past.center, datetime.now(VIETNAM))
    lines = on_screen(facts, texts, online(facts, found.whole, texts))
    sys.stdout.write("\n".join(lines) + "\n")
    if options.csv is not None:
        options.csv.write_bytes(csv_bytes(for_file(facts, texts)))
    if options.pdf is not None:
        options.pdf.write_bytes(day_pdf(facts, texts.language))
    return 0


def _asked(past: Past, options: Namespace) -> tuple[str, list[str]]:
    """Return the report's title and its service days; raise PastUnreadable if there are none."""

    def say(key: str, **values: object) -> str:
        return past.texts.say(f"reports.day_report.{key}", **values)

    if options.week is not None:
        day = _read(options.week)
        if day is None:
            raise PastUnreadable(say("date_wrong", given=options.week))
        first = day - timedelta(days=day.weekday())
        last = first + timedelta(days=6)
        title = say("week")
        none = say("no_week", first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
    elif options.month is not None:
        day = _read(f"{options.month}-01")
        if day is None:
            raise PastUnreadable(say("month_wrong", given=options.month))
        first, last = day, (day + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        title = say("month", month=f"{day:%m/%Y}")
        none = say("no_month", month=f"{day:%m/%Y}")
    else:
        return say("day"), [past.date(options.day)]
    days = [one for one in past.dates() if first.isoformat() <= one <= last.isoformat()]
    if not days:
        raise PastUnreadable(none)
    return title, days


def _read(written: str) -> date | None:
    """Return the date, in the years that people work in, or None."""
    if not re.fullmatch(r"2\d{3}-\d\d-\d\d", written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
