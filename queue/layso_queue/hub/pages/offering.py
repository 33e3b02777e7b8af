"""Pages: what a center offers, what to bring, and the times that are free."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from layso_queue.hub.directory import folded
from layso_queue.hub.directory.folding import matches
from layso_queue.hub.pages.render import page
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import BOOK_DAYS
from layso_queue.hub.standing import ServiceStanding, standing_of
from layso_queue.hub.storage import CenterRow, Free, Service
from layso_queue.hub.times import DAY_MS, day_of, local
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import SHORTLY, Reply


@dataclass(frozen=True, slots=True)
class Offered:
    """A service and how its line stands now, if its center told so lately."""

    service: Service
    status: ServiceStanding | None


def center(asked: Asked) -> Reply:
    """What a center offers; or that it has no web queue yet, and which have."""
    hub = asked.hub
    code = asked.path["center"]
    commune, found = hub.directory.get(code), hub.looks.center(code)
    if commune is None:
        raise Refused(Refusal.NOT_FOUND)
    shown: dict[str, Any] = {"commune": commune, "registered": found is not None, "words": ""}
    if found is None:
        return page(asked, "center.html", cache=SHORTLY, name=commune.title, **shown)
    shown["words"] = words = asked.query.get("q", "")[:80].strip()
    standing = standing_of(hub.looks.standing(code), found.heard_at, hub.clock.now())
    wanted = folded(words)
    services = [
        Offered(one, standing.services.get(one.code))
        for one in hub.looks.services(code)
        if matches(wanted, folded(f"{one.name_vi} {one.name_en}"))
    ]
    return page(
        asked,
        "center.html",
        cache=SHORTLY,
        name=found.name(asked.language),
        services=services,
        heard_at=standing.at,
        silent_since=standing.silent_since,
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
        documents=one.documents.get(asked.language, []),
        now=remote[0] if remote else None,
        **free_times(asked, found.code, one.code),
    )


def known(asked: Asked, center: str, service: str) -> tuple[CenterRow, Service]:
    """Return a center with a web queue and a service of it. Raises Refused(NOT_FOUND)."""
    found = asked.hub.looks.center(center)
    offered = asked.hub.looks.services(center) if found else []
    for one in offered:
        if found is not None and one.code == service:
            return found, one
    raise Refused(Refusal.NOT_FOUND)


def free_times(asked: Asked, center: str, service: str) -> dict[str, Any]:
    """Return days with free places and the free times of the chosen (else the first) day."""
    until = asked.hub.clock.now() + BOOK_DAYS * DAY_MS
    free = asked.hub.looks.free(center, service, until)
    by_day = {day: list(slots) for day, slots in groupby(free, lambda one: day_of(one.slot))}
    days = [
        {"day": day, "at": slots[0].slot, "free": sum(one.free for one in slots)}
        for day, slots in by_day.items()
    ]
    day = asked.query.get("day", "")
    if day not in by_day:
        day = next(iter(by_day), "")
    slots = by_day.get(day, [])
    morning = [one for one in slots if _is_morning(one)]
    afternoon = [one for one in slots if not _is_morning(one)]
    return {"days": days, "day": day, "slots": {"morning": morning, "afternoon": afternoon}}


def _is_open(asked: Asked, center: CenterRow, service: Service) -> bool:
    """Say whether a number for now makes sense: unknown counts as yes, a closed service as no."""
    told = asked.hub.looks.standing(center.code)
    standing = standing_of(told, center.heard_at, asked.hub.clock.now())
    status = standing.services.get(service.code)
    return status is None or status.open


def _is_morning(free: Free) -> bool:
    return local(free.slot).hour < 12
