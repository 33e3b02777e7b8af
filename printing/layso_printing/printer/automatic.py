"""Printers that know no DLE EOT but tell their status on GS a, in turn behind print data.

Bits: Epson ESC/POS command reference, GS a (automatic status back).
"""

from layso_printing.printer.status import PrinterStatus, clear
from layso_printing.printer.wire import Wire

REQUEST = b"\x1da\x0f"
"""GS a: tell now, and again whenever something changes."""

_LENGTH = 4


def ask_automatic(wire: Wire, answer_s: float, until: float) -> PrinterStatus:
    """Ask, and wait until `until`: a printer that is still printing answers behind that.

    Silence gives a status of which nothing was said. Raises WireFault.
    """
    clear(wire, until)
    wire.send(REQUEST, answer_s, until)
    heard = b""
    while True:
        data = wire.read(until)
        heard = (heard + data)[-64:]
        found = find_automatic(heard)
        if found is not None:
            return read_automatic(found)
        if not data:
            return PrinterStatus()


def find_automatic(heard: bytes) -> bytes | None:
    """Return the last four bytes in `heard` that are a status, or None."""
    for start in range(len(heard) - _LENGTH, -1, -1):
        four = heard[start : start + _LENGTH]
        if four[0] & 0x93 == 0x10 and not any(byte & 0x90 for byte in four[1:]):
            return four
    return None


def read_automatic(four: bytes) -> PrinterStatus:
    """Return what four status bytes say."""
    paper_out = bool(four[2] & 0x0C)
    return PrinterStatus(
        online=not four[0] & 0x08,
        paper=not paper_out,
        paper_low=bool(four[2] & 0x03),
        cover_open=bool(four[0] & 0x20),
        error=bool(four[1] & 0x6C),
        cutter=bool(four[1] & 0x08),
    )
