"""`layso plan` on the command line: from a journal, and what it says when it cannot."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from layso_queue.command import main
from layso_queue.line.events import Event
from layso_queue.reports.past import open_past

Keep = Callable[[Path, Sequence[Sequence[Event]]], Path]


def test_the_command_answers_from_the_centers_own_journal(
    file: Path,
    journals: list[list[Event]],
    tmp_path: Path,
    kept_days: Keep,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = kept_days(tmp_path / "center", journals[-3:])
    (folder / "settings.toml").write_bytes(file.read_bytes())
    out = tmp_path / "out"
    words = ["plan", "--data", folder, "--day", "2026-11-30", "--runs", "2", "--out", out]
    asked = [*map(str, words), "--what-if", "4=07:30", "--language", "en"]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "Learned from 3 service days" in said
    assert "If counter 4 opens at 07:30:" in said
    assert said.count("minutes on the mean") >= 1
    assert (out / "plan.png").read_bytes().startswith(b"\x89PNG")
    assert (out / "plan.svg").read_text("utf-8").startswith("<?xml")
    past = open_past(folder)
    assert past.center == "Trung tâm thử"
    past.close()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--day", "2026-12-02"], "không làm việc ngày 02/12/2026"),
        (["--day", "30/11/2026"], "30/11/2026"),
        (["--day", "2026-11-30", "--runs", "0"], "từ 1 đến"),
        (["--day", "2026-11-30", "--target", "-3"], "lớn hơn 0"),
        (["--day", "2026-11-30", "--what-if", "9=08:00"], "9"),
        (["--day", "2026-11-30", "--give"], "--give cần --data"),
        (["--day", "2026-11-30", "--yes"], "--yes chỉ dùng cùng --give"),
    ],
)
def test_what_cannot_be_planned_is_said_in_one_sentence(
    file: Path, words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan", "--center", str(file), *words]) == 2
    found = capsys.readouterr()
    assert found.out == ""
    assert found.err.count("\n") == 1
    assert sentence in found.err


@pytest.mark.parametrize("written", ["4", "4=8", "x=08:00", "4=25:00", "4=10:00-09:00", "4=08:75"])
def test_a_change_in_another_form_is_refused(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["plan", "--day", "2026-11-30", "--what-if", written])
    assert "4=08:00" in capsys.readouterr().err
