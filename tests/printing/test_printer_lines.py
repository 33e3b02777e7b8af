"""Each way to a printer, opened against the nearest counterpart."""

import os
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import usb.core
from escpos.printer import CupsPrinter

from layso_printing import (
    Cause,
    Outcome,
    PrinterProfile,
    PrinterSettingsWrong,
    TicketSlip,
    open_printer,
    print_slip,
)

Quick = Callable[[str], PrinterProfile]


def test_a_slip_goes_into_a_file(tmp_path: Path, quick: Quick, slip: TicketSlip) -> None:
    target = tmp_path / "slip.bin"
    printer = open_printer(f"file://{target}", quick("blind-80"))
    for one in (slip, replace(slip, reprint=True)):
        result = print_slip(printer, one)
        assert (result.outcome, result.proof) == (Outcome.PRINTED, "blind")
        assert target.read_bytes() == printer.press.bytes(one)


def test_a_device_that_takes_nothing_fails_without_a_byte(quick: Quick, slip: TicketSlip) -> None:
    result = print_slip(open_printer("file:///dev/full", quick("blind-80")), slip)
    assert (result.outcome, result.cause) == (Outcome.FAILED, Cause.BROKEN_OFF)


def test_a_pipe_or_a_folder_is_no_printer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for device in (tmp_path, tmp_path / "pipe", tmp_path / "none" / "slip.bin"):
        with pytest.raises(PrinterSettingsWrong) as caught:
            open_printer(f"file://{device}")
        assert caught.value.code == "DEVICE_WRONG"


def has_libusb() -> bool:
    try:
        usb.core.find(idVendor=0xFFFF)
    except usb.core.NoBackendError:
        return False
    return True


@pytest.mark.skipif(not has_libusb(), reason="this machine has no libusb")
def test_a_usb_printer_that_is_not_plugged_in_is_not_reached(
    quick: Quick, slip: TicketSlip
) -> None:
    result = print_slip(open_printer("usb://04b8:0202", quick("confirmed-80")), slip)
    assert (result.outcome, result.cause) == (Outcome.FAILED, Cause.NOT_REACHED)


def test_without_libusb_the_installer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import usb.backend.libusb0
    import usb.backend.libusb1
    import usb.backend.openusb

    for backend in (usb.backend.libusb0, usb.backend.libusb1, usb.backend.openusb):
        monkeypatch.setattr(backend, "get_backend", lambda *_, **__: None)
    with pytest.raises(PrinterSettingsWrong) as caught:
        open_printer("usb://04b8:0202")
    assert caught.value.code == "LIBRARY_MISSING"
    assert "libusb" in caught.value.sentence("vi")


@pytest.mark.skipif(CupsPrinter.is_usable(), reason="pycups is here: no refusal to be seen")
def test_without_pycups_the_installer_is_told() -> None:
    with pytest.raises(PrinterSettingsWrong) as caught:
        open_printer("cups://khong-co")
    assert caught.value.code == "LIBRARY_MISSING"
    assert "pycups" in caught.value.sentence("en")


@pytest.mark.skipif(not CupsPrinter.is_usable(), reason="pycups is not installed")
def test_a_cups_queue_that_is_not_there_is_not_reached(quick: Quick, slip: TicketSlip) -> None:
    result = print_slip(open_printer("cups://khong-co", quick("blind-80")), slip)
    assert (result.outcome, result.cause) == (Outcome.FAILED, Cause.NOT_REACHED)


def test_a_printer_that_is_switched_off_is_not_reached(quick: Quick, slip: TicketSlip) -> None:
    with socket.create_server(("127.0.0.1", 0)) as ear:
        port = ear.getsockname()[1]
    printer = open_printer(f"tcp://127.0.0.1:{port}", quick("confirmed-80"))
    result = print_slip(printer, slip)
    assert (result.outcome, result.cause) == (Outcome.FAILED, Cause.NOT_REACHED)
    assert printer.status().fault is Cause.NOT_REACHED


def test_without_a_printer_every_slip_fails_at_once(slip: TicketSlip) -> None:
    result = print_slip(open_printer("none:"), slip)
    assert (result.outcome, result.cause) == (Outcome.FAILED, Cause.NO_PRINTER)
    assert not result.any_byte_left
