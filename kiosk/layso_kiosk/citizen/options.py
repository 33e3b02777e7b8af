"""What the command line says, checked: the kiosk starts right or says one sentence."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QUrl

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.journal import JournalUnwritable
from layso_kiosk.link.lock import FolderInUse
from layso_kiosk.link.token import TokenUnreadable, read_token
from layso_printing import Printer, PrinterSettingsWrong, open_printer


class OptionsWrong(Exception):
    """The program cannot start; the message is the sentence for whoever started it."""


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


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise OptionsWrong(message)


def _parser(texts: Texts) -> argparse.ArgumentParser:
    parser = _Parser("layso-kiosk", description=texts.say("kiosk.command.description"))
    parser.add_argument("--center", required=True, metavar="URL")
    parser.add_argument("--token-file", required=True, type=Path, metavar="FILE")
    parser.add_argument("--name", required=True, metavar="K1")
    parser.add_argument("--emergency", required=True, metavar="Z1")
    parser.add_argument("--data", required=True, type=Path, metavar="DIR")
    parser.add_argument("--printer", required=True, metavar="URI")
    parser.add_argument("--profile", default="generic-80", metavar="NAME")
    parser.add_argument("--full-screen", action="store_true")
    parser.add_argument("--size", metavar="WxH")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--pilot", action="store_true")
    return parser


def read_options(arguments: Sequence[str]) -> Options:
    """Read and check the command line, open what it names; raise OptionsWrong."""
    at = arguments.index("--language") + 1 if "--language" in arguments else len(arguments)
    texts = Texts(arguments[at] if at < len(arguments) else LANGUAGES[0])

    def wrong(key: str, **values: object) -> OptionsWrong:
        return OptionsWrong(texts.say(key, **values))

    try:
        given = _parser(texts).parse_args(arguments)
    except OptionsWrong as fault:
        raise wrong("kiosk.command.options", what=fault) from fault
    url = QUrl(given.center)
    if url.scheme() not in ("http", "https") or not url.host():
        raise wrong("kiosk.command.center_bad", url=given.center)
    if not re.fullmatch(r"Z[1-9]\d?", given.emergency):
        raise wrong("kiosk.command.name_bad", name=given.emergency)
    size = re.fullmatch(r"(\d{3,5})x(\d{3,5})", given.size or "")
    if given.size and not size:
        raise wrong("kiosk.command.size_bad", size=given.size)
    try:
        token = read_token(given.token_file)
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
        center=given.center,
        token=token,
        name=given.name,
        book=book,
        data=given.data,
        printer=printer,
        size=(int(size[1]), int(size[2])) if size else None,
        full_screen=given.full_screen,
        language=given.language,
        pilot=given.pilot,
    )
