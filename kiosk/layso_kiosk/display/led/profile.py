"""What kind of panel it is: data, checked before the line is opened."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from layso_assets import files

PROTOCOLS = ("ascii", "modbus")
CHECKS = ("none", "xor", "sum")
PACKINGS = ("two_letters", "one_letter")


class LedWrong(ValueError):
    """The panel's address or profile cannot be used; the installer must act."""


@dataclass(frozen=True, slots=True)
class LedProfile:
    """A kind of panel; `digits` is how many signs it has, `register` counts from 0."""

    protocol: str
    digits: int = 4
    baud: int = 9600
    align: str = "right"
    paused: str = "----"
    closed: str = ""
    frame: str = "{text}"
    check: str = "none"
    end: str = ""
    register: int = 0
    packing: str = "two_letters"
    blink_register: int = -1

    def __post_init__(self) -> None:
        fits = self.protocol in PROTOCOLS and self.check in CHECKS and self.packing in PACKINGS
        sized = 1 <= self.digits <= 32 and 300 <= self.baud <= 1_000_000
        registers = 0 <= self.register < 0xFF00 and -1 <= self.blink_register <= 0xFFFF
        try:
            told = self.frame.format(address=1, text="A").encode("ascii")
        except (KeyError, IndexError, ValueError) as fault:
            raise LedWrong("frame") from fault
        if not (fits and sized and registers and told and self.align in ("left", "right")):
            raise LedWrong(self.protocol)

    def fitted(self, text: str) -> str:
        """Return the text in as many signs as the panel has; the end of a long one is kept."""
        plain = text.replace("-", "") if len(text) > self.digits else text
        plain = plain.encode("ascii", "replace").decode()[-self.digits :]
        return plain.rjust(self.digits) if self.align == "right" else plain.ljust(self.digits)


def load_profile(name: str) -> LedProfile:
    """Return a profile of ours by its name, or the one in a file; raise LedWrong."""
    try:
        file = Path(name) if name.endswith(".toml") else files.path("led", f"{name}.toml")
        table: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError, files.AssetMissing) as fault:
        raise LedWrong(name) from fault
    known = {field.name: field for field in fields(LedProfile)}
    if set(table) - set(known) or not isinstance(table.get("protocol"), str):
        raise LedWrong(name)
    if any(type(value).__name__ != known[key].type.__name__ for key, value in table.items()):  # type: ignore[union-attr]
        raise LedWrong(name)
    return LedProfile(**table)
