"""Where printers may be: USB devices, serial ports, queues, and hosts that listen on 9100."""

import errno
import ipaddress
import select
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import serial.tools.list_ports
import usb.core
import usb.util
from escpos.printer import CupsPrinter

PORT = 9100
MOST_HOSTS = 1024
"""More than a /22 is no longer a hall's network."""

_PRINTER_CLASS = 7
_AT_ONCE = 128


@dataclass(frozen=True, slots=True)
class Place:
    """An address for open_printer(), and what the system calls what is there."""

    uri: str
    about: str = ""


def usb_places() -> list[Place]:
    """Return USB devices that call themselves printers; none without the USB library."""
    try:
        devices = usb.core.find(find_all=True)
        return [place for device in devices or () for place in usb_place(device)]
    except (usb.core.NoBackendError, usb.core.USBError):
        return []


def usb_place(device: Any) -> Iterator[Place]:
    """Yield the address of a printer, with the endpoints as the device itself describes them."""
    for interface in (one for configuration in device for one in configuration):
        ends = [end.bEndpointAddress for end in interface]
        into, out = ([e for e in ends if bool(e & 0x80) is way] for way in (True, False))
        if interface.bInterfaceClass == _PRINTER_CLASS and into and out:
            uri = f"usb://{device.idVendor:04x}:{device.idProduct:04x}"
            yield Place(f"{uri}?in=0x{into[0]:02x}&out=0x{out[0]:02x}")
            return


def serial_places() -> list[Place]:
    """Return serial ports; whether a printer is behind one shows when it is asked."""
    ports = sorted(serial.tools.list_ports.comports())
    return [Place(f"serial://{port.device}", port.description or "") for port in ports]


def cups_places() -> list[Place]:
    """Return the print system's queues; none without it."""
    if not CupsPrinter.is_usable():
        return []
    try:
        return [Place(f"cups://{name}") for name in sorted(CupsPrinter().printers)]
    except (OSError, RuntimeError):
        return []


def network_places(network: str, seconds: float = 1.0, port: int = PORT) -> list[Place]:
    """Return the hosts of `network` ("192.168.1.0/24") that take a connection within `seconds`.

    Raises ValueError for what is no IPv4 network or too large a one.
    """
    found = ipaddress.IPv4Network(network, strict=False)
    if found.num_addresses > MOST_HOSTS:
        raise ValueError(network)
    hosts = [str(host) for host in found.hosts()]
    open_hosts: list[str] = []
    for start in range(0, len(hosts), _AT_ONCE):
        open_hosts += _listening(hosts[start : start + _AT_ONCE], port, seconds)
    return [Place(f"tcp://{host}:{port}") for host in open_hosts]


def _listening(hosts: list[str], port: int, seconds: float) -> list[str]:
    """Connect to all at once; nothing is sent."""
    lines: dict[int, tuple[socket.socket, str]] = {}
    poll, answered = select.poll(), set[str]()
    try:
        for host in hosts:
            line = socket.socket()
            line.setblocking(False)
            if line.connect_ex((host, port)) in (0, errno.EINPROGRESS):
                lines[line.fileno()] = (line, host)
                poll.register(line, select.POLLOUT)
            else:
                line.close()
        until = time.monotonic() + seconds
        while lines and (left := until - time.monotonic()) > 0:
            for number, _ in poll.poll(left * 1000):
                poll.unregister(number)
                line, host = lines.pop(number)
                if not line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                    answered.add(host)
                line.close()
    finally:
        for line, _ in lines.values():
            line.close()
    return [host for host in hosts if host in answered]
