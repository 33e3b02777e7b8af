"""`layso printer find` and `layso printer test`: for the person who sets a printer up."""

import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from layso_assets.command_line import CommandLine
from layso_assets.languages import LANGUAGES, Texts
from layso_printing.preview.samples import rehearsal_slip
from layso_printing.printer.discovery import Discovery
from layso_printing.printer.enrolment import enrol, keep
from layso_printing.printer.faults import PrinterSettingsWrong
from layso_printing.printer.job import print_slip
from layso_printing.printer.printer import open_printer
from layso_printing.printer.profile import profile_names
from layso_printing.printer.result import Cause, Outcome
from layso_printing.printer.search import (
    Place,
    cups_places,
    network_places,
    serial_places,
    usb_places,
)
from layso_printing.printer.wire import WireFault

_PROFILE = "generic-80"


def add_options(parser: CommandLine) -> None:
    """Add the words and options of `layso printer`."""
    say = parser.texts.say
    words = parser.add_subparsers(dest="word", required=True)
    find = words.add_parser("find", help=say("paper.printer.find"))
    find.add_argument("--network", metavar="CIDR", help=say("paper.printer.network"))
    test = words.add_parser("test", help=say("paper.printer.test"))
    test.add_argument("uri", help=say("paper.printer.uri"))
    known = profile_names()
    test.add_argument(
        "--profile", choices=known, default=_PROFILE, help=say("paper.printer.profile")
    )
    test.add_argument("--keep", type=Path, metavar="FILE", help=say("paper.printer.keep"))
    for word in (find, test):
        word.add_argument(
            "--language",
            choices=LANGUAGES,
            default=LANGUAGES[0],
            help=say("paper.printer.language"),
        )


def run(options: Namespace) -> int:
    """Find: 0 when a printer answered. Test: 0 when printed, 1 when not, 2 for wrong settings."""
    texts = Texts(options.language)
    try:
        return _find(options, texts) if options.word == "find" else _test(options, texts)
    except PrinterSettingsWrong as fault:
        print(fault.sentence(texts.language), file=sys.stderr)
        return 2


def _find(options: Namespace, texts: Texts) -> int:
    places = [*usb_places(), *serial_places(), *cups_places()]
    if options.network:
        try:
            places += network_places(options.network)
        except ValueError:
            sentence = texts.say("paper.printer.network_wrong", network=options.network)
            print(sentence, file=sys.stderr)
            return 2
    answered = [_ask(place, texts) for place in places]
    if not places:
        print(texts.say("paper.printer.none"))
    return 0 if any(answered) else 1


def _ask(place: Place, texts: Texts) -> bool:
    try:
        found = open_printer(place.uri, _PROFILE).discover()
    except (WireFault, PrinterSettingsWrong):
        about = f"{place.about}, " if place.about else ""
        print(texts.say("paper.printer.found_silent", uri=place.uri, about=about))
        return False
    print(_found(place.uri, found, texts))
    return True


def _found(uri: str, found: Discovery, texts: Texts) -> str:
    model = found.model or texts.say("paper.printer.unnamed")
    proof = texts.say(f"paper.printer.{found.proof}")
    return texts.say("paper.printer.found", uri=uri, model=model, proof=proof)


def _test(options: Namespace, texts: Texts) -> int:
    now = datetime.now(UTC).astimezone()
    try:
        enrolment = enrol(options.uri, options.profile, now)
    except WireFault:
        cause = Cause.NOT_REACHED.sentence(texts.language)
        print(texts.say("paper.printer.failed", cause=cause))
        return 1
    if enrolment.found.sure:
        print(_found(options.uri, enrolment.found, texts))
    if options.keep and enrolment.found.sure:
        keep(enrolment, options.keep)
        print(texts.say("paper.printer.kept", file=options.keep))
    believed = enrolment.adapted() if enrolment.found.sure else options.profile
    printer = open_printer(options.uri, believed)
    result = print_slip(printer, rehearsal_slip(texts.language, now))
    print(
        texts.say(
            f"paper.printer.{result.outcome.value}",
            seconds=f"{result.seconds:.1f}",
            kilobytes=f"{result.bytes_sent / 1000:.1f}",
            cause=result.cause.sentence(texts.language) if result.cause else "",
        )
    )
    return 0 if result.outcome is Outcome.PRINTED else 1
