"""`layso forecast report`: what people were told against what came, as a table and a plot."""

import math
import sys
from argparse import Namespace
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from layso_assets.command_line import CommandLine
from layso_assets.languages import LANGUAGES
from layso_queue.center.folder import Folder
from layso_queue.center.storage import Forecasts, StoreFailed
from layso_queue.reports.answering import answer_from_past
from layso_queue.reports.columns import columns
from layso_queue.reports.foretold import Figures, Foretold, by_hour, by_service, figures, foretold
from layso_queue.reports.past import Past

_COLUMNS = ("tickets", "wait", "error", "bias", "held", "kept")

DAYS = 30


def add_options(parser: CommandLine) -> None:
    """Add the options of `layso forecast`."""
    say = parser.texts.say
    words = parser.add_subparsers(dest="word", required=True)
    report = words.add_parser("report", help=say("reports.help.accuracy"))
    report.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help=say("reports.help.data")
    )
    report.add_argument("--days", type=int, default=DAYS, help=say("reports.help.days"))
    report.add_argument("--to", metavar="DATE", help=say("reports.help.last"))
    report.add_argument("--plot", type=Path, metavar="FILE", help=say("reports.help.plot"))
    report.add_argument("--language", choices=LANGUAGES, help=say("reports.help.language"))


def run(options: Namespace) -> int:
    """Print the tables; 1 if nothing was foretold yet, 2 with a sentence if nothing can be read."""
    return answer_from_past(options, _answer)


def _answer(past: Past, options: Namespace) -> int:
    last = past.date(options.to)
    first = (date.fromisoformat(last) - timedelta(days=options.days - 1)).isoformat()
    some = _read(past, first, last)
    if not some:
        sys.stderr.write(past.texts.say("reports.forecast.none") + "\n")
        return 1
    sys.stdout.write(_told(past, some, first, last) + "\n")
    if options.plot is not None:
        _draw(past, some, options.plot)
    return 0


def _read(past: Past, first: str, last: str) -> list[Foretold]:
    with closing(Forecasts(Folder(past.folder).database)) as kept:
        try:
            return foretold(kept.predictions(first, last))
        except StoreFailed as failed:
            raise past.unreadable(failed) from failed


def _told(past: Past, some: list[Foretold], first: str, last: str) -> str:
    say = past.texts.say
    head = [say(f"reports.forecast.column.{name}") for name in _COLUMNS]
    every = _row(past, say("reports.forecast.all"), figures(some))
    services = [
        _row(past, f"{code}  {past.names.get(code, '')}".rstrip(), figures(own))
        for code, own in by_service(some).items()
    ]
    hours = [
        _row(past, f"{hour:02d}:00–{hour + 1:02d}:00", figures(own))
        for hour, own in by_hour(some).items()
    ]
    dates = {"first": _written(first), "last": _written(last)}
    return "\n\n".join(
        [
            say("reports.forecast.title", **dates),
            columns([say("reports.forecast.column.service"), *head], [*services, every]),
            columns([say("reports.forecast.column.hour"), *head], hours),
            say("reports.forecast.about"),
        ]
    )


def _row(past: Past, name: str, found: Figures) -> list[str]:
    minutes = [_number(past, value) for value in (found.wait, found.error, found.bias)]
    return [name, str(found.tickets), *minutes, _percent(found.held), _percent(found.kept)]


def _number(past: Past, value: float) -> str:
    written = f"{value:.1f}"
    return written.replace(".", ",") if past.texts.language == "vi" else written


def _percent(value: float) -> str:
    return "–" if math.isnan(value) else f"{100 * value:.0f} %"


def _written(day: str) -> str:
    return f"{date.fromisoformat(day):%d/%m/%Y}"


def _draw(past: Past, some: list[Foretold], to: Path) -> None:
    # Plots take half a second to import: only who wants one waits.
    from layso_queue.reports.plots.drawing import Drawing
    from layso_queue.reports.plots.foretold import draw_foretold

    to.parent.mkdir(parents=True, exist_ok=True)
    draw_foretold(Drawing(), past.texts, some, to)
