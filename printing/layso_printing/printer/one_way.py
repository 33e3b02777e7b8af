"""Ways that never answer: a device file or plain file, and a CUPS queue."""

import os
import select
import stat
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from escpos.exceptions import DeviceNotFoundError
from escpos.printer import CupsPrinter, File

from layso_printing.printer.faults import PrinterSettingsWrong
from layso_printing.printer.wire import BrokenOff, NotReached, Stalled, TooSlow


def check_cups() -> None:
    """Raise PrinterSettingsWrong (LIBRARY_MISSING) without pycups."""
    if not CupsPrinter.is_usable():
        raise PrinterSettingsWrong("LIBRARY_MISSING", library="pycups", scheme="CUPS")


def writable(device: str) -> bool:
    """Whether `device` is, or can become, a plain file or a character device.

    A pipe is refused: opening one waits for a reader.
    """
    path = Path(device)
    if not path.exists():
        return path.parent.is_dir()
    kind = path.stat().st_mode
    return stat.S_ISREG(kind) or stat.S_ISCHR(kind)


class FileWire:
    """A printer's device file (/dev/usb/lp0), or a plain file that holds the last slip."""

    two_way = False

    def __init__(self, device: str) -> None:
        """Open; raise NotReached."""
        self.sent = 0
        if not writable(device):
            raise NotReached(device)
        self._printer: Any = File(device, auto_flush=False)
        try:
            self._printer.open()
        except DeviceNotFoundError as error:
            raise NotReached(str(error)) from error
        self._number = self._printer.device.fileno()
        self._waits = stat.S_ISCHR(os.fstat(self._number).st_mode)
        if self._waits:
            os.set_blocking(self._number, False)

    def send(self, data: bytes, stall_s: float, until: float) -> None:
        """Hand everything over."""
        at = 0
        while at < len(data):
            left = min(stall_s, until - time.monotonic())
            if self._waits and not select.select([], [self._number], [], max(0.0, left))[1]:
                raise TooSlow if time.monotonic() >= until else Stalled
            try:
                taken = os.write(self._number, data[at:])
            except BlockingIOError:
                continue
            except OSError as error:
                raise BrokenOff(str(error)) from error
            at += taken
            self.sent += taken

    def read(self, _until: float) -> bytes:
        """A file says nothing."""
        return b""

    def drain(self, _until: float) -> None:
        """Written is written."""

    def close(self) -> None:
        """Close."""
        self._printer.close()


class CupsWire:
    """A queue of the print system: the slip is handed over when the line is closed."""

    two_way = False

    def __init__(self, queue: str) -> None:
        """Open; raise NotReached when the print system or the queue is not there."""
        self.sent = 0
        self._printer: Any = CupsPrinter(queue)
        try:
            self._printer.open(job_name="layso")
        except (DeviceNotFoundError, *_cups_faults()) as error:
            self._printer.tmpfile.close()
            raise NotReached(str(error)) from error

    def send(self, data: bytes, _stall_s: float, _until: float) -> None:
        """Collect; the queue gets it in drain()."""
        self._printer._raw(data)
        self.sent += len(data)

    def read(self, _until: float) -> bytes:
        """A queue says nothing."""
        return b""

    def drain(self, _until: float) -> None:
        """Hand the slip to the print system."""
        try:
            self._printer.send()
        except _cups_faults() as error:
            raise BrokenOff(str(error)) from error

    def close(self) -> None:
        """Close; nothing is pending after drain()."""
        self._printer.pending_job = False
        self._printer.close()
        self._printer.tmpfile.close()


def _cups_faults() -> tuple[type[Exception], ...]:
    """Return what pycups raises: two of its errors have no other parent than Exception."""
    cups = import_module("cups")
    return (OSError, RuntimeError, cups.IPPError, cups.HTTPError)
