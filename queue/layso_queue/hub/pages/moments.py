"""Moments in words: the time of today, and the date with it on any other day."""

from layso_assets.languages import Texts
from layso_queue.hub.times import day_of, local


def said_at(texts: Texts, ms: int, now: int) -> str:
    """Write "20:10", or "20:10 ngày 02/10/2026" where that was not today."""
    moment = local(ms)
    if day_of(ms) == day_of(now):
        return f"{moment:%H:%M}"
    return texts.say("hub.site.on_day", time=f"{moment:%H:%M}", date=f"{moment:%d/%m/%Y}")
