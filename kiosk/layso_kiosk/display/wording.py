"""The sentences of a board about waits, counters, closed hours and a lost connection."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from layso_kiosk.look.clock import VIETNAM
from layso_kiosk.look.texts import ScreenTexts

CLOSED_ICONS = {
    "before_opening": "clock",
    "lunch": "coffee",
    "after_closing": "moon",
    "day_off": "calendar-check",
    "closure": "info",
}
NOT_ENROLLED = "NOT_ENROLLED"

MOST_REASON = 80
"""Letters of a reason that a hall reads from its seats; a longer one is read at the kiosk."""


def wait_words(service: Mapping[str, Any], texts: ScreenTexts) -> str:
    """Say how long someone who takes a number now would wait, or why nobody can tell."""
    if not service.get("open", True):
        return texts.say("display.services.closed")
    wait = service.get("wait")
    if wait == "now":
        return texts.say("display.services.now")
    if not isinstance(wait, Mapping):
        return texts.say("display.services.no_counter")
    low, high = int(wait["low"]), int(wait["high"])
    if high == 0:
        return texts.say("display.services.now")
    if low in (0, high):
        return texts.say(f"display.services.{'about' if low else 'under'}", n=high)
    return texts.say("display.services.minutes", low=low, high=high)


def next_words(service: Mapping[str, Any], texts: ScreenTexts) -> str:
    """Say who is next in a service's line, at most two numbers; empty when nobody waits."""
    numbers = [str(number) for number in service.get("next") or []][:2]
    return texts.say("display.services.next", numbers=", ".join(numbers)) if numbers else ""


def closed_words(day: Mapping[str, Any], now: datetime, texts: ScreenTexts) -> tuple[str, str]:
    """Return the title and the sentence for a day that is closed now."""
    reason = str(day.get("closed_reason") or "")
    reason = reason if reason in CLOSED_ICONS else "after_closing"
    title = texts.say(f"display.closed.{reason}")
    return title, " ".join([*_why(day, texts), _when_again(day, now, texts)])


def _why(day: Mapping[str, Any], texts: ScreenTexts) -> list[str]:
    """Say in staff's own words why it is closed; nothing where it is by the clock."""
    words = texts.pick(day.get("closure") or {}).rstrip(". ")
    return [f"{words}."] if 0 < len(words) <= MOST_REASON else []


def _when_again(day: Mapping[str, Any], now: datetime, texts: ScreenTexts) -> str:
    opening = day.get("next_opening")
    if not opening:
        return texts.say("display.closed.no_opening")
    at = datetime.fromisoformat(str(opening)).astimezone(VIETNAM)
    if at.date() == now.astimezone(VIETNAM).date():
        return texts.say("display.closed.opens_today", time=at.strftime("%H:%M"))
    # a line may end before the day or the date, never inside
    weekday = texts.say(f"look.weekday.d{at.isoweekday()}").replace(" ", "\u00a0")
    return texts.say(
        "display.closed.opens_on",
        time=at.strftime("%H:%M"),
        day=weekday,
        date=at.strftime("%d/%m/%Y"),
    )


def lost_words(since: datetime, texts: ScreenTexts) -> str:
    """Say that the numbers may be old, and since when."""
    return texts.say("display.link.lost", time=since.astimezone(VIETNAM).strftime("%H:%M"))


def away_words(code: str, texts: ScreenTexts) -> tuple[str, str]:
    """Return title and sentence of a board that has never had a day to show."""
    word = "not_enrolled" if code == NOT_ENROLLED else "connecting"
    return texts.say(f"display.link.{word}_title"), texts.say(f"display.link.{word}")
