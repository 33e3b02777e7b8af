"""How a printer stands: DLE EOT asked one by one, and nothing believed that was not said.

Bits: Epson ESC/POS command reference, DLE EOT n = 1 to 4 and GS r 1.
"""

import time
from dataclasses import dataclass, replace

from layso_printing.printer.result import Cause
from layso_printing.printer.wire import Wire

_FIXED, _FIXED_BITS = 0x12, 0x93
"""Every DLE EOT answer is 0xx1xx10: any other byte is not one."""


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """True, False, or None for "not said": silence is never good news."""

    reached: bool = True
    online: bool | None = None
    paper: bool | None = None
    paper_low: bool | None = None
    cover_open: bool | None = None
    error: bool | None = None
    cutter: bool | None = None
    """The knife reports an error."""

    @property
    def answered(self) -> bool:
        """Whether anything was said at all."""
        return self.online is not None or self.paper is not None

    @property
    def fault(self) -> Cause | None:
        """The fault to mend first, as far as the printer has said."""
        if not self.reached:
            return Cause.NOT_REACHED
        if self.cover_open:
            return Cause.COVER_OPEN
        if self.paper is False:
            return Cause.PAPER_OUT
        if self.cutter:
            return Cause.CUTTER
        return Cause.OFFLINE if self.error or self.online is False else None

    @property
    def ready(self) -> bool:
        """Said to be online and to have paper, and no fault said."""
        return self.fault is None and self.online is True and self.paper is True


def ask_status(wire: Wire, answer_s: float, until: float) -> PrinterStatus:
    """Ask what matters most first; after the first silence nothing more is asked.

    An answer that came late could else be taken for the answer to the next question.
    Raises WireFault.
    """
    clear(wire, until)
    status = PrinterStatus()
    for question in (1, 4, 2, 3):
        limit = min(time.monotonic() + answer_s, until)
        wire.send(bytes((0x10, 0x04, question)), answer_s, limit)
        answer = _answer(wire, limit)
        if answer is None:
            break
        status = _learn(status, question, answer)
    return status


def clear(wire: Wire, until: float) -> None:
    """Throw away what was said before, even by a printer that never stops talking."""
    while wire.read(time.monotonic()) and time.monotonic() < until:
        pass


def _answer(wire: Wire, until: float) -> int | None:
    while True:
        for byte in wire.read(until):
            if byte & _FIXED_BITS == _FIXED:
                return byte
        if time.monotonic() >= until:
            return None


def _learn(status: PrinterStatus, question: int, answer: int) -> PrinterStatus:
    if question == 1:
        return replace(status, online=not answer & 0x08)
    if question == 4:
        return replace(status, paper=not answer & 0x60, paper_low=bool(answer & 0x0C))
    if question == 2:
        paper = False if answer & 0x20 else status.paper
        cover, error = bool(answer & 0x04), bool(answer & 0x40)
        return replace(status, cover_open=cover, error=error, paper=paper)
    return replace(status, cutter=bool(answer & 0x08), error=status.error or bool(answer & 0x6C))
