"""What is closed, in the words of the pages: when, why, and when it opens again."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from layso_assets.languages import Texts
from layso_queue.hub.standing import Standing
from layso_queue.hub.storage.closed import ClosedTime
from layso_queue.hub.times import day_of, day_start, local
from layso_queue.hub.web.asked import Asked

CLOSURE = "closure"
WORDS = frozenset({"before_opening", "lunch", "after_closing", "day_off", CLOSURE})
"""Why a center may be closed, as it tells; what else it says is `closed`."""

OFF = frozenset({"day_off", CLOSURE})
"""Out of the ordinary: said in a box, not in a line."""


def word_of(told: str) -> str:
    """Return the word of `hub.closed` for what a center told."""
    return told if told in WORDS else "closed"


def closed_now(asked: Asked, code: str, standing: Standing) -> dict[str, Any] | None:
    """Return why a center is closed now and when it opens; None while it is open or unknown."""
    now = asked.hub.clock.now()
    whole = [one for one in asked.hub.looks.closed(code, now) if one.takes("", now)]
    if not whole and (standing.open or not standing.closed):
        return None
    word = CLOSURE if whole else word_of(standing.closed)
    reason = whole[0].reason if whole else standing.reason
    opens = standing.opens_at
    return {
        "title": asked.texts.say(f"hub.closed.{word}"),
        "reason": reason.get(asked.language, "").rstrip(". "),
        "opens": say_moment(asked.texts, opens) if opens is not None and opens > now else "",
        "off": word in OFF,
    }


def coming(asked: Asked, code: str, service: str, until: int) -> list[dict[str, str]]:
    """Return the closures of a service until then: when (a sentence) and why."""
    now = asked.hub.clock.now()
    found = [
        one
        for one in asked.hub.looks.closed(code, now)
        if one.service in ("", service) and one.begins < until and one.ends > now
    ]
    return [
        {"when": say_span(asked.texts, one), "reason": one.reason[asked.language].rstrip(". ")}
        for one in found
    ]


def first_of(found: Iterable[ClosedTime], service: str, moment: int) -> ClosedTime | None:
    """Return what closes a service at a time."""
    return next((one for one in found if one.takes(service, moment)), None)


def say_moment(texts: Texts, ms: int) -> str:
    """Write "07:00, Monday, 05/10/2026"."""
    moment = local(ms)
    weekday = texts.say(f"hub.weekdays.d{moment.weekday()}")
    return texts.say(
        "hub.closed.moment", time=f"{moment:%H:%M}", weekday=weekday, date=f"{moment:%d/%m/%Y}"
    )


def say_span(texts: Texts, one: ClosedTime) -> str:
    """Write when a closure holds: whole days as days, hours as hours."""
    first, last = local(one.begins), local(one.ends)
    final = local(one.ends - 1)
    weekday = texts.say(f"hub.weekdays.d{first.weekday()}")
    values = {
        "weekday": weekday,
        "first": f"{first:%d/%m/%Y}",
        "last": f"{final:%d/%m/%Y}",
        "begins": f"{first:%H:%M}",
        "ends": "24:00" if one.ends == day_start(day_of(one.ends)) else f"{last:%H:%M}",
    }
    same = first.date() == final.date()
    whole = not _into_the_day(one.begins) and not _into_the_day(one.ends)
    if same:
        return texts.say("hub.closed.day" if whole else "hub.closed.hours", **values)
    return texts.say("hub.closed.days" if whole else "hub.closed.span", **values)


def _into_the_day(ms: int) -> timedelta:
    return timedelta(milliseconds=ms - day_start(day_of(ms)))
