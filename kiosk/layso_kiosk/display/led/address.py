"""Which panel hangs where, from one address on the command line."""

import re
import sys
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from layso_kiosk.display.led.profile import LedProfile, LedWrong, load_profile

MOST = 247
"""Modbus has no higher address; 0 speaks to all and is answered by nobody."""


@dataclass(frozen=True, slots=True)
class LedPanel:
    """One panel: its line, its address on it, and the counter it shows; None: the newest call."""

    device: str
    baud: int
    address: int
    counter: int | None
    profile: LedProfile
    by_rts: bool = False
    """Whether the line's direction is switched by RTS; most adapters do it themselves."""


def parse_led(text: str) -> LedPanel:
    """Read ``serial:///dev/ttyUSB1?protocol=modbus&counter=3``; raise LedWrong.

    More words: ``address`` (the counter's number if not given), ``profile`` (a name or file in
    place of the protocol's own), ``baud``, ``rts=1``.
    """
    parts = urlsplit(text)
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    known = {"protocol", "profile", "counter", "address", "baud", "rts"}
    device = parts.path if sys.platform != "win32" else parts.path.lstrip("/")
    numbers = {name: asked[name] for name in ("counter", "address", "baud") if name in asked}
    right = all(re.fullmatch(r"\d{1,7}", value) for value in numbers.values())
    if parts.scheme != "serial" or not device or not right or set(asked) - known:
        raise LedWrong(text)
    profile = load_profile(asked.get("profile") or asked.get("protocol") or "ascii")
    if asked.get("protocol", profile.protocol) != profile.protocol:
        raise LedWrong(text)
    counter = int(numbers["counter"]) if "counter" in numbers else None
    address = int(numbers.get("address", counter or 1))
    if not 1 <= address <= MOST:
        raise LedWrong(text)
    baud = int(numbers.get("baud", profile.baud))
    return LedPanel(device, baud, address, counter, profile, asked.get("rts") == "1")
