"""What a played morning came to, from what the windows, the paper and the journal say."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from layso_queue.demo.process import Line


def percentiles(seconds: Iterable[float]) -> dict[str, float | None]:
    """Return the 50 % and 99 % points in milliseconds; None where nothing was measured."""
    ordered = sorted(seconds)

    def point(share: float) -> float | None:
        if not ordered:
            return None
        return round(1000 * ordered[math.ceil(share * len(ordered)) - 1], 1)

    return {"p50": point(0.5), "p99": point(0.99)}


def between(starts: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Pair each start with the first end after it; an end without a start counts for nothing."""
    waiting, found = iter(sorted(ends)), []
    for start in starts:
        end = next((one for one in waiting if one >= start), None)
        if end is not None:
            found.append(end - start)
    return found


def summarise(
    *,
    kiosk: Sequence[Line],
    paper: Sequence[Line],
    board: Sequence[Line],
    counters: Sequence[Sequence[Line]],
    journal: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """Return the figures of summary.json.

    `issued`, `called` and `served` come from the journal; `duplicates` counts numbers that the
    journal or the kiosk's screen gave twice; times are touch and key to the painted frame.
    """
    issued = [e["record"]["number"] for e in journal if e["kind"] == "TicketIssued"]
    shown = [line["number"] for line in kiosk if line["event"] == "number_shown"]
    touches = [line for line in kiosk if line["event"] == "touched"]
    asked = [line["t"] for line in touches if line.get("name") == "take-number"]
    painted = [line["t"] for line in kiosk if line["event"] == "number_shown"]
    printed = [line["t"] for line in paper if line["event"] == "printed"]
    return {
        "issued": len(issued),
        "called": sum(e["kind"] == "TicketCalled" for e in journal),
        "served": sum(e["kind"] == "ServiceFinished" for e in journal),
        "printed": len(printed),
        "duplicates": _twice(issued) + _twice(shown),
        "touch_to_number_ms": percentiles(between(asked, painted)),
        "touch_to_paper_ms": percentiles(between(asked, printed)),
        "call_to_board_ms": percentiles(_call_to_board(board, counters)),
    }


def _twice(numbers: Iterable[str]) -> int:
    return sum(count - 1 for count in Counter(numbers).values())


def _call_to_board(board: Sequence[Line], counters: Sequence[Sequence[Line]]) -> list[float]:
    shown = [line for line in board if line["event"] == "call_shown"]
    seconds = []
    for events in counters:
        pressed = 0.0
        for line in events:
            if line["event"] == "call_pressed":
                pressed = line["t"]
            elif line["event"] == "called" and pressed:
                times = (one["t"] for one in shown if one["number"] == line["number"])
                first = next((t for t in times if t >= pressed), None)
                if first is not None:
                    seconds.append(first - pressed)
                pressed = 0.0
    return seconds
