"""What the command line says, checked: the kiosk starts right or says one sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from layso_assets.command_line import texts_for
from layso_assets.languages import LANGUAGES, Texts, offered
from layso_kiosk.citizen.admin.pin import PinUnreadable, read_pin
from layso_kiosk.citizen.scanning.reception import ELDERLY_FROM
from layso_kiosk.citizen.scanning.serial_scanner import (
    ScannerAddressWrong,
    SerialAddress,
    serial_address,
)
from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.journal import JournalUnwritable
from layso_kiosk.link.lock import FolderInUse
from layso_kiosk.link.token import TokenUnreadable, read_token
from layso_kiosk.look.options import OptionParser, OptionsWrong, center_of, size_of
from layso_printing import Printer, PrinterSettingsWrong, open_enrolled

PRINTER_FILE = "printer.toml"
"""In the data folder: what the printer said of itself when it was first reached."""


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
    scanner: SerialAddress | None = None
    camera: bool = False
    hid: bool = False
    """Whether a scanner that types as a keyboard is offered on the screen."""
    elderly_from: int = ELDERLY_FROM
    """Years."""
    pin: str = ""
    """Opens the hidden page for staff; empty: there is none."""
    languages: tuple[str, ...] = LANGUAGES
    """Those that a person can choose."""


def _parser(texts: Texts) -> OptionParser:
    parser = OptionParser("layso-kiosk", texts.say("kiosk.command.description"), texts)
    parser.add_argument("--name", required=True, metavar="K1")
    parser.add_argument("--emergency", required=True, metavar="Z1")
    parser.add_argument("--data", required=True, type=Path, metavar="DIR")
    parser.add_argument("--printer", required=True, metavar="URI")
    parser.add_argument("--profile", default="generic-80", metavar="NAME")
    parser.add_argument(
        "--scanner", default="none", metavar="none|hid|camera|serial:///dev/ttyACM0"
    )
    parser.add_argument("--elderly-from", default=ELDERLY_FROM, type=int, metavar="YEARS")
    parser.add_argument("--languages", default=",".join(LANGUAGES), metavar="vi,en,km")
    parser.add_argument("--pin-file", type=Path, metavar="FILE")
    parser.add_argument("--full-screen", action="store_true")
    parser.add_argument("--language", choices=[one.code for one in offered()], default=LANGUAGES[0])
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
    languages = tuple(given.languages.split(","))
    if given.language not in languages or not {one.code for one in offered()} >= set(languages):
        raise wrong("kiosk.command.languages_bad", languages=given.languages)
    if not 50 <= given.elderly_from <= 100:
        raise wrong("kiosk.command.age_bad", years=given.elderly_from)
    try:
        serial = None
        if given.scanner not in ("none", "hid", "camera"):
            serial = serial_address(given.scanner)
        pin = "" if given.pin_file is None else read_pin(given.pin_file)
        token = read_token(Path(given.token_file))
        printer = open_enrolled(
            given.printer, given.profile, given.data / PRINTER_FILE, lambda: datetime.now(UTC)
        )
        book = KioskBook(given.data, given.emergency)
    except ScannerAddressWrong as fault:
        raise wrong("kiosk.command.scanner_bad", address=given.scanner) from fault
    except PinUnreadable as fault:
        raise wrong("kiosk.command.pin_bad", file=given.pin_file) from fault
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
        scanner=serial,
        camera=given.scanner == "camera",
        hid=given.scanner == "hid",
        elderly_from=given.elderly_from,
        pin=pin,
        languages=languages,
    )
