"""The texts for people, as QML sees them: every binding follows the chosen language."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_assets.languages import LANGUAGES, Texts, offered


class ScreenTexts(QObject):
    """The texts of one language at a time.

    QML says ``Words.say("display.board.title")`` or, in files without lint, the same through the
    context property ``texts``; Python says ``texts.say("...", n=3)``.
    """

    changed = Signal()

    def __init__(self, language: str = LANGUAGES[0]) -> None:
        """Begin in a language, "vi" or "en"; an unknown one reads Vietnamese."""
        super().__init__()
        self._texts = Texts(language)

    @Slot(str)
    def choose(self, language: str) -> None:
        """Change the language of everything on the screen."""
        chosen = Texts(language)
        if chosen.language != self._texts.language:
            self._texts = chosen
            self.changed.emit()

    def say(self, key: str, **values: object) -> str:
        """Return the text in the language of now; raise TextMissing for an unknown key."""
        return self._texts.say(key, **values)

    @Slot(str, "QVariantMap", result=str)
    def lookup(self, key: str, values: dict[str, object]) -> str:
        """Return the text for QML; whole numbers that JavaScript made fractions become whole."""
        tidy = {
            name: int(value) if isinstance(value, float) and value.is_integer() else value
            for name, value in values.items()
        }
        return self._texts.say(key, **tidy)

    @Slot("QVariantMap", result=str)
    def pick(self, names: dict[str, str]) -> str:
        """Choose from a name that comes in several languages, Vietnamese when ours is absent."""
        return str(names.get(self._texts.language) or names.get(LANGUAGES[0]) or "")

    @property
    def chosen(self) -> str:
        """The language of now, for Python."""
        return self._texts.language

    def _get_language(self) -> str:
        return self._texts.language

    def _get_right_to_left(self) -> bool:
        return any(one.right_to_left for one in offered() if one.code == self._texts.language)

    language = Property(str, _get_language, notify=changed)
    rightToLeft = Property(bool, _get_right_to_left, notify=changed)
