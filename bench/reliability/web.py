"""`./run reliability web`: every figure of the web queue, one proof after the other."""

import argparse
import subprocess
import sys
import time

PARTS = {
    "sync": ("bench.reliability.sync",),
    "line": ("bench.reliability.line",),
    "failover": ("bench.reliability.failover",),
    "hub": ("bench", "hub"),
    "partition": ("bench.reliability.partition",),
}
"""The longest last; each is also a command of its own."""


def main() -> int:
    """Run them all, though one should fail; the exit code is the worst of theirs."""
    asked = argparse.ArgumentParser(prog="./run reliability web", description=__doc__)
    asked.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    worst = 0
    for name in asked.parse_args().only:
        print(f"== {name}", flush=True)
        began = time.monotonic()
        code = subprocess.run([sys.executable, "-m", *PARTS[name]], check=False).returncode
        print(f"== {name}: exit code {code} after {time.monotonic() - began:.0f} s\n", flush=True)
        worst = max(worst, abs(code))
    return worst


if __name__ == "__main__":
    sys.exit(main())
