"""Write a notice in its reader's language, from the templates in hub notices."""

from collections.abc import Mapping

from layso_assets.languages import Texts

KINDS = (
    "booked",
    "changed",
    "cancelled",
    "closed",
    "reopened",
    "reminder",
    "five_before",
    "now",
)
"""What people are told of: their own acts, the center's changes, and their turn."""

LONGEST_SMS = 300
"""Signs of a text message: two to five parts with Vietnamese letters; more is not read."""


def write(kind: str, language: str, values: Mapping[str, str | int]) -> tuple[str, str]:
    """Return subject and text. `values`: center, service, when, code, url, and those of the kind.

    Line ends and other control signs in a value become spaces: none of them can begin a header.
    """
    texts = Texts(language)
    clean = {name: _one_line(value) for name, value in values.items()}
    body = [
        texts.say("notices.mail.greeting"),
        texts.say(f"notices.{kind}.text", **clean),
        texts.say("notices.mail.follow", **clean),
        texts.say("notices.mail.ending", **clean),
    ]
    return texts.say(f"notices.{kind}.subject", **clean), "\n\n".join(body) + "\n"


def write_short(kind: str, language: str, values: Mapping[str, str | int]) -> str:
    """Return the text of a short message: one paragraph with the link at its end."""
    texts = Texts(language)
    clean = {name: _one_line(value) for name, value in values.items()}
    link = f" {clean['url']}"
    words = texts.say(f"notices.{kind}.short", **clean)
    if len(words) > LONGEST_SMS - len(link):
        words = words[: LONGEST_SMS - len(link) - 1] + "…"
    return words + link


def _one_line(value: str | int) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in str(value))
