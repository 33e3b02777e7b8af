"""`layso-hub`: serve, restored, center add, staff add, key add."""

import argparse
import sys
from pathlib import Path

from layso_assets.languages import LANGUAGES, Texts
from layso_queue.hub.commands.outcome import Said

SCOPES = ("centers", "bookings", "tickets", "statistics")


def main(words: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 something is wrong with the data, 2 it cannot be done so."""
    asked = _parser().parse_args(words)
    texts = Texts(asked.language)
    match asked.command:
        case "serve":
            from layso_queue.hub.commands.serve import serve as do
        case "restored":
            from layso_queue.hub.commands.register import restored as do
        case "center":
            from layso_queue.hub.commands.register import add_center as do
        case "staff":
            from layso_queue.hub.commands.register import add_staff as do
        case _:
            from layso_queue.hub.commands.register import add_key as do
    said: Said = do(asked, texts)
    for line in said.lines:
        print(line, file=sys.stderr if said.code else sys.stdout, flush=True)
    return said.code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="layso-hub", description=Texts(LANGUAGES[0]).say("hub.command.about")
    )
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    commands = parser.add_subparsers(dest="command", required=True)

    serve = commands.add_parser("serve", help="run the web queue")
    _place(serve)
    serve.add_argument("--port", type=int, default=8027)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--public-url", default="", metavar="URL", help="how phones reach the hub")
    serve.add_argument(
        "--behind", default="127.0.0.1", metavar="ADDRESSES", help="balancers that may name clients"
    )

    restored = commands.add_parser("restored", help="say that the database came from a backup")
    _place(restored)

    center = commands.add_parser("center", help="centers with a web queue")
    add = center.add_subparsers(dest="center_command", required=True).add_parser("add")
    _place(add)
    add.add_argument("--code", required=True, help="the commune's five digits")
    add.add_argument("--replace", action="store_true", help="give a known center a new token")

    staff = commands.add_parser("staff", help="people who see all centers")
    add = staff.add_subparsers(dest="staff_command", required=True).add_parser("add")
    _place(add)
    add.add_argument("--name", required=True)
    add.add_argument("--password", help="asked for if not given")

    key = commands.add_parser("key", help="access keys of portals")
    add = key.add_subparsers(dest="key_command", required=True).add_parser("add")
    _place(add)
    add.add_argument("--name", required=True)
    add.add_argument("--scopes", required=True, help=f"of {', '.join(SCOPES)}; with commas")
    add.add_argument("--per-minute", type=int, default=300)
    return parser


def _place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--database", metavar="URL", help="postgresql://...; without it a file in DIR"
    )


if __name__ == "__main__":
    sys.exit(main())
