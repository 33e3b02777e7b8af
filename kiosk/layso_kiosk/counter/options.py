"""What the command line says, checked: the counter starts right or says one sentence."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QUrl

from layso_kiosk.counter.keys import STANDARD, Keys, KeysWrong, read_keys
from layso_kiosk.counter.settings import DataUnwritable, Settings
from layso_kiosk.counter.words import Says
from layso_kiosk.link.token import TokenUnreadable, read_token


class OptionsWrong(Exception):
    """The program cannot start; the message is the sentence for whoever started it."""


@dataclass(frozen=True, slots=True)
class Options:
    """A right command line; `size` is the screen area to dock into, None for the real one."""

    center: str
    token: str
    counter: int
    settings: Settings
    keys: Keys
    language: str | None
    size: tuple[int, int] | None
    pilot: bool


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise OptionsWrong(message)


def _parser(texts: Says) -> argparse.ArgumentParser:
    parser = _Parser("layso-counter", description=texts.say("counter.command.description"))
    parser.add_argument("--center", required=True, metavar="URL")
    parser.add_argument("--token-file", required=True, type=Path, metavar="FILE")
    parser.add_argument("--counter", required=True, metavar="N")
    parser.add_argument("--data", required=True, type=Path, metavar="DIR")
    parser.add_argument("--keys", type=Path, default=STANDARD, metavar="FILE")
    parser.add_argument("--language", choices=("vi", "en"))
    parser.add_argument("--size", metavar="WxH")
    parser.add_argument("--pilot", action="store_true")
    return parser


def read_options(arguments: Sequence[str], texts: Says) -> Options:
    """Read and check the command line; raise OptionsWrong with one sentence."""

    def wrong(key: str, **values: object) -> OptionsWrong:
        return OptionsWrong(texts.say(key, **values))

    try:
        given = _parser(texts).parse_args(arguments)
    except OptionsWrong as fault:
        raise wrong("counter.command.options", what=fault) from fault
    url = QUrl(given.center)
    if url.scheme() not in ("http", "https") or not url.host():
        raise wrong("counter.command.center_bad", url=given.center)
    if not re.fullmatch(r"[1-9]\d{0,3}", given.counter):
        raise wrong("counter.command.counter_bad", counter=given.counter)
    size = re.fullmatch(r"(\d{3,5})x(\d{3,5})", given.size or "")
    if given.size and not size:
        raise wrong("counter.command.size_bad", size=given.size)
    try:
        token = read_token(given.token_file)
        keys = read_keys(given.keys)
        settings = Settings(given.data)
    except TokenUnreadable as fault:
        raise wrong(fault.why, file=given.token_file) from fault
    except KeysWrong as fault:
        why = texts.say(f"counter.command.{fault.key}", **fault.values)
        raise wrong("counter.command.keys_bad", file=given.keys, why=why) from fault
    except DataUnwritable as fault:
        raise wrong("counter.command.data_bad", folder=given.data) from fault
    return Options(
        center=given.center,
        token=token,
        counter=int(given.counter),
        settings=settings,
        keys=keys,
        language=given.language,
        size=(int(size[1]), int(size[2])) if size else None,
        pilot=given.pilot,
    )
