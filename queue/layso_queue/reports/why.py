"""`layso why A012`: when and why a ticket was called, and who was called before it."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from layso_assets.command_line import CommandLine
from layso_assets.languages import LANGUAGES
from layso_queue.center.show.why import why
from layso_queue.reports.answering import answer_from_past
from layso_queue.reports.past import Past


def add_options(parser: CommandLine) -> None:
    """Add the options of `layso why`."""
    say = parser.texts.say
    parser.add_argument("number", help=say("reports.help.number"))
    parser.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help=say("reports.help.data")
    )
    parser.add_argument("--day", metavar="DATE", help=say("reports.help.day"))
    parser.add_argument("--language", choices=LANGUAGES, help=say("reports.help.language"))


def run(options: Namespace) -> int:
    """Print the paragraph; 1 for a number that was not given that day, 2 if nothing can be read."""
    return answer_from_past(options, _answer)


def _answer(past: Past, options: Namespace) -> int:
    day = past.date(options.day)
    told = past.told(day)
    ticket = told.find(options.number)
    if ticket is None:
        about = {"number": options.number.strip().upper(), "date": _written(day)}
        sys.stderr.write(past.texts.say("reports.why.unknown", **about) + "\n")
        return 1
    promised = past.promised(ticket.id)
    sys.stdout.write(why(told, ticket.id, past.texts, past.names, promised) + "\n")
    return 0


def _written(day: str) -> str:
    return f"{date.fromisoformat(day):%d/%m/%Y}"
