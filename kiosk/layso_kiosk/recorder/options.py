"""The command line of ``layso-voice``; what is wrong is said in one sentence."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from layso_assets.command_line import CommandLine, complaint
from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.look.options import OptionsWrong, size_of


class _Parser(CommandLine):
    def error(self, message: str) -> NoReturn:
        raise OptionsWrong(complaint(message, self.texts))


def read_options(arguments: Sequence[str], texts: Texts) -> Namespace:
    """Return what was asked for; raise OptionsWrong, or SystemExit 0 after --help."""
    about = texts.say("voice.command.description")
    parser = _Parser("layso-voice", description=about, texts=texts)
    words = parser.add_subparsers(dest="word", required=True)
    say = words.add_parser("say", help=texts.say("voice.command.say"))
    say.add_argument("number", metavar="A012")
    say.add_argument("counter", type=int, metavar="3")
    say.add_argument("--out", type=Path, required=True, metavar="FILE.wav")
    say.add_argument("--voices", type=Path, metavar="DIR")
    say.add_argument("--languages", default=LANGUAGES[0], metavar="vi,en")
    say.add_argument("--reading", choices=("digits", "number"), default="digits")
    say.add_argument("--region", choices=("north", "south"), default="north")
    say.add_argument("--times", type=int, choices=(1, 2, 3), default=2)
    check = words.add_parser("check", help=texts.say("voice.command.check"))
    check.add_argument("folder", type=Path)
    make = words.add_parser("make", help=texts.say("voice.command.make"))
    make.add_argument("--model", type=Path, metavar="FILE.onnx")
    record = words.add_parser("record", help=texts.say("voice.command.record"))
    record.add_argument("--maker", default="", metavar="NAME")
    record.add_argument("--size", metavar="WxH")
    for parser_of_packs in (make, record):
        parser_of_packs.add_argument("folder", type=Path)
        parser_of_packs.add_argument("--speak", default=LANGUAGES[0], metavar="vi|en|km|...")
    for each in (say, check, make, record):
        each.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    found = parser.parse_args(arguments)
    if "size" in found:
        found.size = size_of(found.size, texts)
    return found
