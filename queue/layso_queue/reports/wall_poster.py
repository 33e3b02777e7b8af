"""`layso poster`: how to book, with the code of the booking page, as a PDF for the wall."""

from argparse import Namespace

from layso_assets.command_line import CommandLine
from layso_assets.languages import Texts
from layso_printing.reports.poster import PosterFacts, poster_pdf
from layso_queue.center.settings import Settings
from layso_queue.reports.wall import SheetWrong, add_wall_options, checked_url, write_sheet


def add_options(parser: CommandLine) -> None:
    """Add the options of `layso poster`."""
    say = parser.texts.say
    add_wall_options(parser)
    parser.add_argument("--url", required=True, metavar="URL", help=say("reports.help.url"))


def run(options: Namespace) -> int:
    """Write the poster; 2 with a sentence when that cannot be."""

    def drawn(settings: Settings, texts: Texts) -> bytes:
        center = getattr(settings.center.name, texts.language)
        facts = PosterFacts(center, checked_url(options.url, texts))
        try:
            return poster_pdf(facts, texts.language, options.paper)
        except ValueError as wrong:
            raise SheetWrong(texts.say("reports.poster.too_long")) from wrong

    return write_sheet(options, "poster", drawn)
