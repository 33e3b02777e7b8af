"""The words that `layso-center` understands."""

import argparse
from argparse import ArgumentParser
from pathlib import Path

from layso_assets.languages import LANGUAGES, Texts

ROLES = ("kiosk", "display", "counter", "supervisor", "admin", "province", "auditor")

Commands = argparse._SubParsersAction  # argparse has no public name for it


def parser() -> ArgumentParser:
    """Return what reads the command line."""
    made = ArgumentParser(
        prog="layso-center", description=Texts(LANGUAGES[0]).say("center.command.about")
    )
    made.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    commands = made.add_subparsers(dest="command", required=True)

    serve = _on_data(commands, "serve", "run the center on its data folder")
    serve.add_argument("--port", type=int, default=8026)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument(
        "--always-open", action="store_true", help="give numbers at any hour (demo, tests)"
    )
    _on_data(commands, "verify", "walk the journal's hash chain")
    _add_keeping(commands)
    _add_register(commands)
    _add_books(commands)
    _add_closing(commands)
    _add_web(commands)
    return made


def _on_data(commands: "Commands[ArgumentParser]", word: str, about: str) -> ArgumentParser:
    one = commands.add_parser(word, help=about)
    one.add_argument("--data", type=Path, required=True, metavar="DIR")
    return one


def _add_keeping(commands: "Commands[ArgumentParser]") -> None:
    backup = _on_data(commands, "backup", "make a copy of the database now")
    backup.add_argument("--to", type=Path, metavar="FOLDER", help="else as the settings say")
    restore = _on_data(commands, "restore", "put a copy in the database's place")
    restore.add_argument("--from", dest="source", type=Path, required=True, metavar="FILE|FOLDER")
    restore.add_argument("--key-file", type=Path, metavar="FILE", help="else as the settings say")


def _add_register(commands: "Commands[ArgumentParser]") -> None:
    enrol = _on_data(commands, "enrol", "enrol a device and print its token, once")
    enrol.add_argument("--role", choices=ROLES, required=True)
    enrol.add_argument("--name", required=True)
    enrol.add_argument("--replace", action="store_true", help="give a known device a new token")
    remove = _on_data(commands, "remove", "take a device's token away")
    remove.add_argument("--name", required=True)
    staff = commands.add_parser("staff", help="staff who sign in at counters")
    verbs = staff.add_subparsers(dest="staff_command", required=True)
    add = _on_data(verbs, "add", "add a person, or give a new PIN or role")
    add.add_argument("--code", required=True)
    add.add_argument("--role", choices=("counter", "supervisor", "admin"), default="counter")
    add.add_argument("--pin", help="4 to 12 digits; asked for if not given")


def _add_books(commands: "Commands[ArgumentParser]") -> None:
    booking = commands.add_parser("booking", help="appointments")
    verbs = booking.add_subparsers(dest="booking_command", required=True)
    book = _on_data(verbs, "add", "keep an appointment")
    book.add_argument("--code", required=True)
    book.add_argument("--service", required=True)
    book.add_argument("--slot", required=True, metavar="2026-09-30T09:00+07:00")
    catalog = commands.add_parser("procedures", help="the catalog of procedures")
    verbs = catalog.add_subparsers(dest="procedures_command", required=True)
    for verb, about in (
        ("import", "take the center's own catalog from a CSV or XLSX file"),
        ("export", "write the catalog in use as a CSV file"),
    ):
        one = _on_data(verbs, verb, about)
        one.add_argument("file", type=Path, metavar="FILE")


def _add_closing(commands: "Commands[ArgumentParser]") -> None:
    close = _on_data(commands, "close", "close a service or the center for a while")
    reopen = _on_data(commands, "reopen", "open again what was closed")
    for one in (close, reopen):
        one.add_argument("--service", metavar="A", help="this one alone; else the whole center")
        one.add_argument("--from", dest="first", metavar="2026-12-01T10:00", help="else now")
        one.add_argument("--to", dest="last", metavar="2026-12-01", help="else the day's end")
    close.add_argument("--reason", required=True, help="what people read, in Vietnamese")
    close.add_argument("--reason-en", help="the same in English")
    _on_data(commands, "closures", "show what is closed now or will be")


def _add_web(commands: "Commands[ArgumentParser]") -> None:
    web = commands.add_parser("web", help="what the web queue gets of this center")
    verbs = web.add_subparsers(dest="web_command", required=True)
    places = _on_data(verbs, "places", "set the places of one half hour by hand")
    places.add_argument("--service", required=True)
    places.add_argument("--date", required=True, metavar="2026-12-01")
    places.add_argument("--slot", required=True, metavar="09:00")
    places.add_argument("--n", required=True, help='how many, or "rule": as the settings say')
    over = _on_data(verbs, "take-over", "decide that this computer is the real center")
    over.add_argument("--yes", action="store_true", help="needed: the other copy stops syncing")
    aside = verbs.add_parser("set-aside", help="what the web queue sent and could not be done")
    what = aside.add_subparsers(dest="aside_command", required=True)
    _on_data(what, "list", "show it, with the reasons")
    for word, about in (
        ("retry", "try one of them again"),
        ("dismiss", "let go of one that was seen to in another way"),
    ):
        _on_data(what, word, about).add_argument("id", metavar="ID")
