"""What the command lines of all three programs have in common, and how they say what is wrong."""

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from PySide6.QtCore import QUrl

from layso_assets.languages import LANGUAGES, Texts

Size = tuple[int, int]


class OptionsWrong(Exception):
    """The program cannot start as asked; the message is one sentence for who installs it."""


class OptionParser(argparse.ArgumentParser):
    """A parser that raises OptionsWrong with a sentence instead of printing its usage."""

    def __init__(self, program: str, description: str, texts: Texts) -> None:
        """Begin with what every program takes: center, token, size, pilot."""
        super().__init__(program, description=description)
        self._texts = texts
        self.add_argument("--center", required=True, metavar="URL")
        self.add_argument("--token-file", required=True, metavar="FILE")
        self.add_argument("--size", metavar="WxH")
        self.add_argument("--pilot", action="store_true")

    def error(self, message: str) -> NoReturn:
        """Raise OptionsWrong with argparse's own words after ours."""
        raise OptionsWrong(self._texts.say("look.command.options", what=message))


def texts_for(arguments: Sequence[str]) -> Texts:
    """Return the texts of the language asked for, so that even a wrong command line is answered."""
    at = arguments.index("--language") + 1 if "--language" in arguments else len(arguments)
    return Texts(arguments[at] if at < len(arguments) else LANGUAGES[0])


def center_of(value: str, texts: Texts) -> str:
    """Return the center's address; raise OptionsWrong unless it is http(s) with a host."""
    url = QUrl(value)
    if url.scheme() not in ("http", "https") or not url.host():
        raise OptionsWrong(texts.say("look.command.center_bad", url=value))
    return value


def size_of(value: str | None, texts: Texts) -> Size | None:
    """Return a size in pixels from `1920x1080`, None if none was given; raise OptionsWrong."""
    if value is None:
        return None
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", value)
    if found is None:
        raise OptionsWrong(texts.say("look.command.size_bad", size=value))
    return int(found[1]), int(found[2])
