"""Small pictures and films as files, made without any codec of the system."""

import struct
from io import BytesIO

from PIL import Image


def jpeg(colour: tuple[int, int, int], size: tuple[int, int] = (320, 180)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "JPEG", quality=95)
    return file.getvalue()


def film(frames: int = 8, rate: int = 10) -> bytes:
    """Return an AVI of plain JPEG pictures: every decoder knows it, and it is written in a page."""
    pictures = [jpeg((200, 30 + 20 * n, 40)) for n in range(frames)]

    def chunk(name: bytes, data: bytes) -> bytes:
        return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)

    def listing(kind: bytes, *parts: bytes) -> bytes:
        return chunk(b"LIST", kind + b"".join(parts))

    most = max(map(len, pictures))
    head = struct.pack(
        "<14I", 1_000_000 // rate, most * rate, 0, 0x10, frames, 0, 1, most, 320, 180, 0, 0, 0, 0
    )
    stream = b"vidsMJPG" + struct.pack(
        "<I2H8I4H", 0, 0, 0, 0, 1, rate, 0, frames, most, 10_000, 0, 0, 0, 320, 180
    )
    form = struct.pack("<3I2H6I", 40, 320, 180, 1, 24, 0x47504A4D, 320 * 180 * 3, 0, 0, 0, 0)
    body, index, at = b"", b"", 4
    for picture in pictures:
        one = chunk(b"00dc", picture)
        index += b"00dc" + struct.pack("<3I", 0x10, at, len(picture))
        body, at = body + one, at + len(one)
    header = listing(
        b"hdrl",
        chunk(b"avih", head),
        listing(b"strl", chunk(b"strh", stream), chunk(b"strf", form)),
    )
    return chunk(b"RIFF", b"AVI " + header + listing(b"movi", body) + chunk(b"idx1", index))
