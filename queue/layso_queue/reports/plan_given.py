"""The plan's web places as leases by hand: first what would change, written only when told to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from layso_assets.languages import Texts
from layso_queue.center.settings import Settings, hours_of
from layso_queue.center.stamps import local, midnight
from layso_queue.center.sync.places import HALF_HOUR_MS, Place, slots_on
from layso_queue.reports.plan_made import Plan
from layso_queue.reports.screen import on_lines

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Given:
    """One half hour: places on the web before and by the plan."""

    place: Place
    before: int
    after: int


def halves(plan: Plan, settings: Settings) -> dict[Place, int]:
    """Return the plan's places by half hours: those of an hour are dealt out, the first gets more.

    13 at ten o'clock are 7 at 10:00 and 6 at 10:30.
    """
    begin, slots = midnight(plan.day), slots_on(hours_of(settings), plan.day)
    found: dict[Place, int] = {}
    for one in plan.places:
        first = begin + round(one.start) * MINUTE_MS
        last = first + round(one.span) * MINUTE_MS
        own = [slot for slot in slots if first <= slot <= last - HALF_HOUR_MS]
        left = one.places
        for i, slot in enumerate(own):
            n = -(-left // (len(own) - i))
            found[Place(one.service, slot, False)] = n
            left -= n
    return found


def differences(
    plan: Plan, settings: Settings, by_hand: Mapping[str, int], now: int
) -> list[Given]:
    """Return the half hours to come whose places the plan would change, in order of time."""
    rule = settings.web.places
    found = []
    for place, n in halves(plan, settings).items():
        before = by_hand.get(place.key, rule.get(place.service, 0))
        if n != before and place.slot > now:
            found.append(Given(place, before, n))
    return sorted(found, key=lambda one: (one.place.slot, one.place.service))


def lines(changes: list[Given], names: Mapping[str, str], texts: Texts) -> Iterator[str]:
    """Yield the table of what would change, and how many places more or fewer that are."""

    def say(key: str, **values: object) -> str:
        return texts.say(f"reports.plan.give.{key}", **values)

    if not changes:
        yield say("same")
        return
    rows = [
        [
            f"{local(one.place.slot):%H:%M}",
            names.get(one.place.service, one.place.service),
            str(one.before),
            str(one.after),
        ]
        for one in changes
    ]
    yield on_lines([say(word) for word in ("slot", "service", "before", "after")], rows)
    before, after = sum(one.before for one in changes), sum(one.after for one in changes)
    yield say("sum", n=len(changes), before=before, after=after)
