"""The command line of the board, checked; what is wrong is said in one sentence."""

import argparse
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.look.sound.announcement import Manner
from layso_kiosk.look.tokens import THEMES


class OptionWrong(Exception):
    """An option cannot be used; the message is a sentence for the person who installs."""


@dataclass(frozen=True)
class Options:
    """What a board is told when it starts; `language` None means the center's own."""

    center: str
    token_file: Path
    voice: str
    manner: Manner
    voice_follows_center: bool
    language: str | None
    services: frozenset[str]
    theme: str
    still: bool
    size: tuple[int, int] | None
    gpu: bool
    pilot: bool


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise OptionWrong(message)


def read_options(arguments: list[str]) -> Options:
    """Return the options; raise OptionWrong, or SystemExit 0 after --help."""
    texts = Texts(_language_of(arguments))
    parser = _Parser("layso-display", description=texts.say("display.command.description"))
    parser.add_argument("--center", required=True, metavar="URL")
    parser.add_argument("--token-file", required=True, type=Path, metavar="FILE")
    parser.add_argument("--voice", default="auto", metavar="auto|off|DIR")
    parser.add_argument("--voice-languages", metavar="vi,en")
    parser.add_argument("--voice-reading", choices=("digits", "number"), default="digits")
    parser.add_argument("--voice-region", choices=("north", "south"), default="north")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--services", default="", metavar="A,H")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0])
    parser.add_argument("--still", action="store_true", help=texts.say("display.command.still"))
    parser.add_argument("--size", metavar="1920x1080")
    parser.add_argument("--full-screen", action="store_true")
    parser.add_argument("--gpu", action="store_true")
    parser.add_argument("--pilot", action="store_true")
    try:
        found = parser.parse_args(arguments)
    except OptionWrong as wrong:
        raise OptionWrong(texts.say("display.command.option_wrong", what=wrong)) from None
    if not re.match(r"https?://[^/]", found.center):
        raise OptionWrong(texts.say("display.command.center_wrong", value=found.center))
    languages = tuple(filter(None, (found.voice_languages or LANGUAGES[0]).split(",")))
    return Options(
        center=found.center,
        token_file=found.token_file,
        voice=found.voice,
        manner=Manner(languages, reading=found.voice_reading, region=found.voice_region),
        voice_follows_center=found.voice_languages is None,
        language=found.language,
        services=frozenset(filter(None, found.services.split(","))),
        theme=found.theme,
        still=found.still,
        size=None if found.full_screen else _size(found.size, texts),
        gpu=found.gpu,
        pilot=found.pilot,
    )


def _size(value: str | None, texts: Texts) -> tuple[int, int] | None:
    if value is None:
        return None
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", value)
    if match is None:
        raise OptionWrong(texts.say("display.command.size_wrong", value=value))
    return int(match[1]), int(match[2])


def _language_of(arguments: list[str]) -> str:
    following = dict(pairwise(arguments))
    return following.get("--language", LANGUAGES[0])
