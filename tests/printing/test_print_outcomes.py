"""Every fault of the double: the right outcome and the right cause."""

import time
from collections.abc import Callable

import pytest

from layso_printing import (
    Cause,
    Notice,
    Outcome,
    PrinterProfile,
    TicketSlip,
    open_printer,
    print_slip,
)
from layso_printing.double.double import PaperDouble

Quick = Callable[[str], PrinterProfile]
WATCHED = ["confirmed-80", "generic-80"]
TOLD = [
    ("paper_out", Cause.PAPER_OUT),
    ("cover_open", Cause.COVER_OPEN),
    ("offline", Cause.OFFLINE),
    ("cutter", Cause.CUTTER),
]
"""Faults that the double tells of; nothing has to run out to learn of them."""


@pytest.mark.parametrize("profile", WATCHED)
@pytest.mark.parametrize(("fault", "cause"), TOLD)
def test_a_fault_before_the_slip_fails_without_a_byte(
    double: PaperDouble, patient: Quick, slip: TicketSlip, profile: str, fault: str, cause: Cause
) -> None:
    double.tell(fault)
    result = print_slip(open_printer(double.uri, patient(profile)), slip)
    assert (result.outcome, result.cause) == (Outcome.FAILED, cause)
    assert not result.any_byte_left
    assert result.first_byte_at is None
    assert double.slips == []


@pytest.mark.parametrize("profile", WATCHED)
@pytest.mark.parametrize(("fault", "cause"), [*TOLD, ("break_off", Cause.BROKEN_OFF)])
def test_a_fault_amid_the_slip_leaves_its_fate_unknown(
    double: PaperDouble, patient: Quick, slip: TicketSlip, profile: str, fault: str, cause: Cause
) -> None:
    double.tell(fault, after=6000)
    result = print_slip(open_printer(double.uri, patient(profile)), slip)
    assert (result.outcome, result.cause) == (Outcome.UNKNOWN, cause)
    assert result.any_byte_left


@pytest.mark.parametrize("profile", WATCHED)
def test_a_knife_that_jams_at_the_cut_is_told(
    double: PaperDouble, patient: Quick, slip: TicketSlip, profile: str
) -> None:
    double.tell("knife")
    result = print_slip(open_printer(double.uri, patient(profile)), slip)
    assert (result.outcome, result.cause) == (Outcome.UNKNOWN, Cause.CUTTER)
    assert double.tell("recover")["slips"] == 1
    assert double.slips[0].cut is False


@pytest.mark.parametrize("profile", WATCHED)
def test_a_slip_that_waits_for_paper_comes_out_when_there_is_paper(
    double: PaperDouble, patient: Quick, slip: TicketSlip, profile: str
) -> None:
    double.tell("paper_out", after=6000)
    assert print_slip(open_printer(double.uri, patient(profile)), slip).cause is Cause.PAPER_OUT
    assert double.slips == []
    double.tell("recover")
    assert double.wait_for(1)[0].cut


@pytest.mark.parametrize("profile", WATCHED)
def test_a_well_printer_prints_and_is_believed(
    double: PaperDouble, patient: Quick, sample: TicketSlip, profile: str
) -> None:
    before = time.monotonic()
    result = print_slip(open_printer(double.uri, patient(profile)), sample)
    assert (result.outcome, result.cause, result.warnings) == (Outcome.PRINTED, None, ())
    assert result.proof == profile.split("-")[0].replace("generic", "status")
    assert result.first_byte_at is not None
    assert before < result.first_byte_at < double.wait_for(1)[0].t


@pytest.mark.parametrize("profile", WATCHED)
def test_paper_that_runs_low_is_a_warning_and_no_fault(
    double: PaperDouble, patient: Quick, slip: TicketSlip, profile: str
) -> None:
    double.tell("near_end")
    result = print_slip(open_printer(double.uri, patient(profile)), slip)
    assert (result.outcome, result.cause) == (Outcome.PRINTED, None)
    assert result.warnings == (Notice.PAPER_LOW,)


def test_a_printer_that_lies_is_believed_because_nothing_else_can_be_known(
    double: PaperDouble, patient: Quick, slip: TicketSlip
) -> None:
    double.tell("paper_out")
    double.tell("lie")
    result = print_slip(open_printer(double.uri, patient("confirmed-80")), slip)
    assert result.outcome is Outcome.PRINTED
    assert double.slips == []


def test_slips_of_two_threads_come_out_one_after_the_other(
    double: PaperDouble, patient: Quick, slip: TicketSlip
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    printer = open_printer(double.uri, patient("confirmed-80"))
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: print_slip(printer, slip), range(8)))
    assert {result.outcome for result in results} == {Outcome.PRINTED}
    sizes = {made.bytes for made in double.wait_for(8)}
    assert len(sizes) == 1


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_cause_has_a_sentence_for_staff(cause: Cause, language: str) -> None:
    assert len(cause.sentence(language)) > 20
