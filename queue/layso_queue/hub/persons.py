"""Who books: a name as it will be compared at the center, and a phone."""

import hashlib
import hmac
import re
import unicodedata

NAME_SIGNS = 80
_PHONE = re.compile(r"0(?:[35789]\d{8}|2\d{9})")
_WORD = r"[A-Za-z0-9!#$%&'*+/^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(rf"(?=[^@]{{1,64}}@){_WORD}(?:\.{_WORD})*@{_LABEL}(?:\.{_LABEL})+")
"""Words with dots between, of RFC 5322's signs but "=" and "?": those begin an encoded word, which
mail programs read as something else."""

_CARD = re.compile(r"[0-9]{12}")
_SEPARATORS = re.compile(r"[\s()./\-\u2010-\u2015\u2212]+")
_WITHOUT_ZERO = re.compile(r"[35789]\d{8}")


def clean_name(typed: str) -> str | None:
    """Return a name in composed letters with single spaces; None if it is no name.

    Control, bidirectional and other unseen signs are taken out: they could hide another name.
    """
    text = unicodedata.normalize("NFC", typed[:400])
    seen = (sign if unicodedata.category(sign) != "Zs" else " " for sign in text)
    kept = "".join(sign for sign in seen if unicodedata.category(sign)[0] != "C")
    name = " ".join(kept.split())
    letters = sum(unicodedata.category(sign)[0] == "L" for sign in name)
    fine = all(unicodedata.category(sign)[0] in "LM" or sign in " .-'’" for sign in name)
    return name if letters >= 2 and len(name) <= NAME_SIGNS and fine else None


def clean_phone(typed: str) -> str | None:
    """Return a Vietnamese phone number as "0912345678"; None if it is none."""
    digits = digits_of(typed)
    for abroad in ("+84", "0084", "84"):
        if digits.startswith(abroad) and len(digits) > 10:
            digits = "0" + digits.removeprefix(abroad).removeprefix("0")
            break
    if _WITHOUT_ZERO.fullmatch(digits):
        digits = "0" + digits
    return digits if digits.isascii() and _PHONE.fullmatch(digits) else None


def digits_of(typed: str) -> str:
    """Return what was typed without what sets digits apart, be they of full width or not.

    Programs that keep contacts put unseen signs around a number; those go, too.
    """
    plain = unicodedata.normalize("NFKC", typed[:80])
    seen = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "C")
    return _SEPARATORS.sub("", seen)


def clean_email(typed: str) -> str | None:
    """Return an address without spaces around, "" for none given; None if it is none."""
    address = typed.strip()
    if not address:
        return ""
    return address if len(address) <= 120 and _EMAIL.fullmatch(address) else None


def clean_card(typed: str) -> str | None:
    """Return an ID card's number as twelve digits, "" for none given; None if it is none."""
    digits = digits_of(typed)
    return digits if not digits or _CARD.fullmatch(digits) else None


def card_key_of(center: str, secret: bytes) -> bytes:
    """Return the key under which one center's cards are hashed: another center's is another.

    It is made from the hub's own secret each time and kept in no table and no copy of one.
    """
    return hmac.new(secret, f"card:{center}".encode(), hashlib.sha256).digest()


def card_of(number: str, key: bytes) -> str:
    """Return the keyed hash that stands for a card; "" for none. Kiosks make the same one."""
    return hmac.new(key, number.encode(), hashlib.sha256).hexdigest() if number else ""


def person_of(phone: str, secret: bytes) -> str:
    """Return the key under which a person's bookings are counted; it outlives the phone number."""
    return hmac.new(secret, f"person:{phone}".encode(), hashlib.sha256).hexdigest()[:32]
