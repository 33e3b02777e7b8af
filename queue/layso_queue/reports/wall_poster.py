"""`layso poster`: how to book, with the code of the booking page, as a PDF for the wall."""

import sys
from argparse import ArgumentParser, Namespace

from layso_printing.reports.poster import PosterFacts, poster_pdf
from layso_queue.center.settings import SettingsWrong
from layso_queue.reports.wall import UrlWrong, add_wall_options, checked_url, wall_settings


def add_options(parser: ArgumentParser) -> None:
    """Add the options of `layso poster`."""
    add_wall_options(parser)
    parser.add_argument("--url", required=True, metavar="URL", help="the booking page")


def run(options: Namespace) -> int:
    """Write the poster; 2 with a sentence when that cannot be."""
    try:
        settings, texts = wall_settings(options)
        center = getattr(settings.center.name, texts.language)
        facts = PosterFacts(center, checked_url(options.url, texts))
        try:
            pdf = poster_pdf(facts, texts.language, options.paper)
        except ValueError:
            sys.stderr.write(texts.say("reports.poster.too_long") + "\n")
            return 2
        options.pdf.write_bytes(pdf)
    except SettingsWrong as wrong:
        sys.stderr.write("\n".join(wrong.faults) + "\n")
        return 2
    except UrlWrong as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    except OSError as fault:
        sys.stderr.write(f"{fault.filename}: {fault.strerror}\n")
        return 2
    sys.stdout.write(texts.say("reports.poster.written", file=options.pdf) + "\n")
    return 0
