"""Print one slip, in bounded time, and say what is known about it."""

import time
from dataclasses import dataclass, replace

from layso_printing.printer.automatic import ask_automatic
from layso_printing.printer.printer import Printer
from layso_printing.printer.proof import (
    TURN_REQUEST,
    Patience,
    await_turn,
    await_word,
    id_request,
    new_word,
)
from layso_printing.printer.result import Cause, Notice, Outcome, PrintResult
from layso_printing.printer.status import PrinterStatus, ask_status
from layso_printing.printer.wire import Wire, WireFault
from layso_printing.slip import TicketSlip

_BITS_A_BYTE = 10
"""On a serial line: eight, a start and a stop."""


def print_slip(printer: Printer, slip: TicketSlip) -> PrintResult:
    """Print `slip` and wait until its fate is known: blocking, for a worker thread.

    Takes at most the profile's `connect_s` + `total_s` and two answers more, on a serial line
    also the time of its bytes. Never raises for anything that a printer does.
    """
    started = time.monotonic()
    with printer.turn:
        if printer.address.scheme == "none":
            return PrintResult(Outcome.FAILED, Cause.NO_PRINTER, "blind", 0, 0.0)
        data = printer.press.bytes(slip)
        job = PrintJob(printer, data, started)
        return replace(job.run(), seconds=time.monotonic() - started)


@dataclass
class PrintJob:
    """One slip on its way; the bytes are ready, the line is opened by run()."""

    printer: Printer
    data: bytes
    started: float
    sent: int = 0
    first_byte_at: float | None = None

    def run(self) -> PrintResult:
        """Print; the caller holds the printer's turn."""
        profile = self.printer.profile
        try:
            wire = self.printer.connect()
        except WireFault as fault:
            return self._result(Cause(fault.word))
        until = time.monotonic() + profile.total_s
        if self.printer.address.scheme == "serial":
            until += len(self.data) * _BITS_A_BYTE / self.printer.address.baud
        try:
            if profile.proof == "blind" or not wire.two_way:
                return self._blind(wire, until)
            return self._watched(wire, until)
        except WireFault as fault:
            return self._result(Cause(fault.word))
        finally:
            wire.close()

    def _blind(self, wire: Wire, until: float) -> PrintResult:
        self._send(wire, until)
        wire.drain(min(until, time.monotonic() + self.printer.profile.stall_s))
        return self._result(None, "blind", Outcome.PRINTED)

    def _watched(self, wire: Wire, until: float) -> PrintResult:
        """Status before, slip, proof, status after."""
        profile = self.printer.profile
        if profile.asked_by == "asb":
            return self._by_automatic_status(wire, until)
        before = ask_status(wire, profile.answer_s, until)
        if before.fault or not before.answered:
            return self._result(before.fault or Cause.STALLED)
        self._send(wire, until)
        came, seen = self._await_proof(wire, until)
        after = seen or self._look_after(wire, came)
        notices = (Notice.PAPER_LOW,) if before.paper_low or after.paper_low else ()
        if came and (profile.proof == "confirmed" or after.fault is None):
            return replace(
                self._result(after.fault, profile.proof, Outcome.PRINTED), warnings=notices
            )
        if not (profile.in_turn or profile.proof == "confirmed") and after.ready:
            return replace(self._result(None, "status", Outcome.PRINTED), warnings=notices)
        cause = after.fault or Cause.STALLED
        return replace(self._result(cause, profile.proof), warnings=notices)

    def _by_automatic_status(self, wire: Wire, until: float) -> PrintResult:
        """GS a before the slip, and behind it, where its answer proves that the slip came out."""
        profile = self.printer.profile
        limit = min(until, time.monotonic() + 2 * profile.answer_s)
        before = ask_automatic(wire, profile.answer_s, limit)
        if before.fault or not before.answered:
            return self._result(before.fault or Cause.STALLED)
        self._send(wire, until)
        after = ask_automatic(wire, profile.stall_s, until)
        notices = (Notice.PAPER_LOW,) if before.paper_low or after.paper_low else ()
        if after.ready:
            return replace(self._result(None, "status", Outcome.PRINTED), warnings=notices)
        return replace(self._result(after.fault or Cause.STALLED, "status"), warnings=notices)

    def _send(self, wire: Wire, until: float) -> None:
        before = wire.sent
        self.first_byte_at = time.monotonic()
        try:
            wire.send(self.data, self.printer.profile.stall_s, until)
        finally:
            self.sent = wire.sent - before
            if not self.sent:
                self.first_byte_at = None

    def _await_proof(self, wire: Wire, until: float) -> tuple[bool, PrinterStatus | None]:
        profile = self.printer.profile
        patience = Patience(profile.answer_s, profile.stall_s, until)
        if profile.proof == "confirmed":
            word = new_word()
            wire.send(id_request(word), profile.stall_s, until)
            return await_word(wire, word, patience)
        if profile.in_turn:
            wire.send(TURN_REQUEST, profile.stall_s, until)
            return await_turn(wire, patience)
        return False, None

    def _look_after(self, wire: Wire, came: bool) -> PrinterStatus:
        """A line that breaks behind the proof takes nothing back."""
        answer_s = self.printer.profile.answer_s
        try:
            return ask_status(wire, answer_s, time.monotonic() + 4 * answer_s)
        except WireFault:
            if came:
                return PrinterStatus()
            raise

    def _result(
        self, cause: Cause | None, proof: str = "", outcome: Outcome | None = None
    ) -> PrintResult:
        """Without proof: failed while nothing has left, unknown from the first byte on."""
        known = outcome or (Outcome.UNKNOWN if self.sent else Outcome.FAILED)
        how = proof or self.printer.profile.proof
        seconds = time.monotonic() - self.started
        return PrintResult(known, cause, how, self.sent, seconds, self.first_byte_at)
