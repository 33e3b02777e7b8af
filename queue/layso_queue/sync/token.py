"""The QR of a booking: signed by the hub, verified by a center without any line, about nobody.

Text of capital letters and digits (a QR code packs those tightest), below 200 characters:
`LS1:` and base32 of a packed token and its Ed25519 signature (RFC 8032).
"""

import base64
import binascii
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from layso_queue.sync.bookings import Booking
from layso_queue.sync.refusals import SyncRefusal, SyncRefused

PREFIX = "LS1:"
LONGEST = 200
MINUTE = 60_000

_PACKED = struct.Struct(">16sIIBB")
_SIGNATURE = 64
_WORDS = {"key": 4, "center": 5, "service": 16}
"""The most letters of each word in a token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What a QR says. `slot` and `expires` in ms since the epoch, whole minutes.

    `version` is that of the booking, so that a token older than a move is known as old. `key` names
    the hub's key, so that keys can be changed.
    """

    booking: str
    center: str
    service: str
    slot: int
    expires: int
    version: int
    key: str
    remote: bool = False

    def shown(self) -> Booking:
        """Return the booking as far as the token tells of it."""
        return Booking(
            id=self.booking,
            code="",
            service=self.service,
            slot=self.slot,
            version=self.version,
            remote=self.remote,
        )


def sign(token: Token, private: bytes) -> str:
    """Return the text of the QR; `private` are the 32 bytes of the key that `token.key` names.

    Raises ValueError for a word that is too long or a time that is no whole minute.
    """
    body = _pack(token)
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(body)
    return PREFIX + base64.b32encode(body + signature).decode().rstrip("=")


def public_of(private: bytes) -> bytes:
    """Return the 32 bytes that centers need, of the 32 bytes that only the hub has."""
    key = Ed25519PrivateKey.from_private_bytes(private).public_key()
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def verify(text: str, keys: Mapping[str, bytes], center: str, now: int) -> Token | SyncRefused:
    """Return what a QR says if the hub signed it, for this center, and it is not out of date.

    `keys` are public keys by their names; `now` in ms. Whether it was used stands in the center's
    own book. Refuses with TOKEN_UNREADABLE, TOKEN_KEY_UNKNOWN, TOKEN_FORGED, TOKEN_OF_OTHER_CENTER
    or TOKEN_EXPIRED; never raises, whatever was scanned.
    """
    read = _read(text)
    if read is None:
        return SyncRefused(SyncRefusal.TOKEN_UNREADABLE)
    token, body, signature = read
    public = keys.get(token.key)
    if public is None:
        return SyncRefused(SyncRefusal.TOKEN_KEY_UNKNOWN, {"key": token.key})
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, body)
    except InvalidSignature:
        return SyncRefused(SyncRefusal.TOKEN_FORGED)
    if token.center != center:
        return SyncRefused(SyncRefusal.TOKEN_OF_OTHER_CENTER, {"center": token.center})
    if now > token.expires:
        return SyncRefused(SyncRefusal.TOKEN_EXPIRED, {"slot": token.slot})
    return token


def _pack(token: Token) -> bytes:
    if token.slot % MINUTE or token.expires % MINUTE:
        raise ValueError("a token counts in whole minutes")
    words = b""
    for name, most in _WORDS.items():
        word = getattr(token, name).encode("ascii")
        if not 1 <= len(word) <= most:
            raise ValueError(f"{name}: 1 to {most} letters")
        words += bytes([len(word)]) + word
    return words + _PACKED.pack(
        bytes.fromhex(token.booking.replace("-", "")),
        token.slot // MINUTE,
        token.expires // MINUTE,
        min(token.version, 255),
        token.remote,
    )


def _read(text: str) -> tuple[Token, bytes, bytes] | None:
    text = text.strip().upper()
    if not text.startswith(PREFIX) or len(text) >= LONGEST:
        return None
    packed = text[len(PREFIX) :]
    try:
        data = base64.b32decode(packed + "=" * (-len(packed) % 8))
        body, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
        words, at = {}, 0
        for name in _WORDS:
            end = at + 1 + body[at]
            words[name] = body[at + 1 : end].decode("ascii")
            at = end
        id, slot, expires, version, remote = _PACKED.unpack(body[at:])
    except (binascii.Error, ValueError, IndexError, struct.error):
        return None
    hex = id.hex()
    booking = f"{hex[:8]}-{hex[8:12]}-{hex[12:16]}-{hex[16:20]}-{hex[20:]}"
    token = Token(
        booking=booking,
        slot=slot * MINUTE,
        expires=expires * MINUTE,
        version=version,
        remote=bool(remote),
        **words,
    )
    return token, body, signature
