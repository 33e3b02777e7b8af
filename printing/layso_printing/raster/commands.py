"""ESC/POS: the only place where bytes for a printer are made.

Text never reaches this file: everything a person wrote is dots by then, so a name cannot carry
a command. What is left is that dots may look like a real-time command (DLE EOT, DLE ENQ,
DLE DC4), which printers obey even amid image data: those bytes get one dot more.
Source: Epson ESC/POS command reference (GS v 0, ESC J, ESC a, GS V, GS P, DLE).
"""

import re

from PIL import Image

from layso_printing.printer.profile import PrinterProfile
from layso_printing.raster.bands import LEFT, bands_of

INITIALISE = b"\x1b@"
_REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")


def slip_bytes(image: Image.Image, profile: PrinterProfile) -> bytes:
    """Return everything one slip sends, from ESC @ to the cut.

    `image` is 1-bit and as wide as the profile's `columns`.
    """
    if image.width != profile.columns:
        raise ValueError(f"{image.width} dots of slip on {profile.columns} dots of paper")
    out = bytearray(INITIALISE)
    if profile.motion:
        out += b"\x1dP" + bytes((profile.motion, profile.motion))
    place = LEFT
    for band in bands_of(image, profile.band_rows, profile.justify, profile.doubling):
        out += _feed(band.blank)
        if band.place != place:
            place = band.place
            out += b"\x1ba" + bytes((place,))
        mode = (band.across - 1) | (band.down - 1) << 1
        out += b"\x1dv0" + bytes((mode,)) + _two(band.width) + _two(band.rows) + defuse(band.data)
    if place != LEFT:
        out += b"\x1ba\x00"
    return bytes(out + _end(profile))


def defuse(data: bytes) -> bytes:
    """Return `data` without real-time commands: one dot more where one would be read."""
    return _REAL_TIME.sub(b"\x18", data)


def _feed(rows: int) -> bytes:
    full, rest = divmod(rows, 255)
    return b"\x1bJ\xff" * full + (b"\x1bJ" + bytes((rest,)) if rest else b"")


def _end(profile: PrinterProfile) -> bytes:
    if profile.cutter == "none":
        return b"\x1bd" + bytes((profile.tear_lines,))
    form = 66 if profile.cutter == "partial" else 65
    return b"\x1dV" + bytes((form, profile.cut_feed))


def _two(number: int) -> bytes:
    return number.to_bytes(2, "little")
