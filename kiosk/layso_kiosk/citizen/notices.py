"""Why somebody gets no number, as a page: what happened and what to do."""

from typing import Any

from layso_kiosk.citizen.home import Home
from layso_kiosk.citizen.moments import read_moment, say_moment
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.link.answers import sentence
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]

_ICONS = {
    "SERIES_FULL": "ticket",
    "SERVICE_CLOSED": "clock",
    "DAY_CLOSED": "clock",
    "JOURNAL_UNWRITABLE": "triangle-alert",
    "DISK_FULL": "triangle-alert",
    "CENTER_UNREACHABLE": "wifi-off",
}
_BY_THE_CLOCK = frozenset({"lunch", "before_opening", "after_closing", "day_off"})
_NEXT = {
    "SERIES_FULL": "kiosk.next.series_full",
    "SERVICE_CLOSED": "kiosk.next.closed",
    "CENTER_UNREACHABLE": "kiosk.next.again",
}


def refusal_page(problem: Json, source: DaySource, texts: ScreenTexts) -> Json:
    """Return {"icon", "title", "text", "next"} for a refusal of the center or our own."""
    code = str(problem.get("code", ""))
    return {
        "icon": _ICONS.get(code, "info"),
        "title": texts.say("kiosk.notice.no_number"),
        "text": sentence(problem, texts),
        "next": _step(code, source, texts),
    }


def _step(code: str, source: DaySource, texts: ScreenTexts) -> str:
    opening = next_opening(source, texts) if code in ("DAY_CLOSED", "SERVICE_CLOSED") else ""
    return opening or texts.say(_NEXT.get(code, "kiosk.next.help"))


def service_page(home: Home, service: Json, source: DaySource, texts: ScreenTexts) -> Json:
    """Return the page for a service that gives no numbers now: why, and what to do instead."""
    reason = str(service.get("closed_reason") or "").lower()
    if reason == "series_full":
        step = texts.say("kiosk.next.series_full")
    elif reason in _BY_THE_CLOCK or reason == "closure":
        opens = service if service.get("closure") else source.mirror.day
        step = next_opening(source, texts, opens) or texts.say("kiosk.next.closed")
    else:
        step = texts.say("kiosk.next.closed")
    why, name = home.why_closed(service), home.name_of(str(service.get("code")))
    if service.get("closure"):
        words = texts.pick(service["closure"]).rstrip(". ")
        name = texts.say("kiosk.service_closed.reason", service=name, reason=words)
    icon = "ticket" if reason == "series_full" else "clock"
    return {"icon": icon, "title": why.rstrip(".។"), "text": name, "next": step}


def next_opening(source: DaySource, texts: ScreenTexts, opens: Json | None = None) -> str:
    """Return when to come again (by `opens`, else the day), empty while that is not known."""
    now = source.time.now()
    opening = read_moment((opens or source.mirror.day).get("next_opening"))
    if opening is None or opening <= now:
        return ""
    return texts.say("kiosk.closed.next", at=say_moment(texts, opening, now))
