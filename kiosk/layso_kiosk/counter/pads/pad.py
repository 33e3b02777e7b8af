"""What the keys of a physical keypad do: one table, kept as data."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot

from layso_kiosk.counter.acts import ACT
from layso_kiosk.counter.ask import Ask
from layso_kiosk.counter.keys import KeysWrong

STANDARD = Path(__file__).with_name("keypad.toml")

KEYS = frozenset("0123456789*#+-/.ABCD") | {"Enter", "Backspace"}
"""What keypads have: numbers, the signs of a telephone or a number pad, four letters."""

CANCEL = frozenset({"*", "Backspace", "-"})
CONFIRM = frozenset({"#", "Enter", "+"})
"""Keys that leave and that confirm an open question; digits choose in it."""

QT_KEYS = {
    **{Qt.Key(int(Qt.Key.Key_0) + digit): str(digit) for digit in range(10)},
    Qt.Key.Key_Asterisk: "*",
    Qt.Key.Key_Plus: "+",
    Qt.Key.Key_Minus: "-",
    Qt.Key.Key_Slash: "/",
    Qt.Key.Key_Period: ".",
    Qt.Key.Key_Enter: "Enter",
}
"""The keys of a number pad as the window hears them."""


def read_pad(file: Path = STANDARD) -> dict[str, str]:
    """Read which key does which act; raise KeysWrong with the first fault in the file."""
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise KeysWrong("keys_unreadable") from fault
    for key, act in table.items():
        if key not in KEYS:
            raise KeysWrong("keys_unknown_key", press=key)
        if act not in ACT:
            raise KeysWrong("keys_unknown_act", act=str(act))
    return {key: str(act) for key, act in table.items()}


class Pad(QObject):
    """Does what a key of the pad means just now: an act, or an answer to the open question."""

    def __init__(self, table: Mapping[str, str], ask: Ask, press: Callable[[str], object]) -> None:
        """Hand acts to `press`; questions are answered in `ask`."""
        super().__init__()
        self._table, self._ask, self._press = table, ask, press

    @Slot(str)
    def key(self, key: str) -> None:
        """Do one key; a key without a meaning does nothing."""
        if self._ask.is_open:
            self._answer(key)
        elif key in self._table:
            self._press(self._table[key])

    def qt_key(self, key: int) -> bool:
        """Do a key of the number pad that the window heard; False for any other key."""
        name = QT_KEYS.get(Qt.Key(key))
        if name is None or name not in self._table:
            return False
        self.key(name)
        return True

    def _answer(self, key: str) -> None:
        if key in CANCEL:
            self._ask.close()
        elif key in CONFIRM:
            self._ask.confirm()
        else:
            self._ask.key(key)
