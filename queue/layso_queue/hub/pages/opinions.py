"""Pages for staff of the province: what people said, what waits for an answer, how content all are.

An answer is read by who gave the feedback, at the address of the ticket; staff see no ticket.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from layso_queue.hub.feedback import LEVELS, NOTE_SIGNS, clean_words
from layso_queue.hub.pages.feedback import HOUR_MS, reasons_of
from layso_queue.hub.pages.render import page
from layso_queue.hub.rules import ANSWER_WITHIN_MS
from layso_queue.hub.storage import Given
from layso_queue.hub.storage.satisfaction import Waits, content_share, levels_of, waits_of_all
from layso_queue.hub.times import DAY_MS, day_of
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import Reply, to

MOST_SHOWN = 50
SPAN_DAYS = 30
"""Days of visits whose levels are counted on the page and listed in the file."""


@dataclass(frozen=True, slots=True)
class CenterLine:
    """One center's levels, how many are content in per cent, and what waits there."""

    name: str
    code: str
    levels: tuple[int, ...]
    total: int
    content: int | None
    waits: int
    overdue: int


def listed(asked: Asked) -> Reply:
    """What waits, oldest first, and the levels of each center."""
    return _page(asked, said=asked.query.get("said", ""))


def handle(asked: Asked) -> Reply:
    """Note what was done about one opinion; the note is what its giver reads."""
    note = clean_words(asked.form.get("note", "")[: 4 * NOTE_SIGNS])
    id, seen = asked.path["opinion"], asked.form.get("seen", "")
    seen_at = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 16 else 0
    if not note or len(note) > NOTE_SIGNS:
        word = "note_missing" if not note else "note_long"
        fault = asked.texts.say(f"hub.opinions.{word}", n=len(note), most=NOTE_SIGNS)
        return _page(asked, 422, fault={"id": id, "text": fault, "note": note})
    now = asked.hub.clock.now()
    done = asked.hub.feedback.handle(id, seen_at, asked.staff or "", note, now)
    said = {"said": "saved" if done else "moved"}
    center = center_of(asked)
    return to(here(asked, **({"center": center} if center else {}), **said))


def center_of(asked: Asked) -> str | None:
    """Return the center that is asked for alone; None: all of them."""
    code = asked.query.get("center", "")
    return code if asked.hub.centers.get(code) else None


def name_of(asked: Asked, code: str) -> str:
    """Return what the directory calls a center's commune."""
    commune = asked.hub.directory.get(code)
    return commune.title if commune else code


def first_day(asked: Asked) -> str:
    """Return the first day that is counted."""
    return day_of(asked.hub.clock.now() - (SPAN_DAYS - 1) * DAY_MS)


def here(asked: Asked, **query: str) -> str:
    """Return the address of the list."""
    return asked.here("/staff/feedback") + (f"?{urlencode(query)}" if query else "")


def _page(
    asked: Asked,
    status: int = 200,
    *,
    said: str = "",
    fault: dict[str, str] | None = None,
) -> Reply:
    hub, now, only = asked.hub, asked.hub.clock.now(), center_of(asked)
    asked.url = here(asked, **({"center": only} if only else {}))  # without what was just said
    waits = waits_of_all(hub.database, now)
    of_these = {only: waits[only]} if only in waits else {} if only else waits
    return page(
        asked,
        "opinions.html",
        status,
        only=only,
        only_name=name_of(asked, only) if only else "",
        waiting=[_shown(asked, one, now) for one in hub.feedback.waiting(only, MOST_SHOWN)],
        n=sum(one.n for one in of_these.values()),
        overdue=sum(one.overdue for one in of_these.values()),
        rows=_rows(asked, only, waits, now),
        hours=ANSWER_WITHIN_MS // HOUR_MS,
        days=SPAN_DAYS,
        levels=LEVELS,
        most=NOTE_SIGNS,
        said=said,
        fault=fault,
    )


def _shown(asked: Asked, one: Given, now: int) -> dict[str, Any]:
    service = asked.hub.looks.service(one.center, one.service)
    return {
        "id": one.id,
        "seen": one.changed_at,
        "since": one.wants_since,
        "late": one.overdue(now),
        "center": name_of(asked, one.center),
        "service": service.name(asked.language) if service else one.service,
        "level": one.opinion.level,
        "reasons": reasons_of(asked, one.opinion),
        "words": one.opinion.words,
    }


def _rows(asked: Asked, only: str | None, waits: dict[str, Waits], now: int) -> list[CenterLine]:
    told = levels_of(asked.hub.database, first_day(asked), day_of(now))
    found = []
    for code in sorted(told.keys() | waits.keys()):
        if only not in (None, code):
            continue
        levels, stuck = told.get(code, {}), waits.get(code)
        share = content_share(levels)
        found.append(
            CenterLine(
                name=name_of(asked, code),
                code=code,
                levels=tuple(levels.get(one, 0) for one in LEVELS),
                total=sum(levels.values()),
                content=None if share is None else round(share * 100),
                waits=stuck.n if stuck else 0,
                overdue=stuck.overdue if stuck else 0,
            )
        )
    return sorted(found, key=lambda one: (-one.overdue, -one.waits, one.code))
