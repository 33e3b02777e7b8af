"""Printers on USB."""

import contextlib
import time
from typing import Any

import usb.core
from escpos.exceptions import DeviceNotFoundError
from escpos.printer import Usb

from layso_printing.printer.faults import PrinterSettingsWrong
from layso_printing.printer.wire import BrokenOff, NotReached, Stalled, TooSlow

_CHUNK = 2048


def check_usb() -> None:
    """Raise PrinterSettingsWrong (LIBRARY_MISSING) if this machine has no USB library."""
    try:
        usb.core.find(idVendor=0xFFFF, idProduct=0xFFFF)
    except usb.core.NoBackendError as error:
        about = {"library": "libusb-1.0", "scheme": "USB"}
        raise PrinterSettingsWrong("LIBRARY_MISSING", **about) from error
    except usb.core.USBError:
        return  # the library is there; whether the bus works shows when printing


class UsbWire:
    """Two bulk endpoints; every transfer has a time limit."""

    two_way = True

    def __init__(self, vendor: int, product: int, endpoints: tuple[int, int]) -> None:
        """Open; raise NotReached when the printer is not plugged in."""
        self.sent = 0
        read_from, write_to = endpoints
        self._printer: Any = Usb(vendor, product, {}, 1000, read_from, write_to)
        try:
            self._printer.open()
        except (DeviceNotFoundError, usb.core.NoBackendError, usb.core.USBError) as error:
            self._printer._device = False
            raise NotReached(str(error)) from error
        self._device: Any = self._printer.device
        self._in, self._out = read_from, write_to

    def send(self, data: bytes, stall_s: float, until: float) -> None:
        """Hand everything over."""
        at = 0
        while at < len(data):
            left = min(stall_s, until - time.monotonic())
            if left <= 0:
                raise TooSlow
            try:
                taken = self._device.write(self._out, data[at : at + _CHUNK], int(left * 1000) + 1)
            except usb.core.USBTimeoutError as error:
                self.sent += 1  # how much of the chunk was taken is not told
                raise Stalled(str(error)) from error
            except usb.core.USBError as error:
                self.sent += 1
                raise BrokenOff(str(error)) from error
            at += taken
            self.sent += taken

    def read(self, until: float) -> bytes:
        """Return what has come."""
        left = max(0.001, until - time.monotonic())
        try:
            return bytes(self._device.read(self._in, 64, int(left * 1000) + 1))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as error:
            raise BrokenOff(str(error)) from error

    def drain(self, _until: float) -> None:
        """A finished bulk transfer has left."""

    def close(self) -> None:
        """Give the interface back."""
        with contextlib.suppress(usb.core.USBError):
            self._printer.close()
