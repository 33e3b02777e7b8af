"""The QR of the chip identity card: read in memory, of which only an age and a mark stay.

The code is not signed: a convenience, never proof.
"""

import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

# twelve digits, the old number or nothing, name, birth, sex, residence, date of issue; since
# July 2024 further fields follow, usually empty
_CARD = re.compile(
    r"(\d{12})\|(\d{9}|\d{12})?\|([^|]{1,120})\|(\d{2})(\d{2})(\d{4})\|(Nam|Nữ)\|([^|]*)\|(\d{8})"
    r"(\|[^|]*)*"
)
_LOOKS_LIKE_ONE = re.compile(r"\d{12}\|.*\|.*\|")

BANDS = (0, 16, 60, 75, 80)
"""Where the age bands begin: the child's, the adult's, and those that local rules name."""

_OLDEST = 130


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is there, as far as the kiosk may know: `band` is the age at which their band begins.

    `mark` is a keyed hash, the same for the same card until the kiosk is started again. `card` is
    the one under the center's key, by which a booking is found; empty while that key is not known.
    """

    band: int
    mark: str
    card: str = ""


class CardUnreadable(Exception):
    """It is an identity card's code, but damaged on its way; the text is not kept."""


def looks_like_card(text: str) -> bool:
    """Whether this comes from an identity card, whole or damaged."""
    return _LOOKS_LIKE_ONE.match(text) is not None


def read_card(text: str, today: date, key: bytes, card_key: bytes = b"") -> Visitor:
    """Return who the card stands for; raise CardUnreadable without a trace of its text.

    `key` is our own, `card_key` the center's, empty while it is not known.
    """
    found = _CARD.fullmatch(unicodedata.normalize("NFC", text.strip()))
    if found is None:
        raise CardUnreadable
    try:
        born = date(int(found[6]), int(found[5]), int(found[4]))
    except ValueError:
        raise CardUnreadable from None
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if not 0 <= age <= _OLDEST:
        raise CardUnreadable
    number = found[1].encode()
    mark = hmac.new(key, number, hashlib.sha256).hexdigest()[:16]
    card = hmac.new(card_key, number, hashlib.sha256).hexdigest() if card_key else ""
    return Visitor(max(band for band in BANDS if band <= age), mark, card)
