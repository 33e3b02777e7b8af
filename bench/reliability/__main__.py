"""`./run reliability [PROOF ...]`: the long proofs, each a module with options of its own."""

import runpy
import sys

PROOFS = {
    "kills": "kill -9 of the center amid keyed, retried requests: no number lost or given twice",
    "days": "simulated days under the line's twelve invariants, and with each rule taken away",
    "oracles": "the simulator against closed forms",
    "paper": "cables cut at every byte, and every printer fault: never two slips for one number",
    "sync": "center and hub in virtual time: loss, partitions, restores, clones",
    "partition": "168 centers without a line for 72 hours, and then all at once: nothing lost",
    "line": "center and hub over 64 kbit/s, 600 ms there and back, one segment of twenty lost",
    "failover": "the hub's primary database killed amid the sale: no confirmed booking lost",
    "web": "every figure of the web queue: sync, line, failover, the hub under load, partition",
}


def main() -> int:
    """Hand over to a proof; without a word to the first one. 2 for a word that is none."""
    word, *options = sys.argv[1:] or ["kills"]
    if word not in PROOFS:
        lines = (f"  {name:10}{about}" for name, about in PROOFS.items())
        print("the proofs are:", *lines, sep="\n")
        return 0 if word in ("-h", "--help") else 2
    sys.argv = [f"./run reliability {word}", *options]
    runpy.run_module(f"bench.reliability.{word}", run_name="__main__")
    return 0


if __name__ == "__main__":
    sys.exit(main())
