"""Where a keypad's keys come from: a serial line or an input device of its own."""

import contextlib
import struct
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

READY = ""
"""Comes before the first key, as soon as the keypad is there."""

STEP_S = 0.2
"""How long a read waits at most, so that the program can end."""

_EVENT = struct.Struct("llHHi")
"""Linux's input_event: seconds, microseconds, type, code, value."""
_EV_KEY, _DOWN = 1, 1
_GRAB = 0x40044590
"""EVIOCGRAB: the keys reach nobody else, so a pad never types into another program."""

_CODES = {
    **{code: str((code - 1) % 10) for code in range(2, 12)},
    **dict(zip((82, 79, 80, 81, 75, 76, 77, 71, 72, 73), "0123456789", strict=True)),
    55: "*",
    78: "+",
    74: "-",
    98: "/",
    83: ".",
    96: "Enter",
    28: "Enter",
    14: "Backspace",
    0x20A: "*",
    0x20B: "#",
}


class PadWrong(ValueError):
    """The address names no keypad."""


@dataclass(frozen=True, slots=True)
class PadAddress:
    """`keys:`, `serial:///dev/ttyUSB0?baud=9600` or `hid:///dev/input/by-id/...`."""

    kind: str
    device: str = ""
    baud: int = 9600


def parse_pad(text: str) -> PadAddress:
    """Read an address; raise PadWrong."""
    parts = urlsplit(text)
    if text == "keys:":
        return PadAddress("keys")
    device = parts.path if sys.platform != "win32" else parts.path.lstrip("/")
    baud = parse_qs(parts.query).get("baud", ["9600"])[0]
    if parts.scheme not in ("serial", "hid") or not device or not baud.isdigit():
        raise PadWrong(text)
    return PadAddress(parts.scheme, device, int(baud))


def read_serial(address: PadAddress, going: Callable[[], bool]) -> Iterator[str]:
    """Yield the keys of a serial keypad that sends one ASCII sign a key; raise OSError."""
    import serial

    line = serial.Serial(address.device, address.baud, timeout=STEP_S)
    before = ""
    try:
        yield READY
        while going():
            for sign in line.read(1).decode("ascii", "ignore"):
                ended = sign in "\r\n"
                if not (ended and before == "\r" and sign == "\n"):
                    yield "Enter" if ended else "Backspace" if sign in "\b\x7f" else sign.upper()
                before = sign
    finally:
        line.close()


def read_hid(address: PadAddress, going: Callable[[], bool]) -> Iterator[str]:
    """Yield the keys of a Linux input device that is a keypad alone; raise OSError."""
    import fcntl
    import select

    with Path(address.device).open("rb", buffering=0) as device:
        # a device that somebody else holds is read all the same
        with contextlib.suppress(OSError):
            fcntl.ioctl(device, _GRAB, 1)
        yield READY
        while going():
            ready, _, _ = select.select([device], [], [], STEP_S)
            if not ready:
                continue
            raw = device.read(_EVENT.size)
            if not raw or len(raw) < _EVENT.size:
                raise OSError("the keypad is gone")
            _, _, kind, code, value = _EVENT.unpack(raw)
            if kind == _EV_KEY and value == _DOWN and code in _CODES:
                yield _CODES[code]
