"""ESC/POS: the only place where bytes for a printer are made.

Text that a person wrote never reaches this file: it is dots by then, so a name cannot carry a
command. What a lean slip lets the printer write itself (number, date, address of the QR) is
checked again here. What is left is that dots may look like a real-time command (DLE EOT,
DLE ENQ, DLE DC4), which printers obey even amid image data: those bytes get one dot more.
Source: Epson ESC/POS command reference (GS v 0, ESC J, ESC a, GS V, GS P, DLE, ESC 3, GS !,
GS ( k).
"""

import re
from collections.abc import Sequence

from PIL import Image

from layso_printing.page.marks import CELL, Code, Letters
from layso_printing.page.native import NATIVE
from layso_printing.printer.profile import PrinterProfile
from layso_printing.raster.bands import CENTRE, LEFT, bands_of

INITIALISE = b"\x1b@"
_REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")
_ADDRESS = re.compile(r"[\x21-\x7e]{1,190}")
_MEDIUM = 49
"""QR error correction M, as GS ( k writes it."""

Native = Code | Letters


def slip_bytes(
    image: Image.Image, profile: PrinterProfile, natives: Sequence[Native] = ()
) -> bytes:
    """Return everything one slip sends, from ESC @ to the cut.

    `image` is 1-bit and as wide as the profile's `columns`; where `natives` stand, from top to
    bottom, the printer draws by itself and the image is left out.
    """
    if image.width != profile.columns:
        raise ValueError(f"{image.width} dots of slip on {profile.columns} dots of paper")
    out = _Slip(profile)
    y = 0
    for one in natives:
        out.dots(image.crop((0, y, image.width, one.y)), to_the_end=True)
        height = one.height if isinstance(one, Letters) else one.size
        out.native(one)
        y = one.y + height
    out.dots(image.crop((0, y, image.width, max(y, image.height))) if y else image)
    return out.end()


class _Slip:
    """The bytes of one slip as they grow."""

    def __init__(self, profile: PrinterProfile) -> None:
        self._profile = profile
        self._out = bytearray(INITIALISE)
        if profile.motion:
            self._out += b"\x1dP" + bytes((profile.motion, profile.motion))
        self._place = LEFT

    def dots(self, image: Image.Image, to_the_end: bool = False) -> None:
        """Send an image; the white below its last dots is fed only with `to_the_end`."""
        done, profile = 0, self._profile
        if not (image.width and image.height):
            return
        for band in bands_of(image, profile.band_rows, profile.justify, profile.doubling):
            self._out += _feed(band.blank)
            self._go(band.place)
            mode = (band.across - 1) | (band.down - 1) << 1
            self._out += b"\x1dv0" + bytes((mode,)) + _two(band.width) + _two(band.rows)
            self._out += defuse(band.data)
            done += band.blank + band.rows * band.down
        if to_the_end:
            self._out += _feed(image.height - done)

    def native(self, mark: Native) -> None:
        """Let the printer draw, centred."""
        self._go(CENTRE)
        self._out += _letters(mark) if isinstance(mark, Letters) else _code(mark)

    def end(self) -> bytes:
        """Return the whole, with the cut."""
        self._go(LEFT)
        return bytes(self._out + _end(self._profile))

    def _go(self, place: int) -> None:
        if self._place != place:
            self._place = place
            self._out += b"\x1ba" + bytes((place,))


def defuse(data: bytes) -> bytes:
    """Return `data` without real-time commands: one dot more where one would be read."""
    return _REAL_TIME.sub(b"\x18", data)


def _letters(line: Letters) -> bytes:
    """Line spacing as high as the letters, so that the feed after them is known."""
    if not NATIVE.fullmatch(line.text):
        raise ValueError(f"not for the printer's own letters: {line.text!r}")
    size = (line.across - 1) << 4 | (line.down - 1)
    spacing = b"\x1b3" + bytes((CELL[1] * line.down,))
    text = line.text.encode("ascii") + b"\n"
    return spacing + b"\x1d!" + bytes((size,)) + text + b"\x1d!\x00\x1b2"


def _code(code: Code) -> bytes:
    """QR model 2: module, correction, data, print."""
    if not _ADDRESS.fullmatch(code.native):
        raise ValueError("not an address for a QR code")
    data = code.native.encode("ascii")
    module, correction = b"\x43" + bytes((code.module,)), b"\x45" + bytes((_MEDIUM,))
    orders = (b"\x41\x32\x00", module, correction, b"\x50\x30" + data, b"\x51\x30")
    return b"".join(b"\x1d(k" + _two(len(one) + 1) + b"\x31" + one for one in orders)


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
