"""The questions behind an act: which reasons and targets there are, and what is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layso_kiosk.counter.desk import Desk, Ticket
from layso_kiosk.counter.station import Station

REASONS = {
    "pause": ("lunch", "meeting", "break", "other"),
    "park": ("copying", "form", "paper", "other"),
    "pick": ("urgent", "frail", "again", "other"),
    "walk-up": ("quick", "frail", "kiosk", "other"),
    "transfer": ("wrong", "more", "skill", "other"),
}
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: `value` is sent, `key` is the letter or the digits that choose it."""

    value: str
    label: str
    key: str
    detail: str = ""


def reasons(question: str, station: Station) -> list[Option]:
    """Return the reasons of a question, each with its digit."""
    return [
        Option(word, station.say(f"{question}.{word}"), str(place))
        for place, word in enumerate(REASONS[question], start=1)
    ]


def targets(
    desk: Desk,
    services: Mapping[str, Mapping[str, Any]],
    counters: Mapping[int, Mapping[str, Any]],
    station: Station,
) -> list[Option]:
    """Return where the current ticket can go: open services, and counters that serve its own.

    A value is "service:H" or "counter:4". Where a counter has two digits all have: with 1 and 12
    the first digit alone would be a choice already.
    """
    ticket: Ticket = desk.ticket or {}
    own = ticket.get("service", "")
    to_services = [
        Option(f"service:{code}", desk.name_of(code, station.language), code)
        for code, service in services.items()
        if code != own and service.get("open", True)
    ]
    serving = {
        number: counter
        for number, counter in counters.items()
        if number != desk.number and own in counter["services"] and counter["state"] != "closed"
    }
    digits = len(str(max(serving, default=0)))
    to_counters = [
        Option(
            f"counter:{number}",
            station.say("bar.counter", counter=number),
            f"{number:0{digits}}",
            "" if counter["state"] == "open" else station.say("ask.paused_target"),
        )
        for number, counter in sorted(serving.items())
    ]
    return to_services + to_counters


def services_here(desk: Desk, station: Station) -> list[Option]:
    """Return the services of this counter, each with its letter."""
    return [
        Option(f"service:{code}", desk.name_of(code, station.language), code)
        for code in desk.services
    ]


def target_body(value: str) -> dict[str, str | int]:
    """Return what the center is told of a chosen target."""
    kind, _, name = value.partition(":")
    return {"counter": int(name)} if kind == "counter" else {"service": name}


def reason_text(question: str, reason: str, written: str, station: Station) -> str:
    """Return the reason that is kept: a stable word for a pause, else words for the journal."""
    if reason == OTHER:
        return written
    return reason if question == "pause" else station.say(f"{question}.{reason}")
