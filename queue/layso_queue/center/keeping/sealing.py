"""Seal a copy with a key, so that a lost stick tells nobody anything.

The format, for who must read one without this program:

    "LAYSO COPY 1\\n"                        13 bytes
    salt                                    16 bytes, new for each copy
    then pieces: AES-256-GCM of 1 MiB of the database each, the last one shorter (or empty),
                 with its tag of 16 bytes behind it

The key is scrypt(passphrase, salt, n=2^15, r=8, p=1), 32 bytes. The nonce of piece i (from 0) is
i as 11 bytes, most significant first, and one byte that is 1 for the last piece, else 0; the
associated data are the 13 + 16 bytes before the pieces. So a piece that is changed, moved, left
out or cut off is noticed.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC = b"LAYSO COPY 1\n"
SALT = 16
PIECE = 1 << 20
TAG = 16


class Unsealable(Exception):
    """The key is another one, or the copy was changed or cut off."""


def seal(source: Path, target: Path, passphrase: str) -> None:
    """Write `source` sealed to `target`. Raises OSError."""
    salt = os.urandom(SALT)
    cipher, head = AESGCM(_key(passphrase, salt)), MAGIC + salt
    with source.open("rb") as plain, target.open("wb") as sealed:
        sealed.write(head)
        for n, piece, last in _pieces(plain, PIECE):
            sealed.write(cipher.encrypt(_nonce(n, last), piece, head))
        sealed.flush()
        os.fsync(sealed.fileno())


def unseal(source: Path, target: Path, passphrase: str) -> None:
    """Write what is sealed in `source` to `target`. Raises Unsealable, OSError."""
    with source.open("rb") as sealed, target.open("wb") as plain:
        head = sealed.read(len(MAGIC) + SALT)
        if not head.startswith(MAGIC) or len(head) < len(MAGIC) + SALT:
            raise Unsealable
        cipher = AESGCM(_key(passphrase, head[len(MAGIC) :]))
        for n, piece, last in _pieces(sealed, PIECE + TAG):
            try:
                plain.write(cipher.decrypt(_nonce(n, last), piece, head))
            except (InvalidTag, ValueError) as error:
                raise Unsealable from error


def is_sealed(file: Path) -> bool:
    """Say whether a file is a sealed copy. Raises OSError."""
    with file.open("rb") as found:
        return found.read(len(MAGIC)) == MAGIC


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode())


def _nonce(n: int, last: bool) -> bytes:
    return n.to_bytes(11) + bytes([last])


def _pieces(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Yield number, bytes and whether it is the last; an empty last one after a full piece."""
    n, piece = 0, file.read(size)
    while len(piece) == size:
        yield n, piece, False
        n, piece = n + 1, file.read(size)
    yield n, piece, True
