"""The guides: every command, option and key in them exists, and both languages say the same."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
GUIDE = HOUSE / "docs" / "guide"
NAMES = ("citizen-helpers", "staff", "it")
PROGRAMS = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
Help = Callable[[str, tuple[str, ...]], str]

_BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")


def _text(language: str, name: str) -> str:
    return (GUIDE / language / f"{name}.md").read_text("utf-8")


def _blocks(text: str) -> list[str]:
    """Return the lines of all blocks, continued lines joined, without their remarks."""
    joined = "".join(_BLOCK.findall(text)).replace("\\\n", " ")
    return [" ".join(line.partition(" #")[0].split()) for line in joined.splitlines()]


def _commands(text: str) -> Iterator[list[str]]:
    """Yield the words of everything that is to be typed at a prompt."""
    written = [*_blocks(text), *_INLINE.findall(_BLOCK.sub("", text))]
    for line in written:
        if line.startswith(("layso", "./run")):
            yield line.partition(">")[0].split()


ASKED = """
import contextlib, io, json, sys, {module} as m
sys.argv[0] = {program!r}
for line in sys.stdin:
    sys.argv[1:] = [*json.loads(line), "--help"]
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
        m.{function}()
    print(json.dumps(said.getvalue()), flush=True)
"""


@pytest.fixture(scope="module")
def help_of() -> Iterator[Help]:
    """What a program says of itself; each is a process of its own, asked as often as need be."""
    with ExitStack() as open_ones:

        @lru_cache
        def started(program: str) -> subprocess.Popen[str]:
            module, _, function = PROGRAMS[program].partition(":")
            order = ASKED.format(module=module, program=program, function=function)
            run = [sys.executable, "-c", order]
            pipe = subprocess.PIPE
            asked = subprocess.Popen(run, stdin=pipe, stdout=pipe, text=True)
            open_ones.enter_context(asked)
            assert asked.stdin is not None
            open_ones.callback(asked.stdin.close)
            return asked

        @lru_cache
        def ask(program: str, words: tuple[str, ...]) -> str:
            asked = started(program)
            assert asked.stdin is not None
            assert asked.stdout is not None
            asked.stdin.write(json.dumps(words) + "\n")
            asked.stdin.flush()
            said = json.loads(asked.stdout.readline() or '""')
            assert said, f"{program} {' '.join(words)} says nothing of itself"
            return str(said)

        yield ask


def _of(help_of: Help, line: list[str]) -> str:
    """Return the help of the subcommand that the words of a command line name."""
    program, *rest = line
    words: tuple[str, ...] = ()
    while True:
        said = help_of(program, words)
        told = " ".join(said.partition("options:")[0].split())
        choices = {
            one for group in re.findall(r"\{([^}]+)\} \.\.\.", told) for one in group.split(",")
        }
        if not choices or not rest:
            return said
        assert rest[0] in choices, f"{' '.join(line)}: no such word as {rest[0]}"
        words, rest = (*words, rest[0]), rest[1:]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_and_option_exists(language: str, help_of: Help) -> None:
    words = re.findall(r"^    (\w+)\)", (HOUSE / "run").read_text("utf-8"), re.MULTILINE)
    seen, options = set(), set[str]()
    for name in NAMES:
        for line in _commands(_text(language, name)):
            if line[0] == "./run":
                assert not line[1:] or line[1] in words, line
                continue
            assert line[0] in PROGRAMS, line
            said = _of(help_of, line)
            known = set(re.findall(r"--[a-z-]+", said))
            missing = [word for word in line if word.startswith("--") and word not in known]
            assert not missing, f"{' '.join(line)}: {missing}"
            seen.add(line[0])
            options |= known
    assert len(seen) >= 6
    for name in NAMES:
        alone = (one.split()[0] for one in _INLINE.findall(_text(language, name)))
        assert {one for one in alone if one.startswith("--")} <= options


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_staff_guide_names_every_key_of_the_counter(language: str) -> None:
    keys = tomllib.loads((HOUSE / "kiosk/layso_kiosk/counter/keys.toml").read_text("utf-8"))
    everywhere = keys.pop("everywhere")
    guide = _text(language, "staff")
    rows = [_INLINE.findall(line.split("|")[1]) for line in guide.splitlines() if line[:3] == "| `"]
    assert rows == [keys[act] for act in _in_the_guides_order(keys)]
    for key in everywhere.values():
        assert f"`{key}`" in guide


def _in_the_guides_order(keys: dict[str, list[str]]) -> list[str]:
    first = ["call-next", "recall", "start", "finish", "no-show", "park", "transfer", "undo"]
    return first + [act for act in keys if act not in first]


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_chapters_pictures_and_commands(name: str) -> None:
    vietnamese, english = _text("vi", name), _text("en", name)
    for pattern in (r"^#+ ", r"\]\(([^)]+)\)", r"^\d\. ", r"^\| "):
        found = [re.findall(pattern, text, re.MULTILINE) for text in (vietnamese, english)]
        assert found[0] == found[1], pattern
    assert _blocks(vietnamese) == _blocks(english)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_addressed_by_age_or_sex(name: str) -> None:
    assert not re.findall(r"\b(?:anh|chị|ông|bà|Anh/Chị)\b", _text("vi", name))


def test_every_document_is_found_from_the_index_and_every_link_leads_somewhere() -> None:
    documents = [HOUSE / "README.md", *sorted((HOUSE / "docs").rglob("*.md"))]
    for document in documents:
        for target in re.findall(r"\]\(([^)#\s]+)\)", document.read_text("utf-8")):
            if "://" not in target:
                assert (document.parent / target).exists(), f"{document.name}: {target}"
    index = (HOUSE / "docs" / "README.md").read_text("utf-8")
    linked = {(HOUSE / "docs" / one).resolve() for one in re.findall(r"\]\(([^)#\s]+)\)", index)}
    single = [*(HOUSE / "docs").glob("*.md"), *GUIDE.rglob("*.md")]
    assert [file.name for file in single if file.resolve() not in linked] == ["README.md"]
