"""`./run reliability line`: what a center and its hub need of a thin line, byte by byte."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

import structlog

from bench.figures import Figure, table
from bench.reliability.line.morning import Morning, morning
from thin_line import Thin

FINISHED_S = 120
"""A morning must be told so soon after a cut: citizens look at their phones."""

MOST_BYTES = 5_000
"""A ticket's whole life, told fact by fact, there and back: cents of a month's mobile data."""


def main() -> int:
    """Print the figures; exit code 1 if one misses its aim."""
    parser = argparse.ArgumentParser(prog="./run reliability line")
    parser.add_argument("--tickets", type=int, default=150)
    parser.add_argument("--speed", type=float, default=1.0, help="how many times faster than life")
    asked = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    with tempfile.TemporaryDirectory() as folder:
        thin = Thin(speed=asked.speed)
        plan = {"tickets": asked.tickets, "one_by_one": 10, "bookings": 5}
        found = asyncio.run(morning(Path(folder), thin, **plan))
    figures = _figures(found)
    print(table(figures))
    print(*found.differences[:5], sep="\n")
    return 1 if any(one.verdict == "MISSED" for one in figures) else 0


def _figures(found: Morning) -> list[Figure]:
    line = found.line
    assert line is not None
    each, alone = found.told_bytes / found.tickets, found.one_by_one_bytes / found.one_by_one
    return [
        Figure("first contact: catalogue and places", found.first_s, "s", note="64 kbit/s, 600 ms"),
        Figure("first contact", found.first_bytes / 1000, "kB"),
        Figure(f"a morning of {found.tickets} tickets", found.told_s, "s", FINISHED_S),
        Figure("a ticket of that morning", each, "bytes", note="both ways, with TCP's headers"),
        Figure("a ticket told as it happens", alone, "bytes", MOST_BYTES, note="four facts"),
        Figure("connections", line.connections, ""),
        Figure("connections torn", line.torn, ""),
        Figure("segments lost", line.lost, "", note=f"of {line.segments}"),
        Figure("differences", len(found.differences), "", 0),
    ]


if __name__ == "__main__":
    sys.exit(main())
