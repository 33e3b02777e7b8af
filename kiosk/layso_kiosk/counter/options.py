"""What the command line says, checked: the counter starts right or says one sentence."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from layso_assets.command_line import complaint, texts_for
from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.counter.acts import ACT
from layso_kiosk.counter.keys import STANDARD, Keys, KeysWrong, read_keys
from layso_kiosk.counter.pads import pad as pads
from layso_kiosk.counter.pads.lines import PadAddress, PadWrong, parse_pad
from layso_kiosk.counter.settings import DataUnwritable, Settings
from layso_kiosk.link.token import TokenUnreadable, read_token
from layso_kiosk.look.options import OptionParser, OptionsWrong, center_of, size_of

if TYPE_CHECKING:
    from layso_printing import Printer


@dataclass(frozen=True, slots=True)
class Options:
    """A right command line; `size` is the screen area to dock into, None for the real one."""

    center: str
    token: str
    counter: int
    settings: Settings
    keys: Keys
    printer: "Printer | None"
    pad: dict[str, str]
    pad_address: PadAddress | None
    language: str | None
    size: tuple[int, int] | None
    pilot: bool


def _parser(texts: Texts) -> OptionParser:
    parser = OptionParser("layso-counter", texts.say("counter.command.description"), texts)
    parser.add_argument("--counter", required=True, metavar="N")
    parser.add_argument("--data", required=True, type=Path, metavar="DIR")
    parser.add_argument("--keys", type=Path, default=STANDARD, metavar="FILE")
    parser.add_argument("--printer", default="none:", metavar="URI")
    parser.add_argument("--profile", metavar="NAME")
    parser.add_argument("--keypad", metavar="keys:|serial:///...|hid:///...")
    parser.add_argument("--keypad-keys", type=Path, default=pads.STANDARD, metavar="FILE")
    parser.add_argument("--language", choices=LANGUAGES)
    return parser


def read_options(arguments: Sequence[str]) -> Options:
    """Read and check the command line; raise OptionsWrong with one sentence."""
    texts = texts_for(arguments)

    def wrong(key: str, **values: object) -> OptionsWrong:
        return OptionsWrong(texts.say(key, **values))

    given = _parser(texts).parse_args(arguments)
    center, size = center_of(given.center, texts), size_of(given.size, texts)
    if not re.fullmatch(r"[1-9]\d{0,3}", given.counter):
        raise wrong("counter.command.counter_bad", counter=given.counter)
    file = given.keys
    try:
        token = read_token(Path(given.token_file))
        keys = read_keys(given.keys)
        file = given.keypad_keys
        pad = pads.read_pad(file)
        pad_address = parse_pad(given.keypad) if given.keypad else None
        settings = Settings(given.data)
    except TokenUnreadable as fault:
        raise wrong(fault.why, file=given.token_file) from fault
    except KeysWrong as fault:
        why = texts.say(f"counter.command.{fault.key}", **fault.values)
        raise wrong("counter.command.keys_bad", file=file, why=why) from fault
    except PadWrong as fault:
        raise wrong("counter.command.keypad_bad", keypad=given.keypad) from fault
    except DataUnwritable as fault:
        raise wrong("counter.command.data_bad", folder=given.data) from fault
    return Options(
        center=center,
        token=token,
        counter=int(given.counter),
        settings=settings,
        keys=keys,
        pad=pad,
        pad_address=pad_address,
        printer=_printer(given.printer, given.profile, texts),
        language=given.language,
        size=size,
        pilot=given.pilot,
    )


def _printer(address: str, profile: str | None, texts: Texts) -> "Printer | None":
    if address == "none:":
        return None
    # a counter without a printer never loads what draws slips
    from layso_printing import PrinterSettingsWrong, open_printer

    try:
        return open_printer(address, profile) if profile else open_printer(address)
    except PrinterSettingsWrong as fault:
        raise OptionsWrong(fault.sentence(texts.language)) from fault


def read_sending(arguments: Sequence[str]) -> tuple[str, int]:
    """Read ``--send ACT --counter N``; raise OptionsWrong with one sentence."""
    texts = texts_for(arguments)
    parser = argparse.ArgumentParser("layso-counter", add_help=False, exit_on_error=False)
    parser.add_argument("--send", choices=sorted(ACT))
    parser.add_argument("--counter", type=int)
    try:
        given, _ = parser.parse_known_args(arguments)
    except argparse.ArgumentError as fault:
        raise OptionsWrong(complaint(str(fault), texts)) from fault
    if given.counter is None or given.send is None:
        raise OptionsWrong(texts.say("command.wrong.required", what="--send, --counter"))
    return given.send, given.counter
