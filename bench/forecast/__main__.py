"""`python -m bench.forecast [--warsaw DIR] [--days N]`: the table of the forecast's targets."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from bench.figures import table
from bench.forecast import simulated, warsaw


def main() -> int:
    """Print the table; 1 if an aim was missed, 3 if the real queues' data is not there."""
    parser = ArgumentParser(prog="bench.forecast", description=__doc__)
    parser.add_argument("--warsaw", type=Path, help="folder with snapshots of real offices")
    parser.add_argument("--days", type=int, default=simulated.SCORED_DAYS, help="days to score")
    parser.add_argument(
        "--development", action="store_true", help="look at days that may be looked at"
    )
    options = parser.parse_args()
    try:
        found = warsaw.measure(options.warsaw)
    except (OSError, ValueError) as fault:
        print(f"the snapshots cannot be read: {fault}", file=sys.stderr)
        return 2
    seeds = simulated.DEVELOPMENT if options.development else simulated.SCORING
    figures = simulated.measure(seeds, options.days)
    print(table([*figures, *found]))
    if any(one.verdict == "MISSED" for one in (*figures, *found)):
        return 1
    if not found:
        print(f"real offices: no data ({warsaw.MISSING})")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
