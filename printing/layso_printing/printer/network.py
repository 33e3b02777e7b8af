"""Printers on the network, port 9100."""

import contextlib
import select
import socket
import sys
import time
from typing import Any

from escpos.exceptions import DeviceNotFoundError
from escpos.printer import Network

from layso_printing.printer.wire import BrokenOff, NotReached, Stalled, TooSlow

_CHUNK = 4096


class _Network(Network):  # type: ignore[misc] # the library has no types
    """The library's printer; its own open() leaves a socket behind when nobody answers."""

    def open(self, raise_not_found: bool = True) -> None:  # noqa: ARG002 # as the library has it
        self.device: socket.socket | None = None
        try:
            self.device = socket.create_connection((self.host, self.port), self.timeout)
        except OSError as error:
            raise DeviceNotFoundError(str(error)) from error


class NetworkWire:
    """A TCP connection; every wait in it has an end."""

    two_way = True

    def __init__(self, host: str, port: int, connect_s: float) -> None:
        """Connect; raise NotReached."""
        self.sent = 0
        printer = _Network(host, port, timeout=connect_s)
        try:
            printer.open()
        except DeviceNotFoundError as error:
            raise NotReached(str(error)) from error
        if printer.device is None:
            raise NotReached(host)
        self._printer: Any = printer
        self._socket: socket.socket = printer.device
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.setblocking(False)

    def send(self, data: bytes, stall_s: float, until: float) -> None:
        """Hand everything over."""
        at = 0
        while at < len(data):
            limit = min(time.monotonic() + stall_s, until)
            if not _ready(self._socket, limit, write=True):
                raise TooSlow if time.monotonic() >= until else Stalled
            try:
                taken = self._socket.send(data[at : at + _CHUNK])
            except BlockingIOError:
                continue
            except OSError as error:
                raise BrokenOff(str(error)) from error
            at += taken
            self.sent += taken

    def read(self, until: float) -> bytes:
        """Return what has come."""
        if not _ready(self._socket, until, write=False):
            return b""
        try:
            data = self._socket.recv(256)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise BrokenOff(str(error)) from error
        if not data:
            raise BrokenOff("closed by the printer")
        return data

    def drain(self, until: float) -> None:
        """End our side and wait for the printer's: a clean end means that all was read.

        A printer that leaves its side open counts as well, if every byte was acknowledged
        (Linux can tell); one that resets the line has not read everything.
        """
        try:
            self._socket.shutdown(socket.SHUT_WR)
            while _ready(self._socket, until, write=False):
                broken = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                if broken:
                    raise BrokenOff(str(broken))
                if not self._socket.recv(256) or time.monotonic() >= until:
                    break
        except OSError as error:
            raise BrokenOff(str(error)) from error
        left = _unacknowledged(self._socket)
        if left > 0:
            raise Stalled(f"{left} bytes not taken")

    def close(self) -> None:
        """Close."""
        with contextlib.suppress(OSError):
            self._printer.close()


def _ready(connection: socket.socket, until: float, write: bool) -> bool:
    """Wait for room or for bytes; select alone fails on file numbers above 1023."""
    poll = select.poll()
    poll.register(connection, select.POLLOUT if write else select.POLLIN)
    left = max(0.0, until - time.monotonic())
    return bool(poll.poll(left * 1000))


def _unacknowledged(connection: socket.socket) -> int:
    if sys.platform != "linux":
        return 0
    import fcntl
    import termios

    answer = fcntl.ioctl(connection, termios.TIOCOUTQ, b"\0\0\0\0")
    return int.from_bytes(answer, sys.byteorder)
