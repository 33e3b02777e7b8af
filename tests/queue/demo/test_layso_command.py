"""`layso`: its subcommands, and what the doctor says."""

import socket
from pathlib import Path

import pytest

from layso_queue.command import WORDS, main


def test_the_doctor_finds_this_machine_able(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["doctor", "--data", str(tmp_path), "--port", "0"]) == 0
    said = capsys.readouterr().out
    assert "LỖI" not in said
    assert said.count("tốt  ") == 6
    assert "SQLite 3." in said


def test_the_doctor_names_a_port_that_is_taken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["doctor", "--language", "en", "--port", str(port)]) == 1
    assert f"BAD  port {port} cannot be used: another program uses it" in capsys.readouterr().out


def test_the_doctor_names_a_folder_that_is_not_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert (
        main(["--language", "en", "doctor", "--data", str(tmp_path / "gone"), "--port", "0"]) == 1
    )
    assert "is not there" in capsys.readouterr().out


def test_the_demo_says_where_it_cannot_write(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["demo", "--headless", "--out", str(tmp_path / "file" / "out")]) == 2
    assert "cannot write to" in capsys.readouterr().err


def test_an_unknown_word_is_answered_with_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["dance"])
    assert "demo" in capsys.readouterr().err


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_has_its_help(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([word, "--help"])
    assert ended.value.code == 0
    assert f"layso {word}" in capsys.readouterr().out


def test_the_language_may_stand_before_the_word_or_after_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = ["why", "--data", str(tmp_path), "A001"]
    for given in (
        ["--language", "en", *words],
        ["--language=en", *words],
        [words[0], "--language", "en", *words[1:]],
        ["--language", "vi", words[0], "--language=en", *words[1:]],
    ):
        assert main(given) == 2
        assert "There is no service day yet" in capsys.readouterr().err
    assert main(words) == 2
    assert "There is" not in capsys.readouterr().err
