"""Every text can be reached from a program, and every text that a program names is there."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from layso_assets.languages import Texts, offered

HOUSE = Path(__file__).resolve().parents[2]
ROOTS = ("queue", "kiosk", "printing", "assets")

UNSEEN: Mapping[str, str] = {
    r"center\.settings\.[a-z_]+": "pydantic's words for what is wrong with a setting",
    r"reports\.why\.ahead\.(none|one|many)": "the table is filled in as well",
    r"voice\.letters\.[A-Z]": "a series may have any letter",
}
"""Keys (patterns) that no program's words name, each with its reason."""

ANY = "\0"
"""What a program fills in."""


@lru_cache(maxsize=1)
def keys() -> frozenset[str]:
    """Return every text's key."""
    return Texts("vi").all_keys()


def _sources(*kinds: str) -> Iterator[Path]:
    for root in ROOTS:
        for kind in kinds:
            yield from (HOUSE / root).rglob(f"*.{kind}")


def _spoken(node: ast.expr) -> str | None:
    """Return a string of a program, with ANY where something is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_spoken(part) or ANY for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _spoken(node.left), _spoken(node.right)
        return None if left is None and right is None else f"{left or ANY}{right or ANY}"
    return None


def _of_python(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text("utf-8"))
    joined = (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    parts = {part for node in joined for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and node not in parts and (found := _spoken(node)):
            yield found
        elif isinstance(
            node, ast.ClassDef
        ):  # an enum's words, and fields by which texts are chosen
            for one in node.body:
                if isinstance(one, ast.Assign | ast.AnnAssign):
                    targets = one.targets if isinstance(one, ast.Assign) else [one.target]
                    names = [part.id for part in targets if isinstance(part, ast.Name)]
                    yield from names
                    yield from (name.lower() for name in names)


_QUOTED = re.compile(r"""(\+|~)?\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*(\+|~)?""")


def _of_page(file: Path) -> Iterator[str]:
    """Yield what stands in quotes in QML, JavaScript or a template, joined with + or ~."""
    for before, one, other, behind in _QUOTED.findall(file.read_text("utf-8")):
        yield (ANY if before else "") + (one or other) + (ANY if behind else "")


def _of_data(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _of_data(one)
    elif isinstance(value, str):
        yield value


@lru_cache(maxsize=1)
def said() -> frozenset[str]:
    """Return all strings of programs, pages and data, but not of the texts themselves."""
    found: set[str] = set()
    for file in _sources("py"):
        found.update(_of_python(file))
    for file in _sources("qml", "html", "js"):
        found.update(_of_page(file))
    for file in _sources("toml"):
        if "languages" not in file.parts:
            found.update(_of_data(tomllib.loads(file.read_text("utf-8"))))
    return frozenset(found)


def _pattern(spoken: str) -> re.Pattern[str]:
    return re.compile("(.*)".join(re.escape(part) for part in re.split(f"{ANY}+", spoken)))


@lru_cache(maxsize=1)
def filled() -> tuple[re.Pattern[str], ...]:
    """Return the strings that are filled in and may be a key or the end of one."""
    fit = re.compile(rf"[\w.{ANY}-]+")
    some = (one for one in said() if ANY in one and fit.fullmatch(one) and one.strip(f"{ANY}."))
    return tuple(_pattern(one) for one in sorted(some))


def _known(word: str, within: int = 2) -> bool:
    """Say whether a program can mean this word, or this end of a key."""
    if not word or word.isdigit() or word in said():
        return True
    joints = [at for at in range(1, len(word)) if "_" in (word[at - 1], word[at])]
    if any(word[:at] in said() and word[at:] in said() for at in joints):
        return True
    return within > 0 and any(
        (hit := pattern.fullmatch(word)) and all(_known(one, within - 1) for one in hit.groups())
        for pattern in filled()
    )


def _reached(key: str) -> bool:
    if key in said():
        return True
    for pattern in filled():
        hit = pattern.fullmatch(key)
        if hit and "." in pattern.pattern and all(_known(part) for part in hit.groups()):
            return True
    return False


def test_every_text_is_reached_by_a_program() -> None:
    excused = [re.compile(pattern) for pattern in UNSEEN]
    unused = sorted(
        key
        for key in keys()
        if not _reached(key) and not any(one.fullmatch(key) for one in excused)
    )
    assert unused == []


def test_every_text_that_a_program_names_is_there() -> None:
    topics = "|".join(sorted({key.partition(".")[0] for key in keys()}))
    named = re.compile(rf"(?:{topics})\.[a-z_]+(?:\.\w+)+")
    missing = sorted(one for one in said() if named.fullmatch(one) and one not in keys())
    assert missing == []


def test_a_dead_text_and_a_missing_one_would_be_found() -> None:
    assert not _reached("kiosk.home.nobody_says_this")
    assert not _reached("reports.why.called.nobody_says_this")
    assert _reached("kiosk.home.question")


def test_a_language_that_is_begun_keeps_no_dead_text() -> None:
    for language in offered():
        assert Texts(language.code).all_keys() <= keys(), language.code


def test_qt_shows_no_string_of_its_own() -> None:
    """Controls, dialogs and message boxes bring English words along; we use none of them."""
    strangers = re.compile(r"^import QtQuick\.(Controls|Dialogs)|^import Qt\.labs", re.MULTILINE)
    assert [f for f in _sources("qml") if strangers.search(f.read_text("utf-8"))] == []
    widgets = re.compile(r"from PySide6\.QtWidgets import (.+)")
    lines = (line for file in _sources("py") for line in widgets.findall(file.read_text("utf-8")))
    used = {name.strip() for line in lines for name in line.split(",")}
    assert used <= {"QApplication", "QMenu", "QSystemTrayIcon"}, "these show only words of ours"
