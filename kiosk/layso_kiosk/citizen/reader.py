"""How one person reads: language, letter size, contrast. The next one starts from the usual."""

from PySide6.QtCore import QObject, Slot

from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.look.theme import Look
from layso_kiosk.look.tokens import TEXT_SIZES

USUAL, CONTRAST = "light", "contrast"


class Reader(QObject):
    """Changes the look and the texts of the window; `reset` takes everything back."""

    def __init__(self, look: Look, texts: ScreenTexts, language: str) -> None:
        super().__init__()
        self.look, self.texts, self._language = look, texts, language
        texts.choose(language)

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Take a language by its code."""
        self.texts.choose(language)

    @Slot()
    def next_text_size(self) -> None:
        """100, 125, 150, and 100 again."""
        at = TEXT_SIZES.index(self.look.property("textSize"))
        self.look.choose_text_size(TEXT_SIZES[(at + 1) % len(TEXT_SIZES)])

    @Slot()
    def switch_contrast(self) -> None:
        """High contrast on or off."""
        is_on = self.look.property("theme") == CONTRAST
        self.look.choose_theme(USUAL if is_on else CONTRAST)

    def reset(self) -> None:
        """Be as for everybody."""
        self.texts.choose(self._language)
        self.look.choose_text_size(TEXT_SIZES[0])
        self.look.choose_theme(USUAL)
