"""`layso-paper-double`: the paper double as a program of its own."""

import argparse
import json
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from layso_printing.double.double import PaperDouble
from layso_printing.double.orders import Order, OrderWrong, read_option


def main(words: Sequence[str] | None = None) -> int:
    """Run until SIGTERM, SIGINT or the end of standard input with --until-eof.

    Prints a JSON line when ready and one for each slip. Returns 0, or 2 with one sentence.
    """
    options = _parser().parse_args(words)
    printing = threading.Lock()

    def tell(event: dict[str, object]) -> None:
        with printing:
            print(json.dumps(event, ensure_ascii=False), flush=True)

    try:
        double = PaperDouble(options.out, options.port, options.control_port, options.columns, tell)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        print(
            f"The paper double cannot start (port {options.port}, folder {options.out}): {reason}.",
            file=sys.stderr,
        )
        return 2
    for order in options.fault:
        double.tell(order.do, order.after)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with double:
        tell({"event": "ready", "port": double.port, "control_port": double.control_port})
        if options.until_eof:
            threading.Thread(target=_wait_for_eof, args=(stop,), daemon=True).start()
        stop.wait()
    return 0


def _wait_for_eof(stop: threading.Event) -> None:
    while sys.stdin.readline():
        pass
    stop.set()


def _order(text: str) -> Order:
    try:
        return read_option(text)
    except OrderWrong as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _parser() -> argparse.ArgumentParser:
    parser = _OneSentence(prog="layso-paper-double", description="A virtual ESC/POS printer.")
    parser.add_argument("--port", type=int, default=9100, help="0 picks a free one")
    parser.add_argument("--control-port", type=int, default=0, help="0 picks a free one")
    parser.add_argument("--out", type=Path, required=True, help="folder for the slips' pictures")
    parser.add_argument("--columns", type=int, default=576, choices=(384, 512, 576, 640))
    parser.add_argument(
        "--fault",
        type=_order,
        action="append",
        default=[],
        metavar="WORD[:BYTES]",
        help="paper_out, near_end, cover_open, offline, cutter, knife, stall, lie, mute, half, "
        "no_id, asb_only, busy, late_id, repeat_id, twice, power, break_off; with BYTES it takes "
        "effect when that many have come",
    )
    parser.add_argument("--until-eof", action="store_true", help="end with standard input")
    return parser


class _OneSentence(argparse.ArgumentParser):
    """Wrong options give one sentence instead of a page."""

    def error(self, message: str) -> "None":  # type: ignore[override]
        self.exit(2, f"{self.prog}: {message}.\n")


if __name__ == "__main__":
    sys.exit(main())
