"""`layso slip preview`: a layout drawn while it is being written."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from layso_assets import files
from layso_assets.command_line import CommandLine
from layso_assets.languages import Texts
from layso_printing import PrinterSettingsWrong
from layso_printing.preview import KINDS, draw_layout, follow, sample_slip
from layso_printing.preview.command import add_options, run
from layso_printing.preview.follow import Drawn

NOW = datetime.fromisoformat("2026-11-23T07:42:10+07:00")
LAYOUTS = sorted(file.stem for file in files.path("slips").glob("*.toml"))


def preview(*words: str) -> int:
    parser = CommandLine(texts=Texts("vi"))
    add_options(parser)
    return run(parser.parse_args(["preview", *words]))


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    """A layout of one's own."""
    mine = tmp_path / "mine.toml"
    mine.write_text(files.path("slips", "slip-80.toml").read_text("utf-8"), "utf-8")
    return mine


@pytest.mark.parametrize(("kind", "language"), [*((kind, "vi") for kind in KINDS), ("full", "en")])
def test_every_sample_is_drawn_in_every_shipped_layout(
    tmp_path: Path, kind: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in LAYOUTS:
        out = tmp_path / f"{name}.png"
        words = ["--kind", kind, "--language", language, "--out", str(out), "--once"]
        assert preview(name, *words) == 0
        with Image.open(out) as picture:
            assert picture.width == {"80": 576, "58": 384, "a6": 727}[name[-2:]]
            assert picture.convert("L").getextrema() == (0, 255)
        assert f"{picture.width} x {picture.height}" in capsys.readouterr().out


def test_a_changed_file_is_drawn_again_and_a_broken_one_is_told(layout: Path) -> None:
    out = layout.with_suffix(".png")
    good = layout.read_text("utf-8")
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: layout.write_text("columns = ", "utf-8"),
        lambda: layout.write_text(good.replace("top = 8", "top = 88"), "utf-8"),
        layout.unlink,
        lambda: layout.write_text(good, "utf-8"),
    ]
    told: list[Drawn | PrinterSettingsWrong | OSError] = []

    def wait() -> bool:
        if not steps:
            return False
        steps.pop(0)()
        return True

    slip = sample_slip("plain", "vi", NOW)
    follow(layout, lambda: draw_layout(layout, slip, out), told.append, wait)
    kinds = [type(one) for one in told]
    assert kinds == [Drawn, PrinterSettingsWrong, Drawn, PrinterSettingsWrong, Drawn]
    first, moved, last = (one for one in told if isinstance(one, Drawn))
    assert moved.height == first.height + 80
    assert last.height == first.height
    assert [file.name for file in out.parent.iterdir() if file.suffix == ".new"] == []


def test_an_untouched_file_is_drawn_once(layout: Path) -> None:
    drawn: list[object] = []
    left = iter([True] * 5)
    out = layout.with_suffix(".png")
    slip = sample_slip("plain", "vi", NOW)
    follow(layout, lambda: draw_layout(layout, slip, out), drawn.append, lambda: next(left, False))
    assert len(drawn) == 1


def test_paper_of_any_width_can_be_previewed(layout: Path) -> None:
    layout.write_text(layout.read_text("utf-8").replace("columns = 576", "columns = 640"), "utf-8")
    drawn = draw_layout(layout, sample_slip("plain", "vi", NOW), layout.with_suffix(".png"))
    assert drawn.width == 640


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["khong-co"], "khong-co"),
        (["khong-co"], "lean-58, lean-80, slip-58, slip-80, slip-a6"),
        (["/khong/co.toml"], "/khong/co.toml"),
        (["slip-80", "--once", "--profile", "epson-1234"], "epson-1234"),
        (["slip-80", "--once", "--out", "/proc/khong/ghi.png"], "/proc/khong/ghi.png"),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert preview(*words) == 2
    complaint = capsys.readouterr().err
    assert said in complaint
    assert complaint.count("\n") == 1
