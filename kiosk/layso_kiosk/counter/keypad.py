"""Pressed keys become acts: the keyboard's and those of a keypad that sends the same ones."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot

from layso_kiosk.counter.keys import Keys
from layso_kiosk.counter.pads.pad import Pad

NUMBER_PAD = Qt.KeyboardModifier.KeypadModifier.value


class Keypad(QObject):
    """Asked by the window with every key that no field, list or button has taken."""

    def __init__(
        self,
        keys: Keys,
        act: Callable[[str], object],
        just_pressed: Callable[[], bool],
        pad: Pad | None = None,
    ) -> None:
        """Hand the name of a key's act to `act`; keys of the number pad to `pad`, if given."""
        super().__init__()
        self._pad = pad
        self._keys, self._act, self._just_pressed = keys, act, just_pressed

    @Slot(int, int, bool, result=bool)
    def press(self, key: int, modifiers: int, held: bool) -> bool:
        """Do the key's act; False for a key without one. A key held down acts once.

        Space also presses a focused button, which may be gone before the same press bounces:
        the second half of a double press must not call somebody.
        """
        if self._pad is not None and modifiers & NUMBER_PAD and not held and self._pad.qt_key(key):
            return True
        name = self._keys.act(key, modifiers)
        bounced = key == Qt.Key.Key_Space and self._just_pressed()
        if name is not None and not held and not bounced:
            self._act(name)
        return name is not None
