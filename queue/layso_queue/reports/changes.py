"""What if: the changes that the command line names, and how they are said."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from layso_assets.command_line import CommandLine, whole_number
from layso_assets.languages import Texts
from layso_queue.simulate import Description
from layso_queue.simulate.policies import (
    FIRST_COME,
    PRIVILEGE_FIRST,
    with_counters,
    with_head_start,
    with_opening,
)

USUAL_HEAD_START = 240
MOST = 10**9

Read = TypeVar("Read")


def add_changes(parser: CommandLine) -> None:
    """Add the options of a what-if."""
    say = parser.texts.say
    whole = whole_number(parser.texts, 0, MOST)
    parser.add_argument(
        "--policy", choices=("fcfs", "head-start", "strict"), help=say("reports.help.policy")
    )
    parser.add_argument(
        "--head-start", type=whole, metavar="MIN", help=say("reports.help.head_start")
    )
    parser.add_argument("--counters", type=whole, metavar="N", help=say("reports.help.counters"))
    parser.add_argument(
        "--open",
        type=or_say(_opening, say("reports.help.opening_form")),
        action="append",
        default=[],
        metavar="4=08:00",
        help=say("reports.help.other_time"),
    )


def changed(center: Description, options: Namespace) -> Description:
    """Return the center as the options would have it; raise Impossible for what cannot be."""
    if options.policy == "fcfs":
        center = with_head_start(center, FIRST_COME)
        center = replace(center, rules=replace(center.rules, booking_head_start=0))
    elif options.policy == "strict":
        center = with_head_start(center, PRIVILEGE_FIRST)
    elif options.policy == "head-start" or options.head_start is not None:
        given = options.head_start
        center = with_head_start(center, USUAL_HEAD_START if given is None else given)
    if options.counters is not None:
        center = with_counters(center, options.counters)
    for counter, minute in options.open:
        center = with_opening(center, counter, minute)
    return center


def sayings(options: Namespace, texts: Texts) -> list[str]:
    """Return what is changed, as halves of sentences; empty if nothing is."""
    found = []
    if options.policy in ("fcfs", "strict"):
        found.append(texts.say(f"reports.simulate.change.{options.policy}"))
    elif options.policy or options.head_start is not None:
        minutes = USUAL_HEAD_START if options.head_start is None else options.head_start
        found.append(texts.say("reports.simulate.change.head_start", n=minutes))
    if options.counters is not None:
        found.append(texts.say("reports.simulate.change.counters", n=options.counters))
    for counter, minute in options.open:
        at = f"{int(minute) // 60:02d}:{int(minute) % 60:02d}"
        found.append(texts.say("reports.simulate.change.open", counter=counter, time=at))
    return found


def or_say(read: Callable[[str], Read], why: str) -> Callable[[str], Read]:
    """Return `read` for an option's `type`: where it raises ValueError, `why` is said."""

    def judged(written: str) -> Read:
        try:
            return read(written)
        except ValueError as error:
            raise ArgumentTypeError(why) from error

    return judged


def _opening(written: str) -> tuple[int, float]:
    counter, _, at = written.partition("=")
    hours, _, minutes = at.partition(":")
    parts = (counter, hours, minutes)
    if not all(part.isdecimal() for part in parts) or int(hours) > 23 or int(minutes) > 59:
        raise ValueError(written)
    return int(counter), int(hours) * 60.0 + int(minutes)
