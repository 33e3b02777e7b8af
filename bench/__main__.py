"""`./run bench [NAME ...]`: measure all or the named parts and print one table."""

import importlib
import sys
import tempfile
from pathlib import Path

from bench.figures import Figure, table

PARTS = (
    "durable",
    "history_growth",
    "counters_at_once",
    "open_load",
    "boards",
    "slip",
    "kiosk_start",
    "kiosk_day",
    "forecast",
    "hub",
)


def main(names: list[str]) -> int:
    """Print the table; 1 if an aim was missed, 2 for an unknown part."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"the parts are: {', '.join(PARTS)}")
        return 0 if set(unknown) <= {"-h", "--help"} else 2
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="layso-bench-") as folder:
        for name in names or PARTS:
            print(f"measuring {name} ...", file=sys.stderr, flush=True)
            part = importlib.import_module(f"bench.{name}")
            place = Path(folder) / name
            place.mkdir()
            figures += part.measure(place)
    print(table(figures))
    return 1 if any(one.verdict == "MISSED" for one in figures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
