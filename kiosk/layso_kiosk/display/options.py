"""The command line of the board, checked; what is wrong is said in one sentence."""

from dataclasses import dataclass
from pathlib import Path

from layso_assets.command_line import texts_for
from layso_assets.languages import LANGUAGES, offered
from layso_kiosk.link.token import TokenUnreadable, read_token
from layso_kiosk.look.options import OptionParser, OptionsWrong, center_of, size_of
from layso_kiosk.look.sound.announcement import Manner
from layso_kiosk.look.tokens import THEMES


@dataclass(frozen=True)
class Options:
    """What a board is told when it starts; `language` None means the center's own."""

    center: str
    token: str
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
    layout: str = "auto"
    media: Path | None = None
    counter: int | None = None
    led: tuple[str, ...] = ()


def read_options(arguments: list[str]) -> Options:
    """Return the options; raise OptionsWrong, or SystemExit 0 after --help."""
    texts = texts_for(arguments)
    parser = OptionParser("layso-display", texts.say("display.command.description"), texts)
    parser.add_argument("--layout", default="auto", metavar="auto|NAME|FILE.toml")
    parser.add_argument("--media", type=Path, metavar="DIR")
    parser.add_argument("--counter", type=int, metavar="N")
    parser.add_argument("--led", action="append", default=[], metavar="serial:///...?counter=N")
    parser.add_argument("--voice", metavar="auto|off|DIR")
    parser.add_argument("--voice-languages", metavar="vi,en")
    parser.add_argument("--voice-reading", choices=("digits", "number"), default="digits")
    parser.add_argument("--voice-region", choices=("north", "south"), default="north")
    parser.add_argument("--language", choices=[one.code for one in offered()])
    parser.add_argument("--services", default="", metavar="A,H")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0])
    parser.add_argument("--still", action="store_true", help=texts.say("display.command.still"))
    parser.add_argument("--full-screen", action="store_true")
    parser.add_argument("--gpu", action="store_true")
    found = parser.parse_args(arguments)
    try:
        token = read_token(Path(found.token_file))
    except TokenUnreadable as wrong:
        raise OptionsWrong(texts.say(wrong.why, file=wrong.file)) from None
    languages = tuple(filter(None, (found.voice_languages or LANGUAGES[0]).split(",")))
    return Options(
        center=center_of(found.center, texts),
        token=token,
        # a sign over a counter is silent unless it is asked to speak: the hall's board does
        voice=found.voice or ("auto" if found.counter is None else "off"),
        manner=Manner(languages, reading=found.voice_reading, region=found.voice_region),
        voice_follows_center=found.voice_languages is None,
        language=found.language,
        services=frozenset(filter(None, found.services.split(","))),
        theme=found.theme,
        still=found.still,
        size=None if found.full_screen else size_of(found.size, texts),
        gpu=found.gpu,
        pilot=found.pilot,
        layout=found.layout,
        media=found.media,
        counter=found.counter,
        led=tuple(found.led),
    )
