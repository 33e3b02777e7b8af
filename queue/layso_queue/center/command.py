"""`layso-center`: serve, enrol, staff, booking, procedures, web, verify."""

import argparse
import sys
from pathlib import Path

from layso_assets.languages import LANGUAGES, Texts
from layso_queue.center.commands.outcome import Said

ROLES = ("kiosk", "display", "counter", "supervisor", "admin", "province", "auditor")


def main(words: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 something is wrong with the data, 2 it cannot be done so."""
    asked = _parser().parse_args(words)
    texts = Texts(asked.language)
    # Each command imports what it needs: `verify` and `enrol` never load a web server.
    match asked.command:
        case "serve":
            from layso_queue.center.commands.serve import serve as do
        case "verify":
            from layso_queue.center.commands.verify import verify as do
        case "enrol":
            from layso_queue.center.commands.register import enrol as do
        case "remove":
            from layso_queue.center.commands.register import remove as do
        case "staff":
            from layso_queue.center.commands.register import add_staff as do
        case "close":
            from layso_queue.center.commands.closures import close as do
        case "reopen":
            from layso_queue.center.commands.closures import reopen as do
        case "closures":
            from layso_queue.center.commands.closures import show as do
        case "procedures":
            from layso_queue.center.commands.procedures import procedures as do
        case "web":
            from layso_queue.center.commands.web import set_places as do
        case _:
            from layso_queue.center.commands.booking import add_booking as do
    said: Said = do(asked, texts)
    for line in said.lines:
        print(line, file=sys.stderr if said.code else sys.stdout, flush=True)
    return said.code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="layso-center", description=Texts(LANGUAGES[0]).say("center.command.about")
    )
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    commands = parser.add_subparsers(dest="command", required=True)

    serve = commands.add_parser("serve", help="run the center on its data folder")
    serve.add_argument("--data", type=Path, required=True, metavar="DIR")
    serve.add_argument("--port", type=int, default=8026)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument(
        "--always-open", action="store_true", help="give numbers at any hour (demo, tests)"
    )

    verify = commands.add_parser("verify", help="walk the journal's hash chain")
    verify.add_argument("--data", type=Path, required=True, metavar="DIR")

    enrol = commands.add_parser("enrol", help="enrol a device and print its token, once")
    enrol.add_argument("--data", type=Path, required=True, metavar="DIR")
    enrol.add_argument("--role", choices=ROLES, required=True)
    enrol.add_argument("--name", required=True)
    enrol.add_argument("--replace", action="store_true", help="give a known device a new token")

    remove = commands.add_parser("remove", help="take a device's token away")
    remove.add_argument("--data", type=Path, required=True, metavar="DIR")
    remove.add_argument("--name", required=True)

    staff = commands.add_parser("staff", help="staff who sign in at counters")
    staff_commands = staff.add_subparsers(dest="staff_command", required=True)
    add = staff_commands.add_parser("add", help="add a person, or give a new PIN or role")
    add.add_argument("--data", type=Path, required=True, metavar="DIR")
    add.add_argument("--code", required=True)
    add.add_argument("--role", choices=("counter", "supervisor", "admin"), default="counter")
    add.add_argument("--pin", help="4 to 12 digits; asked for if not given")

    booking = commands.add_parser("booking", help="appointments")
    booking_commands = booking.add_subparsers(dest="booking_command", required=True)
    book = booking_commands.add_parser("add", help="keep an appointment")
    book.add_argument("--data", type=Path, required=True, metavar="DIR")
    book.add_argument("--code", required=True)
    book.add_argument("--service", required=True)
    book.add_argument("--slot", required=True, metavar="2026-09-30T09:00+07:00")

    catalog = commands.add_parser("procedures", help="the catalog of procedures")
    catalog_commands = catalog.add_subparsers(dest="procedures_command", required=True)
    for verb, about in (
        ("import", "take the center's own catalog from a CSV or XLSX file"),
        ("export", "write the catalog in use as a CSV file"),
    ):
        one = catalog_commands.add_parser(verb, help=about)
        one.add_argument("--data", type=Path, required=True, metavar="DIR")
        one.add_argument("file", type=Path, metavar="FILE")

    close = commands.add_parser("close", help="close a service or the center for a while")
    reopen = commands.add_parser("reopen", help="open again what was closed")
    closures = commands.add_parser("closures", help="show what is closed now or will be")
    for one in (close, reopen, closures):
        one.add_argument("--data", type=Path, required=True, metavar="DIR")
    for one in (close, reopen):
        one.add_argument("--service", metavar="A", help="this one alone; else the whole center")
        one.add_argument("--from", dest="first", metavar="2026-12-01T10:00", help="else now")
        one.add_argument("--to", dest="last", metavar="2026-12-01", help="else the day's end")
    close.add_argument("--reason", required=True, help="what people read, in Vietnamese")
    close.add_argument("--reason-en", help="the same in English")

    web = commands.add_parser("web", help="what the web queue gets of this center")
    web_commands = web.add_subparsers(dest="web_command", required=True)
    places = web_commands.add_parser("places", help="set the places of one half hour by hand")
    places.add_argument("--data", type=Path, required=True, metavar="DIR")
    places.add_argument("--service", required=True)
    places.add_argument("--date", required=True, metavar="2026-12-01")
    places.add_argument("--slot", required=True, metavar="09:00")
    places.add_argument("--n", required=True, help='how many, or "rule": as the settings say')
    return parser


if __name__ == "__main__":
    sys.exit(main())
