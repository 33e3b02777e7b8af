"""The serial line, with the double's works at its far end."""

import contextlib
import os
import select
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PIL import Image

from layso_printing import (
    Cause,
    Outcome,
    PrinterProfile,
    PrinterSettingsWrong,
    TicketSlip,
    open_printer,
    print_slip,
)
from layso_printing.double.machine import Machine
from layso_printing.double.state import State
from layso_printing.double.tokens import Tokens

Quick = Callable[[str], PrinterProfile]


class SerialDouble:
    """The double's works at the far end of a pseudo-terminal."""

    def __init__(self) -> None:
        self.near, self.far = os.openpty()
        self.device = os.ttyname(self.far)
        self.state = State()
        self.slips: list[Image.Image] = []
        self.pace_s = 0.0
        """Seconds taken over each half kilobyte."""
        self._ends, self._end = os.pipe()
        self._thread = threading.Thread(target=self._work)
        self._thread.start()

    def _work(self) -> None:
        machine = Machine(576, self.state, lambda image, _size, _cut: self.slips.append(image))
        tokens = Tokens()
        while True:
            ready = select.select([self._ends, self.near], [], [])[0]
            if self._ends in ready or select.select([self._ends], [], [], self.pace_s)[0]:
                return
            for token in tokens.feed(os.read(self.near, 512)):
                machine.take(token, lambda said: self._say(said))

    def _say(self, said: bytes) -> None:
        os.write(self.near, said)

    def stop(self) -> None:
        os.write(self._end, b"\0")
        self._thread.join()
        for number in (self.near, self.far, self._ends, self._end):
            with contextlib.suppress(OSError):
                os.close(number)


@pytest.fixture
def serial_double() -> Iterator[SerialDouble]:
    double = SerialDouble()
    yield double
    double.stop()


@pytest.mark.parametrize("profile", ["confirmed-80", "generic-80"])
def test_a_slip_goes_over_a_serial_line(
    serial_double: SerialDouble, quick: Quick, slip: TicketSlip, profile: str
) -> None:
    printer = open_printer(f"serial://{serial_double.device}?baud=115200", quick(profile))
    result = print_slip(printer, slip)
    assert (result.outcome, result.cause) == (Outcome.PRINTED, None)
    assert len(serial_double.slips) == 1
    assert printer.discover().proof == "confirmed"


def test_a_serial_printer_without_paper_fails_without_a_byte(
    serial_double: SerialDouble, quick: Quick, slip: TicketSlip
) -> None:
    serial_double.state.paper_out = True
    result = print_slip(open_printer(f"serial://{serial_double.device}", quick("generic-80")), slip)
    assert (result.outcome, result.cause) == (Outcome.FAILED, Cause.PAPER_OUT)


def test_a_serial_printer_that_stops_reading_does_not_hold_the_kiosk(
    quick: Quick, slip: TicketSlip
) -> None:
    near, far = os.openpty()
    try:
        uri = f"serial://{os.ttyname(far)}"
        full = replace(quick("blind-80"), lean="")  # a terminal holds all of a lean slip
        result = print_slip(open_printer(uri, full), slip)
    finally:
        os.close(near)
        os.close(far)
    assert (result.outcome, result.cause) == (Outcome.UNKNOWN, Cause.STALLED)
    assert result.seconds < 60


def test_a_serial_line_that_takes_too_long_ends_in_time(
    serial_double: SerialDouble, quick: Quick, slip: TicketSlip
) -> None:
    serial_double.pace_s = 0.02
    hurried = replace(quick("blind-80"), total_s=0.2, lean="")
    uri = f"serial://{serial_double.device}?baud=921600"
    result = print_slip(open_printer(uri, hurried), slip)
    assert (result.outcome, result.cause) == (Outcome.UNKNOWN, Cause.TOO_SLOW)
    assert 0.2 < result.seconds < 60


def test_a_serial_printer_that_is_not_there_is_not_reached(quick: Quick, slip: TicketSlip) -> None:
    result = print_slip(open_printer("serial:///dev/tty-none", quick("generic-80")), slip)
    assert (result.outcome, result.cause) == (Outcome.FAILED, Cause.NOT_REACHED)


def test_a_serial_line_at_19200_is_refused_in_a_plain_sentence() -> None:
    with pytest.raises(PrinterSettingsWrong) as caught:
        open_printer("serial:///dev/ttyUSB0?baud=19200")
    assert caught.value.code == "TOO_SLOW"
    assert caught.value.sentence("vi").startswith("Cổng nối tiếp 19200 baud quá chậm")
