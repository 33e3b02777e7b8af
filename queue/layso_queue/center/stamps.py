"""Times and ids as they are written: RFC 3339 in local time, and the time inside a UUIDv7."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

VIETNAM_MINUTES = 420
"""Vietnam's offset from UTC in minutes; there is no summer time."""

VIETNAM = timezone(timedelta(minutes=VIETNAM_MINUTES))

UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def written(ms: int) -> str:
    """Write a time as in "2026-09-30T07:30:00.000+07:00"."""
    return (_EPOCH + timedelta(milliseconds=ms)).astimezone(VIETNAM).isoformat("T", "milliseconds")


def written_or_none(ms: int | None) -> str | None:
    """Write a time, or nothing where there is none."""
    return None if ms is None else written(ms)


def read_ms(text: str) -> int:
    """Return what `written` wrote, in ms since the epoch."""
    return in_ms(datetime.fromisoformat(text))


def in_ms(moment: datetime) -> int:
    """Return a moment, which must say its offset, in ms since the epoch."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def local(ms: int) -> datetime:
    """Return the local date and time of a center."""
    return (_EPOCH + timedelta(milliseconds=ms)).astimezone(VIETNAM)


def local_date(ms: int) -> date:
    """Return the local date of a center."""
    return local(ms).date()


def midnight(day: date) -> int:
    """Return a local date's begin, in ms."""
    return in_ms(datetime.combine(day, time(0), VIETNAM))


def born(id: str) -> int:
    """Return when a UUIDv7 was made, in ms since the epoch, by the clock of who made it."""
    return int(id[:8] + id[9:13], 16)
