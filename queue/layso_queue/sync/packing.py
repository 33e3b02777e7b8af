"""Messages packed for a thin line (gzip, RFC 1952): a tenth of their size, and never a bomb."""

import zlib

CODING = "gzip"
"""The word for it in HTTP's headers."""

WORTH = 400
"""Bytes from which on packing saves a packet."""

_GZIP = 16 + zlib.MAX_WBITS


def pack(data: bytes) -> bytes:
    """Return the data packed."""
    packer = zlib.compressobj(6, wbits=_GZIP)
    return packer.compress(data) + packer.flush()


def unpack(data: bytes, most: int) -> bytes | None:
    """Return what was packed; None if it is none, is cut off, or is more than `most` bytes."""
    unpacker = zlib.decompressobj(wbits=_GZIP)
    try:
        found = unpacker.decompress(data, most + 1)
    except zlib.error:
        return None
    whole = unpacker.eof and not unpacker.unused_data
    return found if whole and len(found) <= most else None
