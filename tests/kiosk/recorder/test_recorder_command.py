"""`layso-voice`: calls to files, packs checked and made; each wrong word is one sentence."""

import json
import os
import sys
from pathlib import Path

import pytest

from layso_kiosk.look.sound import waves
from layso_kiosk.recorder import command


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch):
    def run(*words: object) -> int:
        monkeypatch.setattr(sys, "argv", ["layso-voice", *map(str, words)])
        return command.main()

    return run


def test_any_call_can_be_written_to_a_file(run, tmp_path: Path, capsys) -> None:
    once, both = tmp_path / "once.wav", tmp_path / "both.wav"
    assert run("say", "A012", 3, "--out", once, "--times", 1) == 0
    assert run("say", "A012", 3, "--out", both, "--times", 1, "--languages", "vi,en") == 0
    assert 2 < len(waves.read(once)) / waves.RATE < 8
    assert len(waves.read(both)) > 1.4 * len(waves.read(once))
    assert "giây" in capsys.readouterr().out


def test_reading_as_a_number_sounds_otherwise_than_by_figures(run, tmp_path: Path) -> None:
    figures, number = tmp_path / "f.wav", tmp_path / "n.wav"
    run("say", "A012", 3, "--out", figures)
    run("say", "A012", 3, "--out", number, "--reading", "number")
    assert waves.read(figures) != waves.read(number)


@pytest.mark.parametrize(
    ("words", "about"),
    [
        (("say", "12A", 3, "--out", "x.wav"), "12A"),
        (("say", "A012", 0, "--out", "x.wav"), "0"),
        (("say", "A012", 3, "--out", "/no/such/folder/x.wav"), "/no/such/folder"),
        (("say", "A012", 3, "--out", "x.wav", "--languages", "vi,xx"), "xx"),
        (("check", "/no/such/pack"), "manifest.toml"),
        (("sing",), "sing"),
    ],
)
def test_what_is_wrong_is_one_sentence(run, capsys, words: tuple, about: str) -> None:
    assert run(*words) == 2
    said = capsys.readouterr().err
    assert about in said
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1


def test_espeak_makes_a_whole_pack_and_the_check_finds_what_is_taken_away(
    run, tmp_path: Path, capsys
) -> None:
    folder = tmp_path / "made"
    assert run("make", folder, "--speak", "en", "--language", "en") == 0
    assert run("check", folder, "--language", "en") == 0
    next(folder.glob("*seven.wav")).unlink()
    assert run("check", folder, "--language", "en") == 1
    assert "seven" in capsys.readouterr().out


PIPER = """#!{python}
import sys, array, math
assert sys.argv[1] == "--model" and sys.argv[3] == "--output-raw", sys.argv
words = sys.stdin.read()
if "refuse" in sys.argv[2]:
    sys.exit("model is broken")
n = 3000 + 200 * len(words)
tone = (round(9000 * math.sin(i / 12)) for i in range(n))
sys.stdout.buffer.write(array.array("h", tone).tobytes())
"""


@pytest.fixture
def piper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that keeps Piper's command line; returns the folder for models."""
    program = tmp_path / "bin" / "piper"
    program.parent.mkdir()
    program.write_text(PIPER.format(python=sys.executable))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    for name in ("vi.onnx", "refuse.onnx"):
        about = tmp_path / f"{name}.json"
        about.write_text(json.dumps({"audio": {"sample_rate": 16000}}))
    return tmp_path


def test_piper_speaks_a_pack_when_a_model_is_in_place(run, piper: Path) -> None:
    assert run("make", piper / "pack", "--model", piper / "vi.onnx") == 0
    assert run("check", piper / "pack") == 0


def test_a_model_that_cannot_be_used_is_said(run, piper: Path, capsys) -> None:
    assert run("make", piper / "pack", "--model", piper / "refuse.onnx") == 2
    assert "model is broken" in capsys.readouterr().err
    assert run("make", piper / "pack", "--model", piper / "gone.onnx") == 2
    assert "gone.onnx" in capsys.readouterr().err
