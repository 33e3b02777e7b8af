"""What a run found, and how much happened in it."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Fault(StrEnum):
    """What must never happen."""

    DUPLICATE_NUMBER = "duplicate number"
    NUMBER_CHANGED = "a phone's number changed"
    OVERSELL = "oversell"
    LOST_BOOKING = "lost booking"
    TOKEN_USED_TWICE = "token used twice"
    DIFFERENCE = "hub differs from center after quiet"
    TWO_COPIES = "two copies of a center go on"
    FROZEN_FOR_NOTHING = "the hub froze though nothing was restored"
    HAMMERING = "a center cut off asks without pause"
    NOT_WARNED = "a wrong clock is not warned of"


@dataclass(slots=True)
class Report:
    """Faults with what they are about, in the order found; `happened` counts what took place."""

    seed: int
    faults: list[tuple[Fault, str]] = field(default_factory=list)
    happened: Counter[str] = field(default_factory=Counter)

    def fault(self, fault: Fault, about: str) -> None:
        """Note a fault."""
        self.faults.append((fault, about))

    def kinds(self) -> list[Fault]:
        """Return which faults were found, each once."""
        return list(dict.fromkeys(fault for fault, _ in self.faults))
