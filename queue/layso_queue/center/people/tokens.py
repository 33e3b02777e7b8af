"""256-bit tokens, shown once and kept hashed."""

import hashlib
import secrets


def new_token() -> str:
    """Return a fresh 256-bit token as 64 hexadecimal digits."""
    return secrets.token_hex(32)


def hashed(token: str) -> bytes:
    """Return what is kept of a token. A random token of 256 bits needs no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
