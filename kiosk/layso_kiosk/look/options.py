"""What the command lines of all three programs have in common, and how they say what is wrong."""

import os
import re
import sys
from typing import Any, NoReturn

from PySide6.QtCore import QUrl

from layso_assets.command_line import CommandLine, complaint
from layso_assets.languages import Texts

Size = tuple[int, int]

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Where a program on Linux learns of its screen."""


class OptionsWrong(Exception):
    """The program cannot start as asked; the message is one sentence for who installs it."""


class OptionParser(CommandLine):
    """A parser that raises OptionsWrong with a sentence instead of ending the program."""

    def __init__(self, program: str, description: str, texts: Texts) -> None:
        """Begin with what every program takes: center, token, size, pilot."""
        super().__init__(program, description=description, texts=texts)
        self.add_argument("--center", required=True, metavar="URL")
        self.add_argument("--token-file", required=True, metavar="FILE")
        self.add_argument("--size", metavar="WxH")
        self.add_argument("--pilot", action="store_true")

    def error(self, message: str) -> NoReturn:
        """Raise OptionsWrong with one sentence."""
        raise OptionsWrong(complaint(message, self.texts))

    def parse_args(self, *given: Any, **more: Any) -> Any:
        """Return what was asked for; raise OptionsWrong, also where no window can open."""
        found = super().parse_args(*given, **more)
        see_screen(self.texts)
        return found


def see_screen(texts: Texts) -> None:
    """Raise OptionsWrong where there is no screen: Qt would end the program without a word."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise OptionsWrong(texts.say("look.command.no_screen"))


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
