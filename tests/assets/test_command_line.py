"""What argparse complains of reaches people as sentences in their language."""

import pytest

from layso_assets.command_line import CommandLine, texts_for, whole_number
from layso_assets.languages import LANGUAGES, Texts


def parser_in(language: str) -> CommandLine:
    parser = CommandLine("layso-thử", texts=Texts(language))
    words = parser.add_subparsers(dest="word", required=True)
    one = words.add_parser("go", help="…")
    one.add_argument("--port", type=whole_number(Texts(language), 0, 65_535))
    one.add_argument("--paint", choices=("red", "blue"))
    one.add_argument("--times", type=int)
    one.add_argument("--name", required=True)
    either = one.add_mutually_exclusive_group(required=True)
    either.add_argument("--up", action="store_true")
    either.add_argument("--down", action="store_true")
    return parser


WRONG = {
    "required": ("go --up", ["--name"]),
    "word": ("", ["go"]),
    "unknown": ("go --up --name a --fast", ["--fast"]),
    "without_value": ("go --up --name", ["--name"]),
    "known": ("go --up --name a --paint green", ["--paint", "green", "red", "blue"]),
    "too large": ("go --up --name a --port 99999", ["--port", "65535"]),
    "no number": ("go --up --name a --port x", ["--port", "65535"]),
    "value": ("go --up --name a --times x", ["--times", "x"]),
    "together": ("go --up --down --name a", ["--up", "--down"]),
    "one_of": ("go --name a", ["--up", "--down"]),
    "ambiguous": ("go --up --name a --p 3", ["--p", "--port", "--paint"]),
}


@pytest.mark.parametrize("case", sorted(WRONG))
def test_what_is_wrong_is_one_sentence_without_argparses_words(case, capsys):
    words, named = WRONG[case]
    with pytest.raises(SystemExit) as ended:
        parser_in("vi").parse_args(words.split())
    assert ended.value.code == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert all(one in said for one in named)
    assert not any(one in said for one in ("argument", "required", "choice", "invalid", "expected"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_one_language_down_to_the_words_below(language, capsys):
    say = Texts(language).say
    for words in ([], ["go"]):
        with pytest.raises(SystemExit) as ended:
            parser_in(language).parse_args([*words, "--help"])
        assert ended.value.code == 0
        said = capsys.readouterr().out
        assert said.startswith(say("command.help.usage"))
        assert say("command.help.options") in said
        assert say("command.help.help") in said
        assert language == "en" or "usage" not in said


def test_the_language_asked_for_answers_even_a_wrong_line():
    assert texts_for(["--port", "x", "--language", "en"]).language == "en"
    assert texts_for(["--language", "xx"]).language == LANGUAGES[0]
    assert texts_for(["--language"]).language == LANGUAGES[0]
