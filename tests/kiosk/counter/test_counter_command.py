"""The command line: right, or one sentence and exit 2; and the program driven by its pilot."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from layso_kiosk.counter.command import main
from layso_kiosk.counter.options import read_options
from layso_kiosk.look.options import OptionsWrong

MAIN = "from layso_kiosk.counter.command import main; exit(main())"


@pytest.fixture
def given(tmp_path: Path) -> dict[str, str]:
    token = tmp_path / "token"
    token.write_text("desk-token\n", "utf-8")
    return {
        "--center": "http://127.0.0.1:8026",
        "--token-file": str(token),
        "--counter": "3",
        "--data": str(tmp_path / "data"),
    }


def line(options: dict[str, str]) -> list[str]:
    return [word for pair in options.items() for word in pair]


def test_a_right_command_line_is_read(given: dict[str, str]) -> None:
    options = read_options([*line(given), "--size", "1366x768", "--pilot"])
    assert (options.counter, options.token, options.size) == (3, "desk-token", (1366, 768))
    assert options.pilot is True
    assert options.language is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"--center": "127.0.0.1"}, "Địa chỉ trung tâm"),
        ({"--center": "ftp://center"}, "Địa chỉ trung tâm"),
        ({"--token-file": "/nowhere/token"}, "/nowhere/token"),
        ({"--counter": "0"}, "Số quầy"),
        ({"--counter": "ba"}, "Số quầy"),
        ({"--data": "/dev/null/data"}, "/dev/null/data"),
        ({"--keys": "/nowhere/keys.toml"}, "không đọc được tệp."),
        ({"--size": "wide"}, "Kích thước “wide”"),
        ({"--language": "fr"}, "--language không thể là fr"),
        ({"--nonsense": "1"}, "--nonsense"),
    ],
)
def test_a_wrong_one_is_one_sentence_and_exit_2(
    given: dict[str, str], change: dict[str, str], said: str, capsys: Any
) -> None:
    assert main(line(given | change)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


def test_the_sentence_comes_in_the_asked_language(given: dict[str, str], capsys: Any) -> None:
    assert main(line(given | {"--counter": "x", "--language": "en"})) == 2
    assert "The counter number" in capsys.readouterr().err


def test_a_clash_in_the_key_file_is_named(given: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text('call-next = ["F9"]\nrecall = ["F9"]\n', "utf-8")
    with pytest.raises(OptionsWrong, match=r"F9.*call-next.*recall"):
        read_options([*line(given), "--keys", str(file)])


def _start(options: dict[str, str], *more: str) -> subprocess.Popen[str]:
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    return subprocess.Popen(
        [sys.executable, "-c", MAIN, *line(options), *more],
        env=os.environ | offscreen,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_counter_that_the_center_does_not_have_ends_it(
    given: dict[str, str], center: Any
) -> None:
    center.tokens["desk-token"] = "counter"
    process = _start(given | {"--center": center.url, "--counter": "9"})
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (2, "")
    assert err.strip() == "Trung tâm không có quầy 9. Các quầy có: 1, 2."


def test_the_pilot_signs_in_and_calls(given: dict[str, str], center: Any) -> None:
    center.tokens["desk-token"] = "counter"
    ticket = center.day["tickets"][0]
    session = {"session": "s", "staff": "nv01", "role": "counter"}
    called = {**ticket, "state": "called", "counter": 1, "calls": 1}
    center.answers["POST", "/v1/sessions"] = lambda _: (201, session)
    center.answers["POST", "/v1/counters/1/call-next"] = lambda _: (200, called)
    process = _start(
        given | {"--center": center.url, "--counter": "1"}, "--pilot", "--size", "1366x768"
    )
    assert process.stdin is not None
    assert process.stdout is not None
    heard: list[dict[str, Any]] = []

    def ask(**order: Any) -> Any:
        process.stdin.write(json.dumps(order) + "\n")  # type: ignore[union-attr]
        process.stdin.flush()  # type: ignore[union-attr]
        while "ok" not in (said := json.loads(process.stdout.readline())):  # type: ignore[union-attr]
            heard.append(said)
        assert said["ok"], said
        return said["answer"]

    ask(do="wait", name="strip", property="visible", value=False, timeout_ms=10_000)
    ask(do="touch", name="sign-in-staff")
    ask(do="type", text="nv01")
    ask(do="touch", name="sign-in-pin")
    ask(do="type", text="260411")
    ask(do="touch", name="sign-in")
    ask(do="wait", name="call-next", property="enabled", value=True)
    ask(do="key", key="F9")
    ask(do="wait", name="current-number", property="text", value="A001")
    process.stdin.write('{"do": "quit"}\n')
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    heard += [said for text in out.splitlines() if "event" in (said := json.loads(text))]
    events = [said["event"] for said in heard]
    assert events.index("call_pressed") < events.index("called")
    assert next(said for said in heard if said["event"] == "called")["number"] == "A001"
