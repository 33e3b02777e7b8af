"""Pages for staff of the province: every center with its live waits, and who is silent."""

import csv
import io
from dataclasses import dataclass
from typing import Any

from layso_queue.hub.pages.render import page
from layso_queue.hub.standing import SILENT_MS, standing_of
from layso_queue.hub.storage.overview import aside_of_all, bookings_of_day, free_of_all
from layso_queue.hub.times import DAY_MS, day_of, local
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.cookies import SESSION
from layso_queue.hub.web.reply import Reply, cookie, to

HEADS = (
    "center", "code", "province", "state", "heard",
    "waiting", "longest", "bookings", "free", "aside",
)  # fmt: skip
REASONS = frozenset(
    {"KIND_UNKNOWN", "BAD_PAYLOAD", "WAITS_FOR_EARLIER", "BOOKING_UNKNOWN", "BOOKING_SPENT"}
)
"""Why an event is set aside here, as `hub.aside` says it; what else there may be is OTHER."""

CLOCK_WARNS_S = 120
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


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
            )
        )
    return sorted(found, key=lambda one: (not one.silent, -(one.longest or 0), one.code))


def table(asked: Asked) -> Reply:
    """The table."""
    rows = lines(asked)
    now = asked.hub.clock.now()
    totals: dict[str, Any] = {
        "silent": sum(one.silent for one in rows),
        "frozen": sum(one.frozen for one in rows),
        "aside": sum(one.aside for one in rows),
    }
    return page(asked, "staff.html", rows=rows, heads=HEADS, now=now, **totals)


def export(asked: Asked) -> Reply:
    """The table as CSV, with a mark that lets Excel read it as UTF-8."""
    say = asked.texts.say
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([say(f"hub.staff.{head}") for head in HEADS])
    for one in lines(asked):
        heard = f"{local(one.heard_at):%d/%m/%Y %H:%M}" if one.heard_at else ""
        state = say(f"hub.staff.{one.state}")
        numbers = (one.waiting, one.longest, one.bookings, one.free, one.aside)
        texts = (one.name, one.code, one.province, state, heard)
        writer.writerow([*map(safe, texts), *("" if n is None else n for n in numbers)])
    named = ("content-disposition", 'attachment; filename="centers.csv"')
    body = "\ufeff" + out.getvalue()
    return Reply(200, body.encode(), "text/csv; charset=utf-8", headers=(named,))


def safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def ask_sign_in(asked: Asked) -> Reply:
    """Ask for name and password."""
    return page(asked, "signin.html", wrong=False, typed="")


def sign_in(asked: Asked) -> Reply:
    """Sign somebody in; a wrong name and a wrong password are answered alike."""
    name = asked.form.get("name", "")[:40]
    token = asked.hub.staff.sign_in(name, asked.form.get("password", "")[:200])
    if token is None:
        return page(asked, "signin.html", 403, wrong=True, typed=name)
    kept = cookie(SESSION, token, seconds=8 * 3600, path="/", secure=asked.secure)
    return to(asked.here("/staff"), cookies=(kept,))


def sign_out(asked: Asked) -> Reply:
    """Sign out."""
    asked.hub.staff.sign_out(asked.cookies.get(SESSION, ""))
    gone = cookie(SESSION, "", seconds=0, path="/", secure=asked.secure)
    return to(asked.here("/staff/sign-in"), cookies=(gone,))
