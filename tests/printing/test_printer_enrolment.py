"""What a printer can say is found out at enrolment, kept, and believed later."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from layso_printing import (
    Cause,
    Notice,
    Outcome,
    PrinterProfile,
    PrinterSettingsWrong,
    TicketSlip,
    open_printer,
    print_slip,
)
from layso_printing.double.double import PaperDouble
from layso_printing.printer.automatic import find_automatic, read_automatic
from layso_printing.printer.discovery import Discovery
from layso_printing.printer.enrolment import (
    EnrolledPrinter,
    Enrolment,
    keep,
    kept,
    open_enrolled,
)

NOW = datetime.fromisoformat("2026-11-23T07:42:10+07:00")
Quick = Callable[[str], PrinterProfile]
MODEL = "LAY SO PAPER DOUBLE"


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("", Discovery("confirmed", True, "dle", MODEL)),
        ("no_id", Discovery("status", True, "dle", MODEL)),
        ("half", Discovery("confirmed", True, "dle", MODEL)),
        ("asb_only", Discovery("status", False, "asb", MODEL)),
    ],
)
def test_what_a_printer_can_say_is_found_out_without_printing(
    double: PaperDouble, quick: Quick, fault: str, found: Discovery
) -> None:
    if fault:
        double.tell(fault)
    assert open_printer(double.uri, quick("generic-80")).discover() == found
    assert double.slips == []


def opened(uri: str, file: Path) -> EnrolledPrinter:
    """A printer that has had its chance to be asked."""
    printer = open_enrolled(uri, "generic-80", file, lambda: NOW)
    printer.settle()
    return printer


@pytest.mark.parametrize("fault", ["", "no_id", "asb_only"])
def test_a_slip_is_proven_in_the_way_that_was_found(
    double: PaperDouble, tmp_path: Path, slip: TicketSlip, fault: str
) -> None:
    if fault:
        double.tell(fault)
    printer = opened(double.uri, tmp_path / "printer.toml")
    result = print_slip(printer, slip)
    assert (result.outcome, result.cause) == (Outcome.PRINTED, None)
    assert result.proof == ("status" if fault else "confirmed")
    assert len(double.wait_for(1)) == 1


@pytest.mark.parametrize(
    ("fault", "after", "outcome", "cause"),
    [
        ("cover_open", 0, Outcome.FAILED, Cause.STALLED),
        ("stall", 6000, Outcome.UNKNOWN, Cause.STALLED),
        ("break_off", 6000, Outcome.UNKNOWN, Cause.BROKEN_OFF),
    ],
)
def test_automatic_status_never_calls_a_fault_printed(
    double: PaperDouble,
    quick: Quick,
    slip: TicketSlip,
    fault: str,
    after: int,
    outcome: Outcome,
    cause: Cause,
) -> None:
    profile = replace(quick("generic-80"), asked_by="asb", total_s=2.0)
    double.tell("asb_only")
    double.tell(fault, after)
    result = print_slip(open_printer(double.uri, profile), slip)
    assert (result.outcome, result.cause) == (outcome, cause)
    assert (result.outcome is Outcome.FAILED) == (not result.any_byte_left)


def test_automatic_status_warns_of_low_paper(
    double: PaperDouble, quick: Quick, slip: TicketSlip
) -> None:
    double.tell("asb_only")
    double.tell("near_end")
    profile = replace(quick("generic-80"), asked_by="asb")
    assert print_slip(open_printer(double.uri, profile), slip).warnings == (Notice.PAPER_LOW,)
    assert open_printer(double.uri, profile).status().paper_low


def test_four_bytes_of_automatic_status_are_told_from_others() -> None:
    assert find_automatic(b"\x12\x37\x10\x00\x03\x00\x12") == b"\x10\x00\x03\x00"
    assert find_automatic(b"\x12\x16\x1a\xff") is None
    open_cover = read_automatic(b"\x38\x00\x0c\x00")
    assert (open_cover.fault, open_cover.paper) == (Cause.COVER_OPEN, False)
    assert read_automatic(b"\x18\x08\x00\x00").fault is Cause.CUTTER


def test_what_was_found_is_kept_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "printer.toml"
    assert kept(file) is None
    names = Discovery("status", True, "asb", 'TM "88" \\ \x1bV')
    enrolment = Enrolment("tcp://127.0.0.1:9100", "generic-80", names, NOW.isoformat())
    keep(enrolment, file)
    again = kept(file)
    assert again == replace(enrolment, found=replace(names, model='TM "88" \\ V'))
    assert (again.adapted().asked_by, again.adapted().cutter) == ("asb", "partial")


def test_a_kept_printer_is_not_asked_again_but_one_elsewhere_is(
    new_double: Callable[..., PaperDouble], tmp_path: Path
) -> None:
    first, second = new_double(), new_double()
    file = tmp_path / "printer.toml"
    assert opened(first.uri, file).profile.proof == "confirmed"
    first.tell("no_id")
    assert opened(first.uri, file).profile.proof == "confirmed"
    second.tell("no_id")
    assert opened(second.uri, file).profile.proof == "status"
    found = kept(file)
    assert found is not None
    assert found.uri == second.uri


@pytest.mark.parametrize("fault", ["mute", "gone", "paper_out"])
def test_a_printer_that_could_not_say_it_is_asked_again_at_the_next_start(
    double: PaperDouble, tmp_path: Path, fault: str
) -> None:
    file = tmp_path / "printer.toml"
    uri = double.uri
    if fault == "gone":
        double.stop()
    else:
        double.tell(fault)
    printer = opened(uri, file)
    assert not printer.settled
    assert printer.profile.proof == "status"
    assert not file.exists()


@pytest.mark.parametrize("text", ["uri = ", "uri = 3", 'uri = "x"', "\xff"])
def test_a_damaged_file_says_what_to_do(tmp_path: Path, text: str) -> None:
    file = tmp_path / "printer.toml"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(PrinterSettingsWrong) as caught:
        kept(file)
    assert caught.value.code == "KEPT_WRONG"
    assert str(file) in caught.value.sentence("vi")


def test_a_damaged_or_unwritable_file_does_not_keep_a_kiosk_from_printing(
    double: PaperDouble, tmp_path: Path, slip: TicketSlip
) -> None:
    file = tmp_path / "printer.toml"
    file.write_text("uri = ", "utf-8")
    assert opened(double.uri, file).profile.proof == "confirmed"
    assert kept(file) is not None, "it is written anew"
    (tmp_path / "plain").write_text("", "utf-8")
    printer = opened(double.uri, tmp_path / "plain" / "printer.toml")
    assert print_slip(printer, slip).proof == "confirmed"
