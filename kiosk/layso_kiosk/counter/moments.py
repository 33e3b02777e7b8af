"""Moments of the center as milliseconds, and how an officer reads them."""

from datetime import datetime

from layso_kiosk.counter.words import Says

MINUTE = 60_000


def moment(text: str) -> int:
    """Return the milliseconds since the epoch of an RFC 3339 time with an offset.

    Raises ValueError if `text` is no such time.
    """
    when = datetime.fromisoformat(text)
    if when.tzinfo is None:
        raise ValueError(f"no offset: {text}")
    return round(when.timestamp() * 1000)


def clock(text: str | None) -> str:
    """Return the hour and minute "09:05" of an RFC 3339 time, in the time's own zone."""
    return datetime.fromisoformat(text).strftime("%H:%M") if text else ""


def running(milliseconds: int) -> str:
    """Return a running time as "04:12" or "1:04:12"; never negative, the clocks may differ."""
    minutes, seconds = divmod(max(0, milliseconds) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def span(milliseconds: int, texts: Says) -> str:
    """Return a waiting time in words: "dưới 1 phút", "23 phút", "1 giờ 4 phút"."""
    minutes = max(0, milliseconds) // MINUTE
    if minutes < 1:
        return texts.say("counter.time.under_minute")
    if minutes < 60:
        return texts.say("counter.time.minutes", n=minutes)
    return texts.say("counter.time.hours", h=minutes // 60, m=minutes % 60)


def countdown(seconds: int, texts: Says) -> str:
    """Return how long to wait before a new try: "45 giây", "5 phút"; minutes round up."""
    if seconds < 60:
        return texts.say("counter.time.seconds", n=max(1, seconds))
    return texts.say("counter.time.minutes", n=-(-seconds // 60))
