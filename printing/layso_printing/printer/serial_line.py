"""Printers on a serial line."""

import contextlib
import time
from typing import Any

import serial
from escpos.exceptions import DeviceNotFoundError
from escpos.printer import Serial

from layso_printing.printer.wire import BrokenOff, NotReached, Stalled, TooSlow

_CHUNK = 512


class SerialWire:
    """A serial line; every wait in it has an end."""

    two_way = True

    def __init__(self, device: str, baud: int, flow: bool = False) -> None:
        """Open; raise NotReached."""
        self.sent = 0
        self._printer: Any = Serial(device, baudrate=baud, timeout=0, dsrdtr=False)
        try:
            self._printer.open()
        except (DeviceNotFoundError, OSError) as error:
            self._printer._device = False  # or the library opens it again while being deleted
            raise NotReached(str(error)) from error
        self._port: Any = self._printer.device
        self._port.rtscts = flow
        self._byte_s = 10 / baud

    def send(self, data: bytes, stall_s: float, until: float) -> None:
        """Hand everything over; a chunk may take its time on the line besides `stall_s`."""
        for start in range(0, len(data), _CHUNK):
            chunk = data[start : start + _CHUNK]
            now = time.monotonic()
            if now >= until:
                raise TooSlow
            self._port.write_timeout = min(stall_s + len(chunk) * self._byte_s, until - now)
            try:
                self._port.write(chunk)
            except serial.SerialTimeoutException as error:
                # some of the chunk may have left: better one byte too many than a second slip
                self.sent += 1
                raise (TooSlow if time.monotonic() >= until else Stalled)(str(error)) from error
            except (OSError, serial.SerialException) as error:
                self.sent += 1
                raise BrokenOff(str(error)) from error
            self.sent += len(chunk)

    def read(self, until: float) -> bytes:
        """Return what has come."""
        try:
            self._port.timeout = max(0.0, until - time.monotonic())
            first: bytes = self._port.read(1)
            return first + self._port.read(self._port.in_waiting) if first else b""
        except (OSError, serial.SerialException) as error:
            raise BrokenOff(str(error)) from error

    def drain(self, until: float) -> None:
        """Wait until the driver's buffer is empty."""
        try:
            while self._port.out_waiting:
                if time.monotonic() >= until:
                    raise Stalled
                time.sleep(0.01)
        except (OSError, serial.SerialException) as error:
            raise BrokenOff(str(error)) from error

    def close(self) -> None:
        """Close; what the printer has not taken is thrown away, else close() would wait for it."""
        with contextlib.suppress(OSError, serial.SerialException):
            self._port.reset_output_buffer()
        with contextlib.suppress(OSError, serial.SerialException):
            self._port.close()
        self._printer._device = False
