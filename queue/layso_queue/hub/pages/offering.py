"""Pages: what a center offers, what to bring, and the times that are free."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from layso_queue.hub.pages.closed import closed_now, coming, first_of
from layso_queue.hub.pages.render import page
from layso_queue.hub.pages.searching import Found, search
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import BOOK_DAYS
from layso_queue.hub.standing import ServiceStanding, standing_of
from layso_queue.hub.storage import CenterRow, Service
from layso_queue.hub.storage.rows import Procedure
from layso_queue.hub.times import DAY_MS, day_of, local
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import SHORTLY, Reply

MOST_CLOSURES = 5
"""Closures to come that a page lists; more are in the days."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A service and how its line stands now, if its center told so lately; why it is closed."""

    service: Service
    status: ServiceStanding | None
    closed: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """A slot with places left, or one that the center has closed."""

    slot: int
    free: int
    closed: bool = False


def center(asked: Asked) -> Reply:
    """What a center offers; or that it has no web queue yet, and which have."""
    hub = asked.hub
    code = asked.path["center"]
    commune, found = hub.directory.get(code), hub.looks.center(code)
    if commune is None:
        raise Refused(Refusal.NOT_FOUND)
    shown: dict[str, Any] = {"commune": commune, "registered": found is not None, "words": ""}
    offered = hub.looks.services(code)
    removed = found is not None and found.removed_at is not None
    if found is None or removed or not offered:  # one that never told what it offers is not there
        shown |= {"registered": False, "removed": removed}
        return page(asked, "center.html", cache=SHORTLY, name=commune.title, **shown)
    shown["words"] = words = asked.query.get("q", "")[:80].strip()
    standing = standing_of(hub.looks.standing(code), found.heard_at, hub.clock.now())
    met = search(words, offered) if words else Found((), offered)
    closed = closed_now(asked, code, standing)
    services = [
        Offered(one, standing.services.get(one.code), _closed(asked, code, one))
        for one in (met.services if met else offered)
    ]
    return page(
        asked,
        "center.html",
        cache=SHORTLY,
        name=found.name(asked.language),
        services=services,
        met=met,
        heard_at=standing.at,
        silent_since=standing.silent_since,
        closed=closed,
        **shown,
    )


def service(asked: Asked) -> Reply:
    """What to bring to one service, its free times, and today's number from home."""
    found, one = known(asked, asked.path["center"], asked.path["service"])
    hub = asked.hub
    now = hub.clock.now()
    remote = [
        free
        for free in hub.looks.free(found.code, one.code, now + DAY_MS, remote=True)
        if day_of(free.slot) == day_of(now) and _is_open(asked, found, one)
    ]
    return page(
        asked,
        "service.html",
        cache=SHORTLY,
        center=found,
        service=one,
        procedure=(chosen := _chosen(asked, one)),
        documents=(chosen or one).documents.get(asked.language, []),
        online_url=(chosen or one).online_url,
        now=remote[0] if remote else None,
        closures=coming(asked, found.code, one.code, now + BOOK_DAYS * DAY_MS)[:MOST_CLOSURES],
        **free_times(asked, found.code, one.code),
    )


def _chosen(asked: Asked, service: Service) -> Procedure | None:
    code = asked.query.get("p", "")
    return next((one for one in service.procedures if one.code == code), None)


def known(asked: Asked, center: str, service: str) -> tuple[CenterRow, Service]:
    """Return a center with a web queue and a service of it.

    Raises Refused: NOT_FOUND, CENTER_GONE.
    """
    found = asked.hub.looks.center(center)
    if found is not None and found.removed_at is not None:
        raise Refused(Refusal.CENTER_GONE)
    offered = asked.hub.looks.services(center) if found else []
    for one in offered:
        if found is not None and one.code == service:
            return found, one
    raise Refused(Refusal.NOT_FOUND)


def free_times(asked: Asked, center: str, service: str) -> dict[str, Any]:
    """Return days with free places and the free times of the chosen (else the first) day."""
    times = _times(asked, center, service)
    by_day = {day: list(slots) for day, slots in groupby(times, lambda one: day_of(one.slot))}
    days = [
        {"day": day, "at": slots[0].slot, "free": sum(one.free for one in slots)}
        for day, slots in by_day.items()
    ]
    open_days = [str(one["day"]) for one in days if one["free"]]
    day = asked.query.get("day", "")
    if day not in open_days:
        day = next(iter(open_days), "")
    slots = by_day.get(day, [])
    morning = [one for one in slots if _is_morning(one)]
    afternoon = [one for one in slots if not _is_morning(one)]
    return {"days": days, "day": day, "slots": {"morning": morning, "afternoon": afternoon}}


def _times(asked: Asked, center: str, service: str) -> list[Time]:
    """Return the free times, and between them those that the center has closed."""
    looks, now = asked.hub.looks, asked.hub.clock.now()
    until = now + BOOK_DAYS * DAY_MS
    times = {one.slot: Time(one.slot, one.free) for one in looks.free(center, service, until)}
    closed = looks.closed(center, now)
    if closed:
        for slot in looks.leased(center, service, now, until):
            if slot not in times and first_of(closed, service, slot) is not None:
                times[slot] = Time(slot, 0, closed=True)
    return [times[slot] for slot in sorted(times)]


def _closed(asked: Asked, center: str, service: Service) -> str:
    """Say why a service alone is closed now; "" while it is not."""
    now = asked.hub.clock.now()
    own = (one for one in asked.hub.looks.closed(center, now) if one.service == service.code)
    found = first_of(own, service.code, now)
    return "" if found is None else found.reason[asked.language].rstrip(". ")


def _is_open(asked: Asked, center: CenterRow, service: Service) -> bool:
    """Say whether a number for now makes sense: unknown counts as yes, a closed service as no."""
    told = asked.hub.looks.standing(center.code)
    standing = standing_of(told, center.heard_at, asked.hub.clock.now())
    status = standing.services.get(service.code)
    return status is None or status.open


def _is_morning(one: Time) -> bool:
    return local(one.slot).hour < 12
