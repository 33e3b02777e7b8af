"""The board's command line: what it takes, and one sentence for what is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from layso_kiosk.display.hall import Hall
from layso_kiosk.display.options import read_options
from layso_kiosk.look.options import OptionsWrong

GOOD = ("--center", "http://127.0.0.1:8026", "--token-file", "f")


@pytest.fixture(autouse=True)
def _its_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "f").write_text("t", encoding="ascii")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "--center"),
        (("--center", "127.0.0.1", "--token-file", "f"), "http://"),
        ((*GOOD, "--size", "big"), "1920x1080"),
        ((*GOOD, "--theme", "pink"), "pink"),
        ((*GOOD, "--fly"), "--fly"),
    ],
)
def test_a_wrong_option_is_one_sentence(arguments: tuple[str, ...], says: str) -> None:
    with pytest.raises(OptionsWrong) as wrong:
        read_options(list(arguments))
    assert says in str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert str(wrong.value).endswith(".")


def test_options_become_the_boards_manner() -> None:
    plain = read_options(list(GOOD))
    assert (plain.size, plain.manner.languages, plain.voice_follows_center) == (None, ("vi",), True)
    more = "--voice-languages vi,en --voice-region south --voice-reading number --services A,H"
    more += " --size 1080x1920 --language en --theme dark"
    full = read_options([*GOOD, *more.split()])
    assert (full.manner.languages, full.manner.region, full.manner.reading) == (
        ("vi", "en"),
        "south",
        "number",
    )
    assert (full.services, full.size) == (frozenset({"A", "H"}), (1080, 1920))


@pytest.mark.parametrize("voice", ["off", "a folder without a voice"])
def test_what_cannot_begin_says_why_and_exits_with_two(tmp_path: Path, voice: str) -> None:
    token = tmp_path / "token"
    if voice != "off":
        token.write_text("t", encoding="ascii")
    arguments = ["--center", "http://127.0.0.1:9", "--token-file", str(token), "--voice", voice]
    done = subprocess.run(
        [sys.executable, "-m", "layso_kiosk.display.command", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert (str(token) if voice == "off" else voice) in done.stderr


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--layout", "no such board", "no such board"),
        ("--media", "/no/such/folder", "/no/such/folder"),
        ("--led", "serial:///dev/ttyUSB1?protocol=dmx", "protocol=dmx"),
    ],
)
def test_what_the_board_cannot_use_is_named(
    tmp_path: Path, qapp: object, option: str, value: str, says: str
) -> None:
    token = tmp_path / "token"
    token.write_text("t", encoding="ascii")
    given = [*GOOD[:3], str(token), "--voice", "off", option, value]
    with pytest.raises(OptionsWrong) as wrong:
        Hall(read_options(given))
    assert says in str(wrong.value)
    assert str(wrong.value).endswith(".")


def test_a_sign_over_a_counter_is_silent_unless_asked() -> None:
    assert read_options(list(GOOD)).voice == "auto"
    assert read_options([*GOOD, "--counter", "3"]).voice == "off"
    assert read_options([*GOOD, "--counter", "3", "--voice", "auto"]).voice == "auto"
