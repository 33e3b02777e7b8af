"""A printer that is set up: address, profile and press; a line is opened for each slip."""

import threading
import time

from layso_printing.printer.address import PrinterAddress, parse_address
from layso_printing.printer.automatic import ask_automatic
from layso_printing.printer.discovery import Discovery, discover
from layso_printing.printer.faults import PrinterSettingsWrong
from layso_printing.printer.profile import PrinterProfile, load_profile
from layso_printing.printer.status import PrinterStatus, ask_status
from layso_printing.printer.wire import NotReached, Wire, WireFault
from layso_printing.raster.press import Press, open_press

SLOWEST_RASTER_BAUD = 57_600
"""Slower serial lines take lean slips only: 26 kB of dots are 4.5 seconds at this speed."""

DEFAULT_PROFILE = "confirmed-80"


class Printer:
    """One printer. Slips are printed one at a time, from any thread."""

    def __init__(self, address: PrinterAddress, press: Press) -> None:
        self.address = address
        self.press = press
        self.profile: PrinterProfile = press.profile
        self.turn = threading.Lock()
        """Held by the thread whose slip is being laid out or printed."""

    def connect(self) -> Wire:
        """Open the line; raise WireFault (NotReached)."""
        match self.address.scheme:
            case "tcp":
                from layso_printing.printer.network import NetworkWire

                return NetworkWire(self.address.host, self.address.port, self.profile.connect_s)
            case "serial":
                from layso_printing.printer.serial_line import SerialWire

                return SerialWire(self.address.device, self.address.baud, self.address.flow)
            case "usb":
                from layso_printing.printer.usb_line import UsbWire

                where = (self.address.vendor, self.address.product, self.address.endpoints)
                return UsbWire(*where)
            case "file":
                from layso_printing.printer.one_way import FileWire

                return FileWire(self.address.device)
            case "cups":
                from layso_printing.printer.one_way import CupsWire

                return CupsWire(self.address.device)
        raise NotReached("no printer is set up")

    def status(self) -> PrinterStatus:
        """Ask how the printer stands, at most about three seconds; never raises a WireFault."""
        with self.turn:
            try:
                wire = self.connect()
            except WireFault:
                return PrinterStatus(reached=False)
            try:
                if not wire.two_way:
                    return PrinterStatus()
                limit = time.monotonic() + 5 * self.profile.answer_s
                ask = ask_automatic if self.profile.asked_by == "asb" else ask_status
                return ask(wire, self.profile.answer_s, limit)
            except WireFault:
                return PrinterStatus(reached=False)
            finally:
                wire.close()

    def settle(self) -> None:
        """Find out what is not known yet of the printer, if there is anything; may block."""

    def discover(self) -> Discovery:
        """Find out at enrolment what the printer can say; prints nothing.

        Raises WireFault if the printer is not reached.
        """
        with self.turn:
            wire = self.connect()
            try:
                return discover(wire, self.profile.answer_s)
            finally:
                wire.close()


def open_printer(uri: str, profile: str | PrinterProfile = DEFAULT_PROFILE) -> Printer:
    """Set a printer up from its address and profile; nothing is sent to it yet.

    A printer that is switched off is no error here (printing will say NOT_REACHED). Raises
    PrinterSettingsWrong for what only the installer can mend: ADDRESS_WRONG, HOST_UNKNOWN,
    PROFILE_UNKNOWN, PROFILE_WRONG, LAYOUT_WRONG, LIBRARY_MISSING, TOO_SLOW, DEVICE_WRONG.
    """
    address = parse_address(uri)
    _check(address)
    chosen = load_profile(profile) if isinstance(profile, str) else profile
    serial = address.scheme == "serial"
    if serial and not chosen.lean and address.baud < SLOWEST_RASTER_BAUD:
        raise PrinterSettingsWrong("TOO_SLOW", baud=address.baud)
    press = open_press(chosen, lean=serial)
    press.warm()
    return Printer(address, press)


def _check(address: PrinterAddress) -> None:
    if address.scheme == "usb":
        from layso_printing.printer.usb_line import check_usb

        check_usb()
    if address.scheme == "cups":
        from layso_printing.printer.one_way import check_cups

        check_cups()
    if address.scheme == "file":
        from layso_printing.printer.one_way import writable

        if not writable(address.device):
            raise PrinterSettingsWrong("DEVICE_WRONG", device=address.device)
