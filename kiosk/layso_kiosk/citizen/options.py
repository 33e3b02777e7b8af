"""What the command line says, checked: the kiosk starts right or says one sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.journal import JournalUnwritable
from layso_kiosk.link.lock import FolderInUse
from layso_kiosk.link.token import TokenUnreadable, read_token
from layso_kiosk.look.options import OptionParser, OptionsWrong, center_of, size_of, texts_for
from layso_printing import Printer, PrinterSettingsWrong, open_printer


@dataclass(frozen=True, slots=True)
class Options:
    """A right command line, with what it names already opened."""

    center: str
    token: str
    name: str
    book: KioskBook
    data: Path
    printer: Printer
    size: tuple[int, int] | None
    full_screen: bool
    language: str
    pilot: bool


def _parser(texts: Texts) -> OptionParser:
    parser = OptionParser("layso-kiosk", texts.say("kiosk.command.description"), texts)
    parser.add_argument("--name", required=True, metavar="K1")
    parser.add_argument("--emergency", required=True, metavar="Z1")
    parser.add_argument("--data", required=True, type=Path, metavar="DIR")
    parser.add_argument("--printer", required=True, metavar="URI")
    parser.add_argument("--profile", default="generic-80", metavar="NAME")
    parser.add_argument("--full-screen", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    return parser


def read_options(arguments: Sequence[str]) -> Options:
    """Read and check the command line, open what it names; raise OptionsWrong."""
    texts = texts_for(arguments)

    def wrong(key: str, **values: object) -> OptionsWrong:
        return OptionsWrong(texts.say(key, **values))

    given = _parser(texts).parse_args(arguments)
    center, size = center_of(given.center, texts), size_of(given.size, texts)
    if not re.fullmatch(r"Z[1-9]\d?", given.emergency):
        raise wrong("kiosk.command.name_bad", name=given.emergency)
    try:
        token = read_token(Path(given.token_file))
        printer = open_printer(given.printer, given.profile)
        book = KioskBook(given.data, given.emergency)
    except TokenUnreadable as fault:
        raise wrong(fault.why, file=fault.file) from fault
    except PrinterSettingsWrong as fault:
        raise OptionsWrong(fault.sentence(texts.language)) from fault
    except FolderInUse as fault:
        raise wrong("link.journal.in_use", folder=fault.folder) from fault
    except JournalUnwritable as fault:
        raise wrong("kiosk.command.data_bad", folder=given.data) from fault
    return Options(
        center=center,
        token=token,
        name=given.name,
        book=book,
        data=given.data,
        printer=printer,
        size=size,
        full_screen=given.full_screen,
        language=given.language,
        pilot=given.pilot,
    )
