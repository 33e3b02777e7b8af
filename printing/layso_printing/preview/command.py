"""`layso slip preview`: look at a layout while it is being written."""

import sys
import time
from argparse import Namespace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from layso_assets import files
from layso_assets.command_line import CommandLine
from layso_assets.languages import LANGUAGES, Texts
from layso_printing.page.layout import unknown_layout
from layso_printing.preview.follow import Drawn, draw_layout, follow
from layso_printing.preview.samples import KINDS, sample_slip
from layso_printing.printer.faults import PrinterSettingsWrong

_LOOK_S = 0.3
"""Between two looks at the file."""


def add_options(parser: CommandLine) -> None:
    """Add the words and options of `layso slip`."""
    say = parser.texts.say
    words = parser.add_subparsers(dest="word", required=True)
    preview = words.add_parser("preview", help=say("paper.slip.preview"))
    preview.add_argument("layout", help=say("paper.slip.layout"))
    preview.add_argument("--out", type=Path, help=say("paper.slip.out"))
    preview.add_argument("--kind", choices=KINDS, default="full", help=say("paper.slip.kind"))
    preview.add_argument("--profile", default="", help=say("paper.slip.profile"))
    preview.add_argument("--once", action="store_true", help=say("paper.slip.once"))
    preview.add_argument(
        "--language", choices=LANGUAGES, default=LANGUAGES[0], help=say("paper.slip.language")
    )


def run(options: Namespace) -> int:
    """Draw once or until interrupted; 2 and one sentence when it cannot be drawn once."""
    texts = Texts(options.language)
    layout = _file_of(options.layout)
    shipped = layout.is_relative_to(files.path("slips"))
    beside = Path.cwd() / layout.name if shipped else layout
    out = options.out or beside.with_suffix(".png")
    if not layout.is_file():
        print(_said(unknown_layout(options.layout), texts, out), file=sys.stderr)
        return 2
    slip = sample_slip(options.kind, options.language, datetime.now(UTC).astimezone())
    draw = partial(draw_layout, layout, slip, out, options.profile)
    if options.once:
        try:
            print(_said(draw(), texts, out))
        except (PrinterSettingsWrong, OSError) as fault:
            print(_said(fault, texts, out), file=sys.stderr)
            return 2
        return 0
    print(texts.say("paper.slip.watching"), flush=True)
    try:
        follow(layout, draw, lambda done: print(_said(done, texts, out), flush=True), _wait)
    except KeyboardInterrupt:
        return 0
    return 0


def _file_of(word: str) -> Path:
    """Return the file that a path or the name of a shipped layout means."""
    given = Path(word)
    if given.suffix or len(given.parts) > 1:
        return given.resolve()
    return files.path("slips") / f"{word}.toml"


def _said(done: Drawn | PrinterSettingsWrong | OSError, texts: Texts, out: Path) -> str:
    if isinstance(done, PrinterSettingsWrong):
        return done.sentence(texts.language)
    if isinstance(done, OSError):
        return texts.say("paper.slip.unwritable", file=out)
    return texts.say(
        "paper.slip.drawn",
        file=done.file,
        width=done.width,
        height=done.height,
        kilobytes=f"{done.bytes / 1000:.1f}",
        milliseconds=round(1000 * done.seconds),
    )


def _wait() -> bool:
    time.sleep(_LOOK_S)
    return True
