"""Why somebody gets no number, as a page: what happened and what to do."""

from typing import Any

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
_COMES_AGAIN = frozenset({"SERIES_FULL", "SERVICE_CLOSED", "DAY_CLOSED"})


def refusal_page(problem: Json, source: DaySource, texts: ScreenTexts) -> Json:
    """Return {"icon", "title", "text", "next"} for a refusal of the center or our own."""
    code = str(problem.get("code", ""))
    return {
        "icon": _ICONS.get(code, "info"),
        "title": texts.say("kiosk.notice.no_number"),
        "text": sentence(problem, texts),
        "next": next_opening(source, texts) if code in _COMES_AGAIN else "",
    }


def service_page(name: str, why: str, source: DaySource, texts: ScreenTexts) -> Json:
    """Return the page for a service that gives no numbers now."""
    return {"icon": "clock", "title": name, "text": why, "next": next_opening(source, texts)}


def next_opening(source: DaySource, texts: ScreenTexts) -> str:
    """Return when to come again, empty while that is not known."""
    now = source.time.now()
    opening = read_moment(source.mirror.day.get("next_opening"))
    if opening is None or opening <= now:
        return ""
    return texts.say("kiosk.closed.next", at=say_moment(texts, opening, now))
