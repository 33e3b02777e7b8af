"""Ids made where the act happens: the same id sent again is the same act."""

import os
import time
import uuid


def new_id(now_ms: int | None = None) -> str:
    """Return a new UUIDv7; `now_ms` is milliseconds since the epoch, the wall clock if None."""
    moment = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    bits = (moment & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=bits))
