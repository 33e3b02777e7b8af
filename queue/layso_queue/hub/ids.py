"""Ids, codes and tokens: made here, from randomness that the caller brings."""

import hashlib
import unicodedata
from collections.abc import Callable

Random = Callable[[int], bytes]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 signs: no I, L, O or U, which are read as others."""

CODE_SIGNS = 17
"""Signs of a booking's code: 85 bits, so that nobody guesses one."""

_MEANT = str.maketrans({"I": "1", "L": "1", "O": "0"})


def uuid7(ms: int, random: Random) -> str:
    """Return a UUIDv7 of the moment `ms`; `random(n)` gives n random bytes."""
    digits = f"{ms & 0xFFFFFFFFFFFF:012x}{random(10).hex()}"
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-7{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def made_at(id: str) -> int:
    """Return the moment of a UUIDv7 in ms."""
    return int(id.replace("-", "")[:12], 16)


def new_code(random: Random) -> str:
    """Return a booking's code as it is kept."""
    number = int.from_bytes(random(11), "big")
    return "".join(ALPHABET[(number >> 5 * place) & 31] for place in range(CODE_SIGNS))


def plain_code(typed: str) -> str:
    """Return a typed code as it is kept: case, spaces and dashes do not count, O is 0, I is 1."""
    plain = unicodedata.normalize("NFKC", typed[:80]).upper()
    signs = "".join(sign for sign in plain if sign.isascii() and sign.isalnum())
    return signs.translate(_MEANT)


def spaced(code: str) -> str:
    """Return a code in groups that a person can read out: "7K2M-9QXR-4TDW-HB4N8"."""
    groups = [code[start : start + 4] for start in range(0, 12, 4)]
    return "-".join([*groups, code[12:]])


def new_token(random: Random) -> str:
    """Return a fresh 256-bit token as 64 hexadecimal digits."""
    return random(32).hex()


def hashed(token: str) -> bytes:
    """Return what is kept of a token: a random one of 256 bits needs no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
