"""Printer addresses as settings write them."""

import socket
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from layso_printing.printer.faults import PrinterSettingsWrong

SLOWEST_BAUD = 38_400
"""At 19,200 baud even a lean slip takes longer than people stay: 16 kB are 8 seconds."""

_OPTIONS = {"serial": {"baud", "flow"}, "usb": {"in", "out"}}


@dataclass(frozen=True, slots=True)
class PrinterAddress:
    """Where a printer is: scheme tcp, usb, serial, cups, file or none, and what it needs."""

    scheme: str
    host: str = ""
    port: int = 9100
    device: str = ""
    """A device file, a file, or the name of a CUPS queue."""
    vendor: int = 0
    product: int = 0
    baud: int = 115_200
    flow: bool = False
    """Hardware flow control (RTS/CTS) on the serial line."""
    endpoints: tuple[int, int] = field(default=(0x82, 0x01))
    """USB endpoints (in, out)."""


def parse_address(uri: str) -> PrinterAddress:
    """Read an address.

    ``tcp://10.0.0.5:9100``, ``usb://04b8:0202?in=0x81&out=0x02``, ``cups://NAME``,
    ``serial:///dev/ttyUSB0?baud=115200&flow=rtscts``, ``file:///path`` or ``none:``.

    A host name is looked up here, once, so that printing never waits for a name server.
    Raises PrinterSettingsWrong: ADDRESS_WRONG, HOST_UNKNOWN, TOO_SLOW.
    """
    try:
        parts = urlsplit(uri)
        options = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
        if set(options) - _OPTIONS.get(parts.scheme, set()) or parts.fragment:
            raise ValueError(uri)
        path = unquote(parts.path)
        match parts.scheme:
            case "none" if not (parts.netloc or path):
                return PrinterAddress("none")
            case "tcp" if parts.hostname and path in ("", "/"):
                port = 9100 if parts.port is None else parts.port
                return PrinterAddress("tcp", host=_numeric(parts.hostname), port=port)
            case "usb" if not path:
                vendor, product = (_hex(word) for word in parts.netloc.split(":"))
                ends = (int(options.get("in", "0x82"), 0), int(options.get("out", "0x01"), 0))
                if not (0x80 <= ends[0] <= 0x8F and 0 < ends[1] <= 0x0F):
                    raise ValueError(uri)
                return PrinterAddress("usb", vendor=vendor, product=product, endpoints=ends)
            case "serial" if len(path) > 1 and not parts.netloc:
                flow = {"none": False, "rtscts": True}.get(options.get("flow", "none"))
                if flow is None:
                    raise ValueError(uri)
                return PrinterAddress("serial", device=path, baud=_baud(options), flow=flow)
            case "file" if len(path) > 1 and not parts.netloc:
                return PrinterAddress("file", device=path)
            case "cups" if parts.netloc and path in ("", "/"):
                return PrinterAddress("cups", device=unquote(parts.netloc))
    except ValueError as error:
        raise PrinterSettingsWrong("ADDRESS_WRONG", uri=uri) from error
    raise PrinterSettingsWrong("ADDRESS_WRONG", uri=uri)


def _hex(word: str) -> int:
    number = int(word, 16)
    if not 0 < number <= 0xFFFF:
        raise ValueError(word)
    return number


def _baud(options: dict[str, str]) -> int:
    baud = int(options.get("baud", "115200"))
    if baud < SLOWEST_BAUD:
        raise PrinterSettingsWrong("TOO_SLOW", baud=baud)
    return baud


def _numeric(host: str) -> str:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise PrinterSettingsWrong("HOST_UNKNOWN", host=host) from error
    return str(found[0][4][0])
