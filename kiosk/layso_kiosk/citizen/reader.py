"""How one person reads: language, letter size, contrast. The next one starts from the usual."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_assets.languages import LANGUAGES, offered
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.look.theme import Look
from layso_kiosk.look.tokens import TEXT_SIZES

USUAL = "light"
THEMES = (USUAL, "contrast", "dark")
"""In the order in which the button goes through them: who needs contrast has it at once."""


class Reader(QObject):
    """Changes the look and the texts of the window; `reset` takes everything back."""

    changed = Signal()

    def __init__(
        self, look: Look, texts: ScreenTexts, language: str, offers: Sequence[str] = LANGUAGES
    ) -> None:
        """Begin in `language`; `offers` are the codes of those to choose from."""
        super().__init__()
        self._languages = [
            {"code": one.code, "name": one.name} for one in offered() if one.code in offers
        ]
        self.look, self.texts, self._language = look, texts, language
        texts.choose(language)
        look.changed.connect(self.changed)

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
    def next_theme(self) -> None:
        """Light, high contrast, dark, and light again."""
        self.look.choose_theme(self._get_next_theme())

    def _get_next_theme(self) -> str:
        at = THEMES.index(self.look.property("theme"))
        return THEMES[(at + 1) % len(THEMES)]

    languages = Property(list, lambda self: self._languages, constant=True)
    nextTheme = Property(str, _get_next_theme, notify=changed)

    def reset(self) -> None:
        """Be as for everybody."""
        self.texts.choose(self._language)
        self.look.choose_text_size(TEXT_SIZES[0])
        self.look.choose_theme(USUAL)
