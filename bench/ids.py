"""Ids for the load: UUIDv7, as a device makes them."""

import secrets
import time
import uuid


def uuid7() -> str:
    """Return a new UUIDv7 (RFC 9562): 48 bits of ms since the epoch, then chance."""
    value = time.time_ns() // 1_000_000 << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))
