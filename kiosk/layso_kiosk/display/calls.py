"""Which calls a board has still to tell, and which it lists. Pure, no Qt, no clock."""

from collections.abc import Iterable, Sequence
from typing import Any

Call = dict[str, Any]

TELL_WITHIN_S = 20.0
"""An older call that was missed is listed, but neither flashes nor is it spoken."""
RECENT = 8
TOLD_AT_MOST = 12
"""So many calls a center tells; only from so many on does the oldest go by itself."""


class CallBook:
    """Remembers what was told, over losses of the connection and restarts of the center."""

    def __init__(self) -> None:
        self._told: set[tuple[str, int]] = set()

    def news(self, calls: Sequence[Call], age_s: "dict[int, float]") -> list[Call]:
        """Return the calls to tell now, the oldest first; each call is returned once ever.

        `calls` is the center's list, newest first; `age_s` gives each call's age by its seq.
        """
        fresh = [
            call
            for call in reversed(calls)
            if _key(call) not in self._told and age_s[int(call["seq"])] <= TELL_WITHIN_S
        ]
        # what has left the center's list cannot come back: forget it, the book stays small
        self._told = {_key(call) for call in calls}
        return fresh


def taken_back(before: Iterable[Call], now: Sequence[Call]) -> frozenset[int]:
    """Return the calls, by their seq, that are gone though their time was not over."""
    stand = {int(call["seq"]) for call in now}
    first = min(stand) if len(stand) >= TOLD_AT_MOST else 0
    return frozenset(seq for one in before if (seq := int(one["seq"])) not in stand and seq > first)


def _key(call: Call) -> tuple[str, int]:
    return str(call["ticket"]), int(call["seq"])


def of_services(calls: Iterable[Call], services: frozenset[str]) -> list[Call]:
    """Keep the calls of some services; an empty set means all."""
    return [call for call in calls if not services or call["service"] in services]


def of_counter(calls: Iterable[Call], counter: int | None) -> list[Call]:
    """Keep the calls of one counter; None means all."""
    return [call for call in calls if counter is None or int(call["counter"]) == counter]


def recent(calls: Sequence[Call], *, after_newest: bool) -> list[Call]:
    """Return at most eight calls, each number once, where it was called last.

    With `after_newest` the newest call is left out: the board shows it large.
    """
    seen = {str(call["number"]) for call in calls[:1]} if after_newest else set()
    kept: list[Call] = []
    for call in calls:
        if call["number"] not in seen:
            seen.add(str(call["number"]))
            kept.append(call)
    return kept[:RECENT]
