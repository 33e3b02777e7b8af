"""Printers that fall silent, answer late, twice or by half, or lose their power."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from layso_printing import (
    Cause,
    Outcome,
    PrinterProfile,
    TicketSlip,
    open_printer,
    print_slip,
)
from layso_printing.double.double import PaperDouble

Quick = Callable[[str], PrinterProfile]


@pytest.mark.parametrize("fault", ["stall", "mute"])
def test_silence_before_the_slip_fails_without_a_byte_and_in_bounded_time(
    double: PaperDouble, quick: Quick, slip: TicketSlip, fault: str
) -> None:
    double.tell(fault)
    result = print_slip(open_printer(double.uri, quick("confirmed-80")), slip)
    assert (result.outcome, result.cause) == (Outcome.FAILED, Cause.STALLED)
    assert not result.any_byte_left
    assert double.slips == []


@pytest.mark.parametrize("fault", ["stall", "mute", "busy"])
def test_a_printer_that_falls_silent_amid_the_slip_is_given_up_in_bounded_time(
    double: PaperDouble, patient: Quick, slip: TicketSlip, fault: str
) -> None:
    hurried = replace(patient("confirmed-80"), answer_s=1.0, stall_s=1.0, total_s=3.0)
    double.tell(fault, after=6000)
    result = print_slip(open_printer(double.uri, hurried), slip)
    assert (result.outcome, result.cause) == (Outcome.UNKNOWN, Cause.STALLED)
    assert result.any_byte_left


def test_a_late_word_of_the_slip_before_proves_nothing_for_the_next(
    double: PaperDouble, patient: Quick, slip: TicketSlip
) -> None:
    hurried = replace(patient("confirmed-80"), stall_s=2.0, total_s=2.5)
    double.tell("late_id")
    assert print_slip(open_printer(double.uri, hurried), slip).outcome is Outcome.UNKNOWN
    double.tell("recover")
    double.tell("paper_out", after=6000)  # the old word comes first, then the paper runs out
    result = print_slip(open_printer(double.uri, patient("confirmed-80")), slip)
    assert (result.outcome, result.cause) == (Outcome.UNKNOWN, Cause.PAPER_OUT)


def test_a_repeated_word_is_one_slip(double: PaperDouble, patient: Quick, slip: TicketSlip) -> None:
    double.tell("repeat_id")
    printer = open_printer(double.uri, patient("confirmed-80"))
    assert [print_slip(printer, slip).outcome for _ in range(3)] == [Outcome.PRINTED] * 3
    assert len(double.slips) == 3


def test_power_lost_amid_the_slip_and_back_again(
    double: PaperDouble, patient: Quick, slip: TicketSlip
) -> None:
    printer = open_printer(double.uri, patient("confirmed-80"))
    double.tell("power", after=6000)
    assert print_slip(printer, slip).outcome is Outcome.UNKNOWN
    off = print_slip(printer, slip)
    assert (off.outcome, off.cause) == (Outcome.FAILED, Cause.NOT_REACHED)
    double.tell("recover")
    assert print_slip(printer, slip).outcome is Outcome.PRINTED
    torn, whole = double.wait_for(2)
    assert (torn.cut, whole.cut) == (False, True)


def test_a_printer_that_confirms_is_believed_though_it_tells_only_half_its_status(
    double: PaperDouble, patient: Quick, slip: TicketSlip
) -> None:
    profile = replace(patient("confirmed-80"), answer_s=1.0)
    double.tell("half")
    result = print_slip(open_printer(double.uri, profile), slip)
    assert result.outcome is Outcome.PRINTED


def test_silence_is_never_taken_for_paper(double: PaperDouble, quick: Quick) -> None:
    double.tell("mute")
    status = open_printer(double.uri, quick("confirmed-80")).status()
    assert status.reached
    assert (status.online, status.paper, status.ready, status.answered) == (
        None,
        None,
        False,
        False,
    )
