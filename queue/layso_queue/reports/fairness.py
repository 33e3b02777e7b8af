"""`layso fairness`: a day's calls by reason, every exception, overtakes against the rule."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from layso_assets.command_line import CommandLine
from layso_assets.languages import LANGUAGES
from layso_queue.line.telling import sheet_of
from layso_queue.reports.answering import answer_from_past
from layso_queue.reports.csv_file import csv_bytes
from layso_queue.reports.fair_words import FairWords, Row, Table, in_words
from layso_queue.reports.past import Past
from layso_queue.reports.screen import on_lines

MOST_ON_SCREEN = 20
MOST_ON_PAPER = 80
"""Rows of the tickets that were overtaken; the CSV file holds all of them."""


def add_options(parser: CommandLine) -> None:
    """Add the options of `layso fairness`."""
    say = parser.texts.say
    parser.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help=say("reports.help.data")
    )
    parser.add_argument("--day", metavar="DATE", help=say("reports.help.day"))
    parser.add_argument("--pdf", type=Path, metavar="FILE", help=say("reports.help.pdf"))
    parser.add_argument("--csv", type=Path, metavar="FILE", help=say("reports.help.csv"))
    parser.add_argument("--language", choices=LANGUAGES, help=say("reports.help.language"))


def run(options: Namespace) -> int:
    """Print the sheet; 1 when a call is not explained by any rule, 2 when it cannot be read."""
    return answer_from_past(options, _answer)


def _answer(past: Past, options: Namespace) -> int:
    told = past.told(past.date(options.day))
    words = in_words(told, sheet_of(told), past.texts, past.names, past.center)
    more = past.texts.say("reports.fairness.more")
    sys.stdout.write("\n".join(on_screen(words, more)) + "\n")
    _write(words, more, options)
    return 0 if words.well else 1


def on_screen(words: FairWords, more: str) -> Iterator[str]:
    """Yield the lines of the sheet for a terminal."""
    yield " · ".join(part for part in (words.title, words.center, words.day) if part)
    yield ""
    yield "   ".join(f"{value} {name}" for value, name in words.figures)
    yield words.verdict
    for table in (words.reasons, words.exceptions, words.overtaken):
        yield ""
        yield table.title
        head, rows = table.narrow(MOST_ON_SCREEN if table is words.overtaken else None)
        yield on_lines(head, rows) if rows else table.empty
        if len(rows) < len(table.rows):
            yield more.format(n=len(table.rows) - len(rows))
    yield ""
    yield words.explained


def rows_of(words: FairWords) -> Iterator[Row]:
    """Yield all of the sheet's rows for a CSV file, its tables one below the other."""
    yield (words.title, words.center, words.day)
    yield (words.verdict,)
    for table in (words.reasons, words.exceptions, words.overtaken):
        yield ()
        yield from _table(table)


def _table(table: Table) -> Iterator[Row]:
    yield (table.title,)
    yield table.head
    yield from table.rows or ((table.empty,),)


def _write(words: FairWords, more: str, options: Namespace) -> None:
    if options.csv is not None:
        options.csv.write_bytes(csv_bytes(rows_of(words)))
    if options.pdf is not None:
        # reportlab takes a while to load: only who prints waits for it.
        from layso_printing.reports.fairness import FairTable, fairness_pdf

        def part(table: Table) -> FairTable:
            head, rows = table.narrow(MOST_ON_PAPER if table is words.overtaken else None)
            left = len(table.rows) - len(rows)
            note = more.format(n=left) if left else ""
            return FairTable(table.title, head, rows, table.empty, note)

        options.pdf.write_bytes(
            fairness_pdf(
                title=words.title,
                heading=words.center,
                about=words.day,
                footer=words.footer,
                language=words.language,
                figures=words.figures,
                verdict=words.verdict,
                explained=words.explained,
                reasons=part(words.reasons),
                exceptions=part(words.exceptions),
                overtaken=part(words.overtaken),
            )
        )
