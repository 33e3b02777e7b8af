"""A queue of the print system that fails: the slip has left or not, and no file stays open.

With pycups installed tests/printing/test_printer_lines.py asks the real library.
"""

import sys
from io import BytesIO
from types import SimpleNamespace

import pytest

from layso_printing.printer import one_way
from layso_printing.printer.wire import BrokenOff, NotReached


class IPPError(Exception):
    """As pycups has it: no parent but Exception."""


class Queue:
    """What the wire uses of python-escpos' printer."""

    def __init__(self, fault: Exception | None, refuses: bool) -> None:
        self.tmpfile, self.pending_job = BytesIO(), False
        self._fault, self._refuses = fault, refuses

    def open(self, job_name: str) -> None:
        if self._refuses and self._fault is not None:
            raise self._fault

    def _raw(self, data: bytes) -> None:
        self.pending_job = True
        self.tmpfile.write(data)

    def send(self) -> None:
        if self._fault is not None:
            raise self._fault

    def close(self) -> None:
        assert not self.pending_job, "a slip that failed would be sent again"


@pytest.fixture
def queue(monkeypatch):
    """Make a queue that fails so, and put it where the wire finds it."""
    monkeypatch.setitem(sys.modules, "cups", SimpleNamespace(IPPError=IPPError, HTTPError=IPPError))

    def make(fault: Exception | None, refuses: bool = False) -> Queue:
        made = Queue(fault, refuses)
        monkeypatch.setattr(one_way, "CupsPrinter", lambda _: made)
        return made

    return make


@pytest.mark.parametrize(
    "fault", [IPPError("client-error-not-possible"), RuntimeError("no server")]
)
def test_a_print_system_that_is_away_is_not_reached(queue, fault):
    made = queue(fault, refuses=True)
    with pytest.raises(NotReached):
        one_way.CupsWire("k1")
    assert made.tmpfile.closed


@pytest.mark.parametrize("fault", [IPPError("server-error-busy"), OSError("gone")])
def test_a_queue_that_refuses_the_slip_breaks_off_and_prints_it_at_no_later_moment(queue, fault):
    made = queue(fault)
    wire = one_way.CupsWire("k1")
    wire.send(b"slip", 1.0, 0.0)
    with pytest.raises(BrokenOff):
        wire.drain(0.0)
    wire.close()
    assert made.tmpfile.closed


def test_a_slip_is_handed_over_once(queue):
    made = queue(None)
    wire = one_way.CupsWire("k1")
    wire.send(b"slip", 1.0, 0.0)
    wire.drain(0.0)
    assert wire.sent == 4
    wire.close()
    assert made.tmpfile.closed
