"""What notice and poster share: whose they are, on what paper, in which language."""

import re
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from layso_assets.command_line import CommandLine
from layso_assets.languages import LANGUAGES, Texts
from layso_assets.reasons import reason
from layso_queue.center.folder import Folder
from layso_queue.center.settings import Settings, SettingsWrong, read_settings

LONGEST_URL = 120
"""Characters: a longer address makes a code too fine for two metres, and nobody types it."""

_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[!-~]*)?")


class SheetWrong(Exception):
    """What a sheet was asked to say cannot stand on it; the sentence says why."""


def add_wall_options(parser: CommandLine) -> None:
    """Add the options that both have."""
    say = parser.texts.say
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--data", type=Path, metavar="DIR", help=say("reports.help.data"))
    whose.add_argument("--center", type=Path, metavar="FILE", help=say("reports.help.center"))
    parser.add_argument(
        "--pdf", type=Path, required=True, metavar="FILE", help=say("reports.help.written")
    )
    parser.add_argument(
        "--paper", choices=("a4", "a3"), default="a4", help=say("reports.help.paper")
    )
    parser.add_argument("--language", choices=LANGUAGES, help=say("reports.help.language"))


def wall_settings(options: Namespace) -> tuple[Settings, Texts]:
    """Return the center's settings and the reader's language; raise SettingsWrong."""
    file = Folder(options.data).settings if options.data is not None else options.center
    settings = read_settings(file, Texts(options.language or LANGUAGES[0]))
    return settings, Texts(options.language or settings.center.language)


def write_sheet(options: Namespace, word: str, drawn: Callable[[Settings, Texts], bytes]) -> int:
    """Write what is drawn of the settings and say so; 2 with a sentence when that cannot be."""
    try:
        settings, texts = wall_settings(options)
        options.pdf.write_bytes(drawn(settings, texts))
    except SettingsWrong as wrong:
        sys.stderr.write("\n".join(wrong.faults) + "\n")
        return 2
    except SheetWrong as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    except OSError as fault:
        texts = Texts(options.language or LANGUAGES[0])
        sys.stderr.write(f"{fault.filename}: {reason(fault, texts)}.\n")
        return 2
    sys.stdout.write(texts.say(f"reports.{word}.written", file=options.pdf) + "\n")
    return 0


def checked_url(url: str, texts: Texts) -> str:
    """Return an address that a phone can open; raise SheetWrong."""
    if len(url) > LONGEST_URL or not _URL.fullmatch(url):
        raise SheetWrong(texts.say("reports.poster.url_wrong", url=url, most=LONGEST_URL))
    return url
