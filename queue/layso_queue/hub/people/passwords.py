"""Passwords, kept only as argon2id."""

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LEAST_SIGNS = 12


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    # RFC 9106, second recommendation.
    return PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)


@lru_cache(maxsize=1)
def _nobody() -> str:
    return _hasher().hash("nobody")


def hash_of(password: str) -> str:
    """Return the argon2id hash of a password; takes about 50 ms on purpose."""
    return _hasher().hash(password)


def fits(password_hash: str | None, password: str) -> bool:
    """Say whether the password fits. An unknown person (None) takes as long as a known one."""
    try:
        _hasher().verify(password_hash or _nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None
