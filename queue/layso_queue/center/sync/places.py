"""Which places the web gets: by the settings' rule, or by hand; and their leases kept so."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from layso_queue.center.hours import Hours
from layso_queue.center.settings import Settings
from layso_queue.center.stamps import local_date, midnight
from layso_queue.center.storage import ExchangeRows
from layso_queue.sync.at_center.storage import Mode
from layso_queue.sync.at_center.telling import set_quota
from layso_queue.sync.leases import lease_key
from layso_queue.sync.moment import Moment

HALF_HOUR_MS = 1_800_000

AT_ONCE = 50
"""Leases of one transaction: some 50 ms on a small machine."""


class Place(NamedTuple):
    """What is leased: a half hour, or with `remote` a day's numbers for now (its midnight)."""

    service: str
    slot: int
    remote: bool

    @property
    def key(self) -> str:
        """The lease's name."""
        return lease_key(self.service, self.slot, self.remote)


def place_of(key: str) -> Place:
    """Return what a lease's name means."""
    _, kind, service, slot = key.split(":")
    return Place(service, int(slot), kind == "remote")


def slots_on(hours: Hours, day: date) -> list[int]:
    """Return the begins of a date's half hours, in ms; none of a day off."""
    return [
        slot
        for start, end in hours.spans_on(day)
        for slot in range(start, end - HALF_HOUR_MS + 1, HALF_HOUR_MS)
    ]


def wanted(
    settings: Settings, hours: Hours, now: int, by_hand: Mapping[str, int]
) -> dict[Place, int]:
    """Return how many of each place to come, of the days in reach, the web shall have.

    What was set by hand stands above the rule, but not where the center is closed.
    """
    rule, found = settings.web, {}
    today = local_date(now)
    for ahead in range(rule.days + 1):
        day = today + timedelta(days=ahead)
        spans = hours.spans_on(day)
        if not spans or spans[-1][1] <= now:
            continue
        slots = [slot for slot in slots_on(hours, day) if slot > now]
        for service in (one.code for one in settings.services):
            found[Place(service, midnight(day), True)] = rule.remote_numbers.get(service, 0)
            for slot in slots:
                found[Place(service, slot, False)] = rule.places.get(service, 0)
    return {place: by_hand.get(place.key, n) for place, n in found.items()}


def lease(
    side: ExchangeRows, places: Mapping[Place, int], at: Moment, *, only: bool = False
) -> int:
    """Lease what is wanted and ask back what is not; return how many leases changed.

    At most AT_ONCE in one transaction, which the line waits for: do it again while there were so
    many. With `only`, places that are not named stay as they are.
    Does nothing while the center does not exchange: it does not know then what it has leased.
    """
    if side.state.mode is not Mode.GOING:
        return 0
    today = midnight(local_date(at.now))
    leased = {place_of(one.key): one.asked for one in side.web.grants_from(today)}
    # A half hour that has begun is left as it is: nobody can book it any more.
    known = {} if only else leased
    gone = {p: 0 for p, n in known.items() if n and (p.remote or p.slot > at.now)}
    todo = [(p, n) for p, n in {**gone, **places}.items() if n != leased.get(p, 0)][:AT_ONCE]
    for place, n in todo:
        set_quota(side, *place, n, at)
    return len(todo)
