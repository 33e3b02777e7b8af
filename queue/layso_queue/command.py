"""`layso`: every word of it, and the module that does it."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module

WORDS = {
    "demo": ("layso_queue.demo.command", "a center, its windows and its paper"),
    "doctor": ("layso_queue.doctor", "is this machine able to run Lấy Số?"),
    "simulate": ("layso_queue.reports.simulate", "a center's days in virtual time; what if"),
    "fairness": ("layso_queue.reports.fairness", "a day's calls: exceptions, and who was passed"),
    "forecast": ("layso_queue.reports.forecast", "waits as told against waits as they came"),
    "plan": ("layso_queue.reports.plan", "counters by half hour for a day, and web places"),
    "report": ("layso_queue.reports.day_report", "a day, week or month: table, PDF, CSV"),
    "notice": ("layso_queue.reports.wall_notice", "services and hours as a PDF for the wall"),
    "poster": ("layso_queue.reports.wall_poster", "how to book, with its code, as a PDF"),
    "why": ("layso_queue.reports.why", "when and why a number was called, and who went first"),
    "slip": ("layso_printing.preview.command", "see a slip's layout as it is written"),
    "printer": ("layso_printing.printer.command", "find printers, and test one"),
}
"""Each module has `add_options(parser)` and `run(options) -> exit code`."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one of the subcommands and return its exit code."""
    given = list(sys.argv[1:] if words is None else words)
    parser = ArgumentParser(prog="layso", description="Lấy Số: take a number.")
    commands = parser.add_subparsers(dest="command", required=True)
    chosen = None
    for word, (module, about) in WORDS.items():
        options = commands.add_parser(word, help=about)
        if given[:1] == [word]:
            # Only what is asked for is imported: plots and windows take their time.
            chosen = import_module(module)
            chosen.add_options(options)
    found = parser.parse_args(given)
    assert chosen is not None, "the parser has refused any other word"
    code: int = chosen.run(found)
    return code
