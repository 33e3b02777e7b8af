"""What a view-model needs of the texts: something that says a key."""

from typing import Protocol

from layso_assets.languages import TextMissing


class Says(Protocol):
    """Texts of one language, be they fixed or the screen's, which may change."""

    def say(self, key: str, **values: object) -> str:
        """Return the text under the key; raise TextMissing for an unknown one."""
        ...


def say_or(texts: Says, key: str, otherwise: str) -> str:
    """Return the text under the key, or the words themselves where there is none.

    For words that come from outside, as a reason that somebody typed.
    """
    try:
        return texts.say(key)
    except TextMissing:
        return otherwise
