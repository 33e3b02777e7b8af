"""Whether the center gives numbers now, and if not, why and until when."""

from datetime import datetime, timedelta
from typing import Any

from layso_kiosk.citizen.moments import read_moment, say_moment
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]

_DOORS = timedelta(minutes=30)
_ICONS = {"lunch": "coffee", "before_opening": "clock", "after_closing": "moon"}
_WORDS = frozenset({"before_opening", "lunch", "after_closing", "day_off"})


def told_closed(day: Json) -> str:
    """Return the center's own reason for being closed, empty while it gives numbers."""
    if day.get("state") == "open":
        return ""
    reason = str(day.get("closed_reason") or "")
    return reason if reason in _WORDS else "closed"


def guessed_closed(day: Json, now: datetime) -> str:
    """Return the reason by the last known hours, for a kiosk cut off from its center."""
    told = (_span(now, span) for span in day.get("hours", []))
    spans = sorted(span for span in told if span is not None)
    if not spans or any(start - _DOORS <= now < end for start, end in spans):
        return ""
    if now < spans[0][0]:
        return "before_opening"
    return "after_closing" if now >= spans[-1][1] else "lunch"


def _why(texts: ScreenTexts, reason: str, day: Json) -> str:
    closure = day.get("closure")
    if reason != "closed" or not closure:
        return texts.say(f"kiosk.closed.{reason}_text")
    return texts.say("kiosk.closed.closure_text", reason=texts.pick(closure).rstrip(". "))


def _span(now: datetime, span: Any) -> tuple[datetime, datetime] | None:
    try:
        start, end = (
            datetime.combine(now.date(), datetime.strptime(at, "%H:%M").time(), now.tzinfo)  # noqa: DTZ007
            for at in span
        )
    except (TypeError, ValueError):
        return None
    return start, end


def say_closed(texts: ScreenTexts, reason: str, day: Json, now: datetime) -> Json:
    """Return the closed screen: {"icon", "title", "text", "next"}; empty if `reason` is."""
    if not reason:
        return {}
    opening = read_moment(day.get("next_opening"))
    known = opening is not None and opening > now
    return {
        "icon": _ICONS.get(reason, "clock"),
        "title": texts.say(f"kiosk.closed.{reason}"),
        "text": _why(texts, reason, day),
        "next": texts.say("kiosk.closed.next", at=say_moment(texts, opening, now))
        if known and opening is not None
        else texts.say("kiosk.closed.next_unknown"),
    }
