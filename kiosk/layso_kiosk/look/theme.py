"""What the screens look like now: colours, letter sizes and scale, changed while they show."""

import math

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.look import tokens

TOUCH_MM = 20.0
"""No touch target is smaller than this, however small the screen's pixels are."""


def screen_scale(width: int, height: int) -> float:
    """Return screen pixels per design pixel: 1.0 at 1920x1080 and 1080x1920, 2.0 at 3840x2160."""
    return max(0.25, min(min(width, height) / 1080, max(width, height) / 1920))


class Look(QObject):
    """The chosen theme, text size and motion, and the size of the screen.

    QML reads it through the singleton ``Theme`` (also the context property ``look``), whose
    bindings follow every change. Lengths are in screen pixels, times in milliseconds.
    """

    changed = Signal()

    def __init__(self, loaded: tokens.Tokens | None = None, *, diagonal_inches: float = 22) -> None:
        """Start light, at 100 %, on 1920x1080 of a screen with the given diagonal."""
        super().__init__()
        self.tokens = loaded or tokens.load()
        self._theme = tokens.THEMES[0]
        self._text_size = tokens.TEXT_SIZES[0]
        self._reduced_motion = False
        self._size = (1920, 1080)
        self._diagonal_mm = diagonal_inches * 25.4

    @Slot(str)
    def choose_theme(self, name: str) -> None:
        """Take "light", "dark" or "contrast"; another word changes nothing."""
        if name in tokens.THEMES and name != self._theme:
            self._theme = name
            self.changed.emit()

    @Slot(int)
    def choose_text_size(self, percent: int) -> None:
        """Take 100, 125 or 150; another number changes nothing."""
        if percent in tokens.TEXT_SIZES and percent != self._text_size:
            self._text_size = percent
            self.changed.emit()

    @Slot(bool)
    def choose_reduced_motion(self, reduced: bool) -> None:
        """Stop (True) or allow (False) everything that moves."""
        if reduced != self._reduced_motion:
            self._reduced_motion = reduced
            self.changed.emit()

    def set_screen(self, width: int, height: int) -> None:
        """Say how many pixels the window has; it scales everything."""
        if width > 0 and height > 0 and (width, height) != self._size:
            self._size = (width, height)
            self.changed.emit()

    def _get_theme(self) -> str:
        return self._theme

    def _get_text_size(self) -> int:
        return self._text_size

    def _get_motion(self) -> int:
        return 0 if self._reduced_motion else self.tokens.motion_ms

    def _get_scale(self) -> float:
        return screen_scale(*self._size)

    def _get_touch(self) -> int:
        pixels_per_mm = math.hypot(*self._size) / self._diagonal_mm
        return math.ceil(max(self.tokens.touch * self._get_scale(), TOUCH_MM * pixels_per_mm))

    def _get_colours(self) -> dict[str, str]:
        return self.tokens.themes[self._theme]

    def _get_sizes(self) -> dict[str, int]:
        return self.tokens.type_sizes

    def _get_portrait(self) -> bool:
        return self._size[1] > self._size[0]

    theme = Property(str, _get_theme, notify=changed)
    textSize = Property(int, _get_text_size, notify=changed)
    motion = Property(int, _get_motion, notify=changed)
    scale = Property(float, _get_scale, notify=changed)
    touch = Property(int, _get_touch, notify=changed)
    portrait = Property(bool, _get_portrait, notify=changed)
    colours = Property(dict, _get_colours, notify=changed)
    sizes = Property(dict, _get_sizes, notify=changed)
