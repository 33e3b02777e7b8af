"""What command lines say of themselves is in one language, whichever is asked for."""

import argparse
import io
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

from layso_assets.command_line import CommandLine
from layso_assets.languages import LANGUAGES, Texts
from layso_queue import command as house
from layso_queue.center import command as center
from layso_queue.center.commands import words as center_words
from layso_queue.hub import command as hub
from layso_queue.hub.commands import words as hub_words


def house_parser(texts: Texts) -> CommandLine:
    """Every word of `layso`, each with its own words and options."""
    made = CommandLine("layso", texts=texts)
    words = made.add_subparsers()
    for word, module in house.WORDS.items():
        one = words.add_parser(word, help=texts.say(f"command.layso.{word}"))
        import_module(module).add_options(one)
    return made


PARSERS = {
    "layso": house_parser,
    "layso-center": center_words.parser,
    "layso-hub": hub_words.parser,
}
STARTS = {"layso-center": center.main, "layso-hub": hub.main}


def said(parser: argparse.ArgumentParser, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every place of a command line with what is said there."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                yield f"{path} {choice.dest}", choice.help or ""
            for word, below in action.choices.items():
                yield from said(below, f"{path} {word}")
        else:
            yield f"{path} {action.dest}", action.help or ""


@pytest.mark.parametrize("program", PARSERS)
def test_every_word_and_option_is_told_in_the_language_asked_for(program: str) -> None:
    vi, en = (dict(said(PARSERS[program](Texts(language)))) for language in ("vi", "en"))
    assert vi.keys() == en.keys()
    assert [place for place in vi if not vi[place] or vi[place] == en[place]] == []
    assert all(text.replace("Lấy Số", "").isascii() for text in en.values())


@pytest.mark.parametrize("program", STARTS)
def test_a_port_that_is_none_is_said_in_one_sentence(
    program: str, capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    for language, sentence in zip(LANGUAGES[:2], ("hãy ghi một số", "please give a"), strict=True):
        words = ["--language", language, "serve", "--data", str(tmp_path), "--port", "99999"]
        with pytest.raises(SystemExit) as ended:
            STARTS[program](words)
        heard = capsys.readouterr().err
        assert ended.value.code == 2
        assert heard.startswith(f"--port: {sentence}")
        assert len(heard.splitlines()) == 1


def test_a_port_that_is_none_is_said_by_the_doctor_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        house.main(["doctor", "--port", "99999"])
    assert capsys.readouterr().err == "--port: hãy ghi một số nguyên từ 0 đến 65535.\n"


@pytest.mark.parametrize(("program", "who"), [("layso-center", "--code"), ("layso-hub", "--name")])
def test_a_secret_that_nobody_types_is_asked_for_in_one_sentence(
    program: str,
    who: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    words = ["--language", "en", "staff", "add", "--data", str(tmp_path), who, "an"]
    assert STARTS[program](words) == 2
    heard = capsys.readouterr().err
    assert heard.startswith("No P" if program == "layso-center" else "No p")
    assert "was given, so nothing has changed." in heard
    assert len(heard.splitlines()) == 1
