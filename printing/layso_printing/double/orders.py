"""What the double can be told, by words: on its control port, as options, or in a test."""

from collections.abc import Mapping
from dataclasses import dataclass

FAULTS = {
    "paper_out": "paper_out",
    "near_end": "near_end",
    "cover_open": "cover_open",
    "offline": "offline",
    "cutter": "cutter",
    "knife": "knife",
    "stall": "stall",
    "jam": "stall",
    "lie": "lie",
    "mute": "mute",
    "answer_nothing": "mute",
    "half": "half",
    "no_id": "no_id",
    "asb_only": "asb_only",
    "busy": "busy",
    "late_id": "late_id",
    "repeat_id": "repeat_id",
    "twice": "twice",
    "power": "power",
}
"""Words of faults and the name of each in State."""

OTHERS = frozenset({"break_off", "recover", "state"})


class OrderWrong(ValueError):
    """The double was told something that it does not know."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order; `after` counts the bytes that still arrive before it takes effect."""

    do: str
    after: int = 0


def read_order(table: Mapping[str, object]) -> Order:
    """Read {"do": "break_off", "after": 1200}; "at" may stand for "after".

    Raises OrderWrong.
    """
    do = table.get("do")
    after = table.get("after", table.get("at", 0))
    if not isinstance(do, str) or (do not in FAULTS and do not in OTHERS):
        known = ", ".join(sorted([*FAULTS, *OTHERS]))
        raise OrderWrong(f"unknown order {do!r}; known are {known}")
    if not isinstance(after, int) or isinstance(after, bool) or after < 0:
        raise OrderWrong("after must be a number of bytes")
    return Order(do, after)


def read_option(text: str) -> Order:
    """Read "paper_out" or "break_off:1200"; raise OrderWrong."""
    word, _, count = text.partition(":")
    if count and not count.isdecimal():
        raise OrderWrong(f"not a number of bytes: {count!r}")
    return read_order({"do": word, "after": int(count or 0)})
