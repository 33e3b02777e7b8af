"""A key with its modifiers, and what the window systems call it. Pure data."""

from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

SHIFT, CTRL, ALT, META = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
X11_MODIFIERS = {SHIFT: 1, CTRL: 4, ALT: 8, META: 64}
"""ShiftMask, ControlMask, Mod1Mask, Mod4Mask of the X protocol."""
WINDOWS_MODIFIERS = {ALT: 1, CTRL: 2, SHIFT: 4, META: 8}
"""MOD_ALT, MOD_CONTROL, MOD_SHIFT, MOD_WIN of RegisterHotKey."""

_NAMED = {
    # Qt key: (X11 keysym, Windows virtual key)
    Qt.Key.Key_Space: (0x20, 0x20),
    Qt.Key.Key_Insert: (0xFF63, 0x2D),
    Qt.Key.Key_Home: (0xFF50, 0x24),
    Qt.Key.Key_End: (0xFF57, 0x23),
    Qt.Key.Key_PageUp: (0xFF55, 0x21),
    Qt.Key.Key_PageDown: (0xFF56, 0x22),
    Qt.Key.Key_Pause: (0xFF13, 0x13),
    Qt.Key.Key_ScrollLock: (0xFF14, 0x91),
}


class ChordUnknown(ValueError):
    """The key has no name in the window system."""


@dataclass(frozen=True, slots=True)
class Chord:
    """One key combination, as "Ctrl+Shift+F9"."""

    text: str

    @property
    def _pressed(self) -> QKeyCombination:
        sequence = QKeySequence(self.text)
        if sequence.count() != 1:
            raise ChordUnknown(self.text)
        pressed: QKeyCombination = sequence[0]  # type: ignore[index]
        return pressed

    @property
    def x11(self) -> tuple[int, int]:
        """Keysym and modifier mask of the X protocol; raises ChordUnknown."""
        return self._named(0), _mask(self._pressed, X11_MODIFIERS)

    @property
    def windows(self) -> tuple[int, int]:
        """Virtual key and modifiers of RegisterHotKey; raises ChordUnknown."""
        return self._named(1), _mask(self._pressed, WINDOWS_MODIFIERS)

    def _named(self, system: int) -> int:
        key = self._pressed.key()
        if key in _NAMED:
            return _NAMED[key][system]
        function = int(key) - int(Qt.Key.Key_F1)
        if 0 <= function < 24:
            return (0xFFBE, 0x70)[system] + function
        letter = chr(key) if int(key) < 128 else ""
        if letter.isalnum():
            return ord((letter.lower(), letter.upper())[system])
        raise ChordUnknown(self.text)


def _mask(pressed: QKeyCombination, names: dict[Qt.KeyboardModifier, int]) -> int:
    held = pressed.keyboardModifiers()
    return sum(mask for modifier, mask in names.items() if held & modifier)
