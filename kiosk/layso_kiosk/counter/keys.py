"""Which key does which act: one table, kept as data, checked before the window opens."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from layso_kiosk.counter.acts import ACT
from layso_kiosk.counter.hotkey.chord import Chord, ChordUnknown
from layso_kiosk.counter.words import Says, say_or

STANDARD = Path(__file__).with_name("keys.toml")

TYPING = frozenset({"Return", "Enter", "Tab", "Backspace", "Delete", "Up", "Down", "Esc"})
"""Keys that fields, lists and questions need for themselves."""


class KeysWrong(Exception):
    """The key file cannot be used: a text key below ``counter.command`` and its values."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values


class Keys:
    """Acts by key and keys by act; every act has a key and no key has two acts."""

    def __init__(
        self, table: Mapping[str, list[str]], everywhere: Mapping[str, str] | None = None
    ) -> None:
        """Check the table; raise KeysWrong with the first fault in it.

        `everywhere` has the keys that hold while other programs have the focus, one an act.
        """
        self._acts: dict[str, str] = {}
        for act, keys in table.items():
            if act not in ACT:
                raise KeysWrong("keys_unknown_act", act=act)
            for key in keys:
                self._add(act, key)
        self._keys = {act: list(keys) for act, keys in table.items()}
        for act in ACT:
            if not self._keys.get(act):
                raise KeysWrong("keys_missing_act", act=act)
        self.everywhere = {act: self._chord(act, key) for act, key in (everywhere or {}).items()}

    def _chord(self, act: str, key: str) -> Chord:
        if act not in ACT:
            raise KeysWrong("keys_unknown_act", act=act)
        chord = Chord(key)
        try:
            _, modifiers = chord.x11
        except ChordUnknown:
            raise KeysWrong("keys_unknown_key", press=key) from None
        if not modifiers:
            # taken from every other program: a plain key would be missing there
            raise KeysWrong("keys_typing", press=key)
        return chord

    def _add(self, act: str, key: str) -> None:
        sequence = QKeySequence(key)
        if sequence.count() != 1:
            raise KeysWrong("keys_unknown_key", press=key)
        pressed: QKeyCombination = sequence[0]  # type: ignore[index]
        if pressed.key() in (Qt.Key.Key_unknown, 0):
            raise KeysWrong("keys_unknown_key", press=key)
        name = sequence.toString()
        plain = not pressed.keyboardModifiers().value
        if name in TYPING or (plain and len(name) == 1):
            raise KeysWrong("keys_typing", press=key)
        if name in self._acts:
            raise KeysWrong("keys_clash", press=key, first=self._acts[name], second=act)
        self._acts[name] = act

    def act(self, key: int, modifiers: int) -> str | None:
        """Return the act of a pressed key (Qt key and modifiers; the keypad counts as plain)."""
        keypad = 0x20000000
        return self._acts.get(QKeySequence(key | (modifiers & ~keypad)).toString())

    def shown(self, act: str, texts: Says) -> str:
        """Return the act's first key as it stands on a button: "F9", "Cách"."""
        name = QKeySequence(self._keys[act][0]).toString()
        return say_or(texts, f"counter.key.{name}", name)


def read_keys(file: Path = STANDARD) -> Keys:
    """Read a key file; raise KeysWrong if it cannot be read or used.

    An act without a row has its standard keys: a file is not wrong because acts came later.
    """
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise KeysWrong("keys_unreadable") from fault
    everywhere = table.pop("everywhere", {})
    if not isinstance(everywhere, dict):
        raise KeysWrong("keys_unreadable")
    chords = {act: str(key) for act, key in everywhere.items()}
    listed = {act: _listed(keys) for act, keys in table.items()}
    if file != STANDARD:
        listed = _standard() | listed
    return Keys(listed, chords)


def _standard() -> dict[str, list[str]]:
    table = tomllib.loads(STANDARD.read_text("utf-8"))
    return {act: list(keys) for act, keys in table.items() if act in ACT}


def _listed(keys: object) -> list[str]:
    return [str(key) for key in keys] if isinstance(keys, list) else [str(keys)]
