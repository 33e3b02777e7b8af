"""Proof that a slip came out: an answer that the printer gives only behind its print data."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from layso_printing.printer.status import PrinterStatus, ask_status
from layso_printing.printer.wire import Wire

_LOOK_S = 0.25
"""Between two looks at the status while waiting for the proof."""

_SIGNS = bytes(set(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") - set(b"26RVZ"))
"""Without the five that have the bits of a DLE EOT answer: a word that comes late, while the
status is asked, must not be read as one."""


def new_word() -> bytes:
    """Return four signs that the last slips did not use, so that a late answer is not taken."""
    return bytes(secrets.choice(_SIGNS) for _ in range(4))


def id_request(word: bytes) -> bytes:
    """Return GS ( H: "say this word when all before it is printed"."""
    return b"\x1d(H\x06\x00\x30\x30" + word


def id_answer(word: bytes) -> bytes:
    """Return what the printer says then."""
    return b"\x37\x22" + word + b"\x00"


TURN_REQUEST = b"\x1dr\x01"
"""GS r 1: paper status, answered in turn behind the print data."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a proof: one answer, a silence, everything (time.monotonic())."""

    answer_s: float
    silence_s: float
    until: float


def await_word(wire: Wire, word: bytes, patience: Patience) -> tuple[bool, PrinterStatus | None]:
    """Wait for the answer to id_request(word); a fault said meanwhile, or silence, ends the wait.

    A printer that still says that it is well is waited for until the end: paper takes its time.
    Return whether the answer came, and the status last asked for. Raises WireFault.
    """
    wanted = id_answer(word)
    return _await(wire, lambda heard: wanted in heard, patience)


def await_turn(wire: Wire, patience: Patience) -> tuple[bool, PrinterStatus | None]:
    """Wait in the same way for the answer to TURN_REQUEST that says "paper is there"."""

    def paper_is_there(heard: bytes) -> bool:
        answers = [byte for byte in heard if not byte & 0x90]
        return bool(answers) and not answers[-1] & 0x0C

    return _await(wire, paper_is_there, patience)


def _await(
    wire: Wire, proven: Callable[[bytes], bool], patience: Patience
) -> tuple[bool, PrinterStatus | None]:
    ear = _Ear(wire)
    last_said = time.monotonic()
    while True:
        look = min(time.monotonic() + _LOOK_S, patience.until)
        while time.monotonic() < look:
            ear.read(look)
            if proven(ear.heard):
                return True, None
        status = ask_status(ear, patience.answer_s, time.monotonic() + 4 * patience.answer_s)
        if proven(ear.heard):
            return True, status
        now = time.monotonic()
        last_said = now if status.answered else last_said
        silent = now - last_said >= patience.silence_s
        if status.fault or silent or now >= patience.until:
            return False, status


class _Ear:
    """A wire that remembers what it heard: the proof may come between two status answers."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self.two_way = wire.two_way
        self.sent = wire.sent
        self.heard = b""

    def send(self, data: bytes, stall_s: float, until: float) -> None:
        self._wire.send(data, stall_s, until)

    def read(self, until: float) -> bytes:
        data = self._wire.read(until)
        self.heard = (self.heard + data)[-256:]
        return data

    def drain(self, until: float) -> None:
        self._wire.drain(until)

    def close(self) -> None:
        self._wire.close()
