"""Every center of the province in one line: how it stands, and what is wrong there."""

from dataclasses import dataclass

from layso_queue.hub.pages.closed import closed_now
from layso_queue.hub.standing import SILENT_MS, Standing, standing_of
from layso_queue.hub.storage.overview import aside_of_all, bookings_of_day, free_of_all
from layso_queue.hub.times import DAY_MS, day_of
from layso_queue.hub.web.asked import Asked

REASONS = frozenset(
    {"KIND_UNKNOWN", "BAD_PAYLOAD", "WAITS_FOR_EARLIER", "BOOKING_UNKNOWN", "BOOKING_SPENT"}
)
"""Why an event is set aside here, as `hub.aside` says it; what else there may be is OTHER."""

ALERTS = frozenset(
    {
        "HELP", "PAPER_FAILED", "PAPER_LOW", "PRINTER_SUSPECT", "DISK_FULL", "STORE_FAILED",
        "DATABASE_DAMAGED", "DATE_GOES_BACK", "HAND_OVER_LATE", "HUB_AWAY", "HUB_REFUSED",
        "HUB_SUPERSEDED", "HUB_CLOCK", "HUB_SET_ASIDE", "BACKUP_OLD", "BACKUP_FAILED",
        "BACKUP_FOLDER_GONE", "DATABASE_RESTORED", "RESTORE_WAITS", "DISK_LOW",
        "DISK_ALMOST_FULL", "NUMBERS_AT_CLOSING", "NUMBERS_END_SOON", "NUMBERS_EXPIRED",
    }
)  # fmt: skip
"""What a center may tell that somebody should see to, as `hub.alerts` says it."""

CLOCK_WARNS_S = 120


@dataclass(frozen=True, slots=True)
class Line:
    """One center in the table. `longest` in minutes; None where nothing was told today."""

    name: str
    code: str
    province: str
    state: str
    heard_at: int | None
    waiting: int | None
    longest: int | None
    bookings: int
    free: int
    offset_s: int
    frozen: bool
    aside: int
    why: str
    """Why the newest event was set aside: a word of `hub.aside`, "" where none is."""
    silent_since: int | None = None
    closed: str = ""
    """Why it is closed now, in words; "" while it is open, and where that is not known."""
    opens: str = ""
    alerts: tuple[str, ...] = ()
    """What its staff should see to, in words."""

    @property
    def silent(self) -> bool:
        """Whether the center has not been heard of for too long."""
        return self.state == "silent"


def lines(asked: Asked) -> list[Line]:
    """Return all centers, the silent ones first, then the longest waits."""
    hub = asked.hub
    now = hub.clock.now()
    told = hub.live.standings()
    booked = bookings_of_day(hub.database, day_of(now))
    free = free_of_all(hub.database, now, now + 7 * DAY_MS)
    put_aside = aside_of_all(hub.database)
    found = []
    for center in hub.centers.all():
        standing = standing_of(told.get(center.code), center.heard_at, now)
        known = [one for one in standing.services.values() if one.open or one.waiting]
        silent = center.heard_at is None or now - center.heard_at > SILENT_MS
        state = "silent" if silent else "frozen" if center.frozen else None
        commune = hub.directory.get(center.code)
        strange = put_aside.get(center.code)
        why = strange.why if strange else ""
        offset_s = abs(center.offset_ms or 0) // 1000
        found.append(
            Line(
                name=commune.title if commune else center.name(asked.language),
                code=center.code,
                province=commune.province_name if commune else center.province_code,
                state=state or ("open" if standing.open else "closed"),
                heard_at=center.heard_at,
                waiting=sum(one.waiting for one in known) if standing.services else None,
                longest=max((one.high for one in known if one.high is not None), default=None),
                bookings=booked.get(center.code, 0),
                free=free.get(center.code, 0),
                offset_s=offset_s if offset_s > CLOCK_WARNS_S else 0,
                frozen=center.frozen,
                aside=strange.n if strange else 0,
                why=why if why in REASONS else "OTHER" if why else "",
                silent_since=center.heard_at if silent else None,
                alerts=_alerts(asked, standing),
                **_closed(asked, center.code, standing),
            )
        )
    return sorted(found, key=lambda one: (not one.silent, -(one.longest or 0), one.code))


def _closed(asked: Asked, code: str, standing: Standing) -> dict[str, str]:
    found = closed_now(asked, code, standing)
    if found is None:
        return {}
    return {"closed": found["reason"] or found["title"], "opens": found["opens"]}


def _alerts(asked: Asked, standing: Standing) -> tuple[str, ...]:
    say = asked.texts.say
    return tuple(
        say(f"hub.alerts.{one.code if one.code in ALERTS else 'OTHER'}", n=one.n)
        + (f" ({one.n})" if one.n > 1 else "")
        for one in standing.alerts
    )
