"""Closing a service for a while: what can be chosen, how a time is read, and what is sent. Pure."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.counter.choices import OTHER, Option
from layso_kiosk.counter.moments import moment
from layso_kiosk.counter.station import Station
from layso_kiosk.look.clock import VIETNAM
from layso_queue.line.states import TicketState

PATH = "/v1/closures"
CENTER = "center"
"""Stands for the whole center among the services."""

REASONS = ("power", "system", "staff", "full", OTHER)

LONGEST = 80
"""Letters of a reason: more would not be read on a board."""

_TIME = re.compile(r"(\d{1,2})(?:\s*[:hg.]\s*|(?=\d\d$)|$)(\d{2})?")

Closure = Mapping[str, Any]
"""As the center's API writes it."""


def clock_now(station: Station) -> str:
    """Return the center's time as "10:30"."""
    return f"{here_and_now(station):%H:%M}"


def here_and_now(station: Station) -> datetime:
    """Return the center's time."""
    return datetime.fromtimestamp(station.now / 1000, VIETNAM)


def holding(closures: Iterable[Closure], service: str, station: Station) -> list[Closure]:
    """Return the closures that keep a service, or the center, closed at this moment."""
    about = None if service == CENTER else service
    return [
        one
        for one in closures
        if one["service"] == about and moment(one["from"]) <= station.now < moment(one["to"])
    ]


def name_of(service: str, station: Station) -> str:
    """Return what is closed, by its name."""
    if service == CENTER:
        return station.say("closing.center")
    return station.desk.name_of(service, station.language)


def waiting_for(service: str, station: Station) -> int:
    """Return how many hold a number and have not been called yet."""
    tickets = station.link.mirror.tickets.values()
    waits = [one for one in tickets if one["state"] == TicketState.WAITING]
    return sum(service in (CENTER, one["service"]) for one in waits)


def services(closures: Iterable[Closure], station: Station) -> list[Option]:
    """Return every service of the center, and the center itself; a closed one says until when."""
    known = list(closures)
    found = []
    for code in (*station.link.mirror.services, CENTER):
        shut = holding(known, code, station)
        until = max((str(one["to"]) for one in shut), key=moment, default="")
        detail = station.say("closing.closed_until", time=until_words(until, station))
        key = "0" if code == CENTER else code if len(code) == 1 else ""
        found.append(Option(code, name_of(code, station), key, detail if until else ""))
    return found


def ends(station: Station) -> list[Option]:
    """Return until when a closure can last: the morning's end while it lasts, the day, a time."""
    hours = station.link.mirror.day.get("hours") or []
    words = ["day", "time"]
    noon = str(hours[0][1]) if len(hours) > 1 else ""
    if noon and clock_now(station) < noon:
        words.insert(0, "morning")
    return [
        Option(noon if word == "morning" else word, station.say(f"closing.{word}", time=noon), key)
        for word, key in zip(words, "123", strict=False)
    ]


def why(station: Station) -> list[Option]:
    """Return the reasons, each with its digit."""
    return [
        Option(word, station.say(f"closing_reason.{word}"), str(place))
        for place, word in enumerate(REASONS, start=1)
    ]


def read_time(written: str) -> str:
    """Return "10:30" for what people write of it ("10h30", "1030", "10"); empty for no time."""
    found = _TIME.fullmatch(written.strip().lower())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def today_at(clock: str, station: Station) -> str:
    """Return the RFC 3339 time of "10:30", or of midnight's "24:00", on this day."""
    hour, minute = (int(part) for part in clock.split(":"))
    midnight = here_and_now(station).replace(hour=0, minute=0, second=0, microsecond=0)
    return (midnight + timedelta(hours=hour, minutes=minute)).isoformat()


def until_words(moment_text: str, station: Station) -> str:
    """Return when a closure ends as people say it: "11:30", the day's end, or with its date."""
    if not moment_text:
        return ""
    end, now = datetime.fromisoformat(moment_text).astimezone(VIETNAM), here_and_now(station)
    if end.date() == now.date():
        return f"{end:%H:%M}"
    if end == datetime.fromisoformat(today_at("24:00", station)):
        return station.say("closing.day_end")
    return f"{end:%H:%M %d/%m}"


def reason(word: str, written: str) -> dict[str, str]:
    """Return why, for people who read it, in each language; written words stand for all."""
    if word == OTHER:
        return {"vi": written}
    return {lang: Texts(lang).say(f"counter.closing_reason.{word}") for lang in LANGUAGES}


def order(service: str, until: str, why_closed: Mapping[str, str]) -> dict[str, Any]:
    """Return what the center is sent."""
    about = None if service == CENTER else service
    return {"service": about, "to": until, "reason": dict(why_closed)}
