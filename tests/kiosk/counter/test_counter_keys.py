"""The key table: complete, without clashes, and changed by a file."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.counter.acts import ACTS
from layso_kiosk.counter.keys import STANDARD, Keys, KeysWrong, read_keys

F9, SPACE, Z, KEYPAD, CTRL = 0x01000038, 0x20, 0x5A, 0x20000000, 0x04000000


def table() -> dict[str, list[str]]:
    read = tomllib.loads(STANDARD.read_text("utf-8"))
    del read["everywhere"]
    return read


def test_every_act_has_a_key_and_no_key_has_two_acts() -> None:
    assert set(table()) == {act.name for act in ACTS}
    keys = [key for row in table().values() for key in row]
    assert len(keys) == len(set(keys))
    read_keys()


def test_f9_space_and_the_keypad_call_next() -> None:
    keys = read_keys()
    assert keys.act(F9, 0) == keys.act(F9, KEYPAD) == keys.act(SPACE, 0) == "call-next"
    assert keys.act(Z, CTRL) == "undo"
    assert keys.act(Z, 0) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_show_their_first_key(language: str) -> None:
    keys, texts = Keys(table() | {"call-next": ["Space"]}), Texts(language)
    assert keys.shown("recall", texts) == "F8"
    assert keys.shown("call-next", texts) == texts.say("counter.key.Space")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"recall": ["F9"]}, "keys_clash"),
        ({"recall": ["A"]}, "keys_typing"),
        ({"recall": ["Return"]}, "keys_typing"),
        ({"recall": ["Tab"]}, "keys_typing"),
        ({"recall": ["Nonsense"]}, "keys_unknown_key"),
        ({"recall": [""]}, "keys_unknown_key"),
        ({"recall": []}, "keys_missing_act"),
        ({"fly": ["F1"]}, "keys_unknown_act"),
    ],
)
def test_a_wrong_table_is_refused_with_its_first_fault(change: Any, fault: str) -> None:
    with pytest.raises(KeysWrong) as refused:
        Keys(table() | change)
    assert refused.value.key == fault
    for language in LANGUAGES:
        sentence = Texts(language).say(f"counter.command.{fault}", **refused.value.values)
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_a_center_gives_its_own_keys(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(STANDARD.read_text("utf-8").replace('"F9"', '"Ctrl+N"'), "utf-8")
    assert read_keys(file).act(0x4E, CTRL) == "call-next"
    older = STANDARD.read_text("utf-8").replace('answer = ["Shift+F1"]\n', "")
    file.write_text(older, "utf-8")
    assert read_keys(file).shown("answer", Texts("en")) == "Shift+F1"
    file.write_text("not a table [", "utf-8")
    with pytest.raises(KeysWrong, match="keys_unreadable"):
        read_keys(file)
