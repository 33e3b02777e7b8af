"""Times as people and programs read them, in Vietnam's one time zone."""

from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def local(ms: int) -> datetime:
    """Return the local date and time of `ms` since the epoch."""
    return (_EPOCH + timedelta(milliseconds=ms)).astimezone(VIETNAM)


def utc(ms: int) -> datetime:
    """Return the moment in UTC, for formats that would need a table of time zones otherwise."""
    return _EPOCH + timedelta(milliseconds=ms)


def written(ms: int) -> str:
    """Write a time as in "2026-09-30T07:30:00.000+07:00"."""
    return local(ms).isoformat("T", "milliseconds")


def in_ms(moment: datetime) -> int:
    """Return a moment, which must say its offset, in ms since the epoch."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def day_of(ms: int) -> str:
    """Return the local date as "2026-09-30"."""
    return local(ms).date().isoformat()


def day_start(day: str) -> int:
    """Return local midnight of "2026-09-30" in ms; raise ValueError for what is no date."""
    found = date.fromisoformat(day)
    return in_ms(datetime(found.year, found.month, found.day, tzinfo=VIETNAM))
