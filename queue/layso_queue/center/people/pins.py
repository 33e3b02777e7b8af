"""PINs, kept only as argon2id."""

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    # RFC 9106, second recommendation, with less memory: a counter signs in twice a day.
    return PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)


@lru_cache(maxsize=1)
def _nobody() -> str:
    return _hasher().hash("nobody")


def hash_of(pin: str) -> str:
    """Return the argon2id hash of a PIN; takes about 50 ms on purpose."""
    return _hasher().hash(pin)


def fits(pin_hash: str | None, pin: str) -> bool:
    """Say whether the PIN fits. An unknown person (None) takes as long as a known one."""
    try:
        _hasher().verify(pin_hash or _nobody(), pin)
    except (VerificationError, InvalidHashError):
        return False
    return pin_hash is not None
