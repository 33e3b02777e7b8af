"""`layso`: every word of it, and the module that does it."""

import sys
from collections.abc import Sequence
from importlib import import_module

from layso_assets.command_line import CommandLine, texts_for
from layso_assets.languages import LANGUAGES

WORDS = {
    "demo": "layso_queue.demo.command",
    "doctor": "layso_queue.doctor",
    "simulate": "layso_queue.reports.simulate",
    "fairness": "layso_queue.reports.fairness",
    "forecast": "layso_queue.reports.forecast",
    "plan": "layso_queue.reports.plan",
    "report": "layso_queue.reports.day_report",
    "notice": "layso_queue.reports.wall_notice",
    "poster": "layso_queue.reports.wall_poster",
    "why": "layso_queue.reports.why",
    "slip": "layso_printing.preview.command",
    "printer": "layso_printing.printer.command",
}
"""Each module has `add_options(parser)` and `run(options) -> exit code`."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one of the subcommands and return its exit code."""
    given = list(sys.argv[1:] if words is None else words)
    texts = texts_for(given)
    parser = CommandLine("layso", description=texts.say("command.layso.about"), texts=texts)
    language = texts.say("command.layso.language")
    parser.add_argument("--language", dest="spoken", choices=LANGUAGES, help=language)
    # The language may stand before the word or after it.
    at = next((n for n, one in enumerate(given) if one in WORDS), len(given))
    commands = parser.add_subparsers(dest="command", required=True)
    chosen = None
    for word, module in WORDS.items():
        options = commands.add_parser(word, help=texts.say(f"command.layso.{word}"))
        if given[at : at + 1] == [word]:
            # Only what is asked for is imported: plots and windows take their time.
            chosen = import_module(module)
            chosen.add_options(options)
    found = parser.parse_args(given)
    if found.spoken and not any(one.startswith("--language") for one in given[at:]):
        found.language = found.spoken
    assert chosen is not None, "the parser has refused any other word"
    code: int = chosen.run(found)
    return code
