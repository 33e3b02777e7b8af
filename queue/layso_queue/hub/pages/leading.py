"""Where a refusal leads: to other times of the same service, to the booking, never to a wall."""

import re
from typing import NamedTuple

from layso_queue.hub.ids import plain_code
from layso_queue.hub.refusals import Refusal
from layso_queue.hub.rules import HOLD_MS
from layso_queue.hub.storage import Place
from layso_queue.hub.times import day_of
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.cookies import HOLD, PLACE
from layso_queue.hub.web.reply import cookie

_PLACE = re.compile(r"([0-9]{5})\.([A-Za-z0-9_-]{1,16})\.([0-9]{1,13})")
"""Thirteen digits of milliseconds end in the year 2286, and every date before can be written."""

SAME_DAY = frozenset(
    {
        Refusal.SLOT_FULL,
        Refusal.SLOT_OVER,
        Refusal.SLOT_UNKNOWN,
        Refusal.SERVICE_CLOSED,
        Refusal.HOLD_GONE,
        Refusal.HOLD_REPLACED,
        Refusal.TOO_MANY_TRIES,
    }
)
"""Another time will do, if possible on the same day."""

BOOKED_ALREADY = frozenset({Refusal.DAY_LIMIT, Refusal.SERVICE_TWICE})
"""Another day will do, or the booking that there is."""


class Way(NamedTuple):
    """A link of a refusal's page: where to, and its words in `hub.problem`."""

    href: str
    word: str


def chosen(asked: Asked, place: Place) -> str:
    """Return the cookie that remembers what was chosen last, for longer than it is kept."""
    text = f"{place.center}.{place.service}.{place.slot}"
    return cookie(PLACE, text, seconds=6 * HOLD_MS // 1000, path="/", secure=asked.secure)


def ways_on(asked: Asked, word: str) -> list[Way]:
    """Return where somebody may go on from a refusal, the best first; the first page at last."""
    found = []
    code = plain_code(asked.path.get("code", ""))
    if word in SAME_DAY or word in BOOKED_ALREADY:
        if word == Refusal.HOLD_REPLACED:
            found.append(Way(asked.here(f"/hold/{asked.cookies[HOLD]}"), "newer"))
        if word == Refusal.SERVICE_TWICE and not code:
            found.append(Way(asked.here("/find"), "find"))
        if times := _times(asked, code, same_day=word in SAME_DAY):
            found.append(Way(times, "times" if word in SAME_DAY else "day"))
        if word == Refusal.DAY_LIMIT and not code:
            found.append(Way(asked.here("/find"), "find"))
    if code and word != Refusal.NOT_FOUND:
        found.append(Way(asked.here(f"/b/{code}"), "booking"))
    return [*found, Way(asked.here("/"), "home")]


def _times(asked: Asked, code: str, *, same_day: bool) -> str:
    """Return the page with the free times of what was chosen; "" where that is not known."""
    form, kept = asked.form, asked.cookies.get(PLACE, "")
    if "center" in form:
        kept = f"{form['center']}.{form.get('service', '')}.{form.get('slot', '')}"
    if code:
        kept = f"00000.-.{form.get('slot', '')}"
    place = _PLACE.fullmatch(kept)
    if place is None:
        return ""
    center, service, slot = place.groups()
    page = f"/b/{code}/change" if code else f"/c/{center}/{service}"
    day = f"?day={day_of(int(slot))}#times" if same_day else "#days"
    return asked.here(page) + day
