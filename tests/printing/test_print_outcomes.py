"""Every fault of the double: the right outcome, the right cause, and in bounded time."""

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
BEFORE = 12
"""Bytes of the four status questions that come before the slip."""

WATCHED = ["confirmed-80", "generic-80"]


@pytest.mark.parametrize("profile", WATCHED)
@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        ("paper_out", Cause.PAPER_OUT),
        ("cover_open", Cause.COVER_OPEN),
        ("offline", Cause.OFFLINE),
        ("cutter", Cause.CUTTER),
        ("stall", Cause.STALLED),
        ("jam", Cause.STALLED),
        ("mute", Cause.STALLED),
    ],
)
def test_a_fault_before_the_slip_fails_without_a_byte(
    double: PaperDouble, quick: Quick, slip: TicketSlip, profile: str, fault: str, cause: Cause
) -> None:
    double.tell(fault)
    result = print_slip(open_printer(double.uri, quick(profile)), slip)
    assert (result.outcome, result.cause) == (Outcome.FAILED, cause)
    assert not result.any_byte_left
    assert result.first_byte_at is None
    assert result.seconds < 2
    assert double.slips == []


@pytest.mark.parametrize("profile", WATCHED)
@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        ("paper_out", Cause.PAPER_OUT),
        ("cover_open", Cause.COVER_OPEN),
        ("offline", Cause.OFFLINE),
        ("cutter", Cause.CUTTER),
        ("stall", Cause.STALLED),
        ("mute", Cause.STALLED),
        ("break_off", Cause.BROKEN_OFF),
    ],
)
def test_a_fault_amid_the_slip_leaves_its_fate_unknown(
    double: PaperDouble, quick: Quick, slip: TicketSlip, profile: str, fault: str, cause: Cause
) -> None:
    double.tell(fault, after=6000)
    result = print_slip(open_printer(double.uri, quick(profile)), slip)
    assert (result.outcome, result.cause) == (Outcome.UNKNOWN, cause)
    assert result.any_byte_left
    assert result.seconds < 4


@pytest.mark.parametrize("profile", WATCHED)
def test_a_knife_that_jams_at_the_cut_is_told(
    double: PaperDouble, quick: Quick, slip: TicketSlip, profile: str
) -> None:
    double.tell("knife")
    result = print_slip(open_printer(double.uri, quick(profile)), slip)
    assert (result.outcome, result.cause) == (Outcome.UNKNOWN, Cause.CUTTER)
    assert double.tell("recover")["slips"] == 1
    assert double.slips[0].cut is False


@pytest.mark.parametrize("profile", WATCHED)
def test_a_slip_that_waits_for_paper_comes_out_when_there_is_paper(
    double: PaperDouble, quick: Quick, slip: TicketSlip, profile: str
) -> None:
    double.tell("paper_out", after=6000)
    assert print_slip(open_printer(double.uri, quick(profile)), slip).cause is Cause.PAPER_OUT
    assert double.slips == []
    double.tell("recover")
    assert double.wait_for(1)[0].cut


@pytest.mark.parametrize("profile", WATCHED)
def test_a_well_printer_prints_and_is_believed(
    double: PaperDouble, quick: Quick, sample: TicketSlip, profile: str
) -> None:
    before = time.monotonic()
    result = print_slip(open_printer(double.uri, quick(profile)), sample)
    assert (result.outcome, result.cause, result.warnings) == (Outcome.PRINTED, None, ())
    assert result.proof == profile.split("-")[0].replace("generic", "status")
    assert result.first_byte_at is not None
    assert before < result.first_byte_at < double.wait_for(1)[0].t


@pytest.mark.parametrize("profile", WATCHED)
def test_paper_that_runs_low_is_a_warning_and_no_fault(
    double: PaperDouble, quick: Quick, slip: TicketSlip, profile: str
) -> None:
    double.tell("near_end")
    result = print_slip(open_printer(double.uri, quick(profile)), slip)
    assert (result.outcome, result.cause) == (Outcome.PRINTED, None)
    assert result.warnings == (Notice.PAPER_LOW,)


def test_a_printer_that_confirms_is_believed_though_it_tells_only_half_its_status(
    double: PaperDouble, quick: Quick, slip: TicketSlip
) -> None:
    double.tell("half")
    result = print_slip(open_printer(double.uri, quick("confirmed-80")), slip)
    assert result.outcome is Outcome.PRINTED


def test_a_printer_that_lies_is_believed_because_nothing_else_can_be_known(
    double: PaperDouble, quick: Quick, slip: TicketSlip
) -> None:
    double.tell("paper_out")
    double.tell("lie")
    result = print_slip(open_printer(double.uri, quick("confirmed-80")), slip)
    assert result.outcome is Outcome.PRINTED
    assert double.slips == []


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


@pytest.mark.parametrize("profile", [*WATCHED, "blind-80"])
def test_a_line_cut_at_any_byte_never_counts_as_printed(
    new_double: Callable[..., PaperDouble], quick: Quick, slip: TicketSlip, profile: str
) -> None:
    patient = quick(profile)
    before = 0 if profile == "blind-80" else BEFORE
    whole = len(open_printer("none:", patient).press.bytes(slip))
    places = [0, 1, 2, 3, 5, 8, 11, 12, 13, 14, 16, 20, 40, 100, 777, 4096, 4097, 9000, 15_000]
    places += [whole // 2, whole - 200, whole - 5, whole - 2, whole - 1]
    if before:  # cut behind the slip: it may be out, but nobody has said so
        places += [whole, whole + 4, whole + before, whole + before + 2]
    double = new_double()
    printer = open_printer(double.uri, patient)
    for place in places:
        double.tell("break_off", after=place)
        result = print_slip(printer, slip)
        assert result.outcome in (Outcome.FAILED, Outcome.UNKNOWN), place
        assert (result.outcome is Outcome.FAILED) == (result.bytes_sent == 0), place
        assert result.cause in (Cause.BROKEN_OFF, Cause.NOT_REACHED), place
        assert result.seconds < 3, place
        double.tell("recover")


def test_slips_of_two_threads_come_out_one_after_the_other(
    double: PaperDouble, quick: Quick, slip: TicketSlip
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    printer = open_printer(double.uri, quick("confirmed-80"))
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: print_slip(printer, slip), range(8)))
    assert {result.outcome for result in results} == {Outcome.PRINTED}
    sizes = {made.bytes for made in double.wait_for(8)}
    assert len(sizes) == 1


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_cause_has_a_sentence_for_staff(cause: Cause, language: str) -> None:
    assert len(cause.sentence(language)) > 20
