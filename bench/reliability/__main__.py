"""`python -m bench.reliability`: run a proof; exit code 1 if it fails."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from bench.reliability.kills import run_kills


def main() -> int:
    """Run what is asked for; without a word the kills, in their long form."""
    parser = argparse.ArgumentParser(prog="python -m bench.reliability")
    parser.set_defaults(proof="kills", times=200, history=100_000, clients=4, out=None)
    proofs = parser.add_subparsers(dest="proof")
    kills = proofs.add_parser("kills", help="kill -9 amid keyed, retried requests")
    kills.add_argument("--times", type=int, default=200)
    kills.add_argument("--history", type=int, default=100_000, help="tickets of past days")
    kills.add_argument("--clients", type=int, default=4)
    kills.add_argument("--out", type=Path, help="also write the result here, as JSON")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="layso-kills-") as folder:
        result = run_kills(Path(folder), asked.times, asked.history, asked.clients)
    text = json.dumps(result, indent=2)
    print(text)
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(text + "\n", "utf-8")
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
