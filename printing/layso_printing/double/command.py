"""`layso-paper-double`: the paper double as a program of its own."""

import argparse
import json
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from layso_assets.command_line import CommandLine, texts_for, whole_number
from layso_assets.languages import LANGUAGES, Texts
from layso_printing.double.double import PaperDouble
from layso_printing.double.orders import FAULTS, Order, OrderWrong, read_option


def main(words: Sequence[str] | None = None) -> int:
    """Run until SIGTERM, SIGINT or the end of standard input with --until-eof.

    Prints a JSON line when ready and one for each slip. Returns 0, or 2 with one sentence.
    """
    given = list(sys.argv[1:] if words is None else words)
    texts = texts_for(given)
    options = _parser(texts).parse_args(given)
    printing = threading.Lock()

    def tell(event: dict[str, object]) -> None:
        with printing:
            print(json.dumps(event, ensure_ascii=False), flush=True)

    try:
        double = PaperDouble(options.out, options.port, options.control_port, options.columns, tell)
    except OSError as error:
        about = {"port": options.port, "folder": options.out}
        why = error.strerror or str(error)
        print(texts.say("paper.double.cannot", **about, why=why), file=sys.stderr)
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


def _parser(texts: Texts) -> argparse.ArgumentParser:
    say = texts.say
    about = say("paper.double.about")
    parser = CommandLine("layso-paper-double", description=about, texts=texts)
    port = whole_number(texts, 0, 65_535)
    parser.add_argument("--port", type=port, default=9100, help=say("paper.double.port"))
    parser.add_argument("--control-port", type=port, default=0, help=say("paper.double.control"))
    parser.add_argument("--out", type=Path, required=True, help=say("paper.double.out"))
    parser.add_argument("--columns", type=int, default=576, choices=(384, 512, 576, 640))
    parser.add_argument(
        "--fault",
        type=_order,
        action="append",
        default=[],
        metavar="WORD[:BYTES]",
        help=say("paper.double.fault", words=", ".join(sorted({*FAULTS, "break_off"}))),
    )
    parser.add_argument("--until-eof", action="store_true", help=say("paper.double.until_eof"))
    parser.add_argument("--language", choices=LANGUAGES, default=texts.language)
    return parser


if __name__ == "__main__":
    sys.exit(main())
