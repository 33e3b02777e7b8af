"""`layso simulate`: a center's days as tables and plots, and what a change would do."""

import re
from pathlib import Path

import pytest
from PIL import Image

from layso_assets import files
from layso_assets.command_line import CommandLine
from layso_assets.languages import Texts
from layso_queue.command import main
from layso_queue.line.plan import STRICT
from layso_queue.line.states import Priority
from layso_queue.reports.changes import add_changes, changed, sayings
from layso_queue.simulate import demo_center

DEMO = files.path("demo", "center-26041.toml")
FEW = ["--days", "2", "--people", "60", "--from", "2026-11-23"]


def _run(
    capsys: pytest.CaptureFixture[str], out: Path, *words: str, code: int = 0
) -> tuple[str, str]:
    assert main(["simulate", *FEW, "--out", str(out), *words]) == code
    said = capsys.readouterr()
    return said.out, said.err


def _row(told: str, name: str) -> list[str]:
    line = next(line for line in told.splitlines() if line.startswith(name))
    return re.split(r"\s{2,}", line)


def test_the_answer_is_in_the_centers_language_with_every_service_and_counter(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told, wrong = _run(capsys, tmp_path)
    assert wrong == ""
    assert told.startswith("Mô phỏng 2 ngày làm việc, từ 23/11/2026: Trung tâm Phục vụ")
    for code in "AHLKXNESM":
        assert re.search(rf"^{code}  \S", told, re.MULTILINE)
    people = [float(_row(told, name)[-7].replace(",", ".")) for name in ("A  ", "Tất cả")]
    assert 0 < people[0] < people[1] < 120
    of_all = [float(_row(told, name)[1].replace(",", ".")) for name in ("Thuộc", "Không thuộc")]
    assert sum(of_all) == pytest.approx(people[1], abs=0.11)
    counters = [line for line in told.splitlines() if re.match(r"\d  ", line)]
    assert [line[0] for line in counters] == list("12345678")
    for line in counters:
        parts = [int(part) for part in re.findall(r"(\d+) %", line)]
        assert 97 <= sum(parts) <= 103
    assert "Nếu" not in told


def test_plots_are_written_as_pictures_with_the_shipped_font(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "new" / "folder"
    _run(capsys, out)
    assert sorted(file.name for file in out.iterdir()) == [
        f"{name}.{kind}" for name in ("loads", "promises", "waits") for kind in ("png", "svg")
    ]
    for name in ("loads", "promises", "waits"):
        with Image.open(out / f"{name}.png") as picture:
            assert picture.width == 1760
            assert picture.getpixel((3, 3))[:3] == (0xFF, 0xFC, 0xF7)  # type: ignore[index]
            assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 50
        assert "<svg" in (out / f"{name}.svg").read_text("utf-8")


def test_equal_seeds_give_equal_answers_and_plots(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told = [_run(capsys, tmp_path / name, "--days", "1")[0] for name in ("one", "two")]
    assert told[0].replace("one", "") == told[1].replace("two", "")
    plots = [(tmp_path / name / "waits.svg").read_bytes() for name in ("one", "two")]
    assert plots[0] == plots[1]
    other, _ = _run(capsys, tmp_path / "one", "--days", "1", "--seed", "2")
    assert other != told[0]


def test_a_change_is_told_beside_what_is_for_the_same_people(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told, _ = _run(capsys, tmp_path, "--counters", "3", "--open", "2=09:00", "--language", "en")
    assert "If there are 3 counters and counter 2 opens at 09:00" in told
    before, after = told.split("\nIf there are")
    assert _row(before, "All")[1] == _row(after, "All")[1], "the same people"
    means = [float(_row(part, "All")[2]) for part in (before, after)]
    assert means[1] > means[0]
    assert f"wait {means[1]} minutes on average instead of {means[0]}" in after


@pytest.mark.parametrize(
    ("words", "said", "minutes"),
    [
        (["--policy", "fcfs"], "whoever comes first is called first", 0),
        (["--policy", "strict"], "people with priority are always called first", STRICT),
        (
            ["--head-start", "90"],
            "people with priority count as having come 90 minutes earlier",
            90,
        ),
        (
            ["--policy", "head-start"],
            "people with priority count as having come 240 minutes earlier",
            240,
        ),
    ],
)
def test_a_policy_is_a_head_start_and_is_said_in_words(
    words: list[str], said: str, minutes: int
) -> None:
    parser = CommandLine(texts=Texts("en"))
    add_changes(parser)
    options = parser.parse_args(words)
    assert sayings(options, Texts("en")) == [said]
    rules = changed(demo_center(), options).rules
    assert {rules.head_start(one) for one in Priority if one is not Priority.NONE} == {minutes}
    assert rules.booking_head_start == (0 if words[-1] == "fcfs" else 60)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--days", "0"], "from 1 to 1000"),
        (["--from", "tomorrow"], "“tomorrow” is not a date"),
        (["--from", "9999-12-30"], "is not a date"),
        (["--counters", "0"], "Counters are from 1 to 99"),
        (["--people", "0"], "from 1 to 9000"),
        (["--open", "44=08:00"], "no counter 44"),
        (["--open", "4=17:00"], "counter 4 would serve nobody"),
        (["--center", "no-such-file.toml"], "no-such-file.toml"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_code_2(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: list[str], why: str
) -> None:
    told, wrong = _run(capsys, tmp_path, "--language", "en", *words, code=2)
    assert told == ""
    assert why in wrong
    assert wrong.count("\n") == 1


@pytest.mark.parametrize("word", ["4", "4=8", "x=08:00", "4=25:00", "=", "4=08:60"])
def test_a_time_written_otherwise_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, word: str
) -> None:
    with pytest.raises(SystemExit) as left:
        _run(capsys, tmp_path, "--open", word)
    assert left.value.code == 2
    assert "như 4=08:00" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    _, wrong = _run(capsys, tmp_path / "file", "--language", "en", "--days", "1", code=2)
    assert wrong.startswith("Cannot write to the folder")
