"""Places on the web set by people or by the plan: kept above the rule, leased at once in reach."""

import secrets
from collections.abc import Mapping

from layso_queue.center.folder import Folder
from layso_queue.center.opening import uuid7
from layso_queue.center.settings import Settings, hours_of
from layso_queue.center.storage import Exchange
from layso_queue.center.sync.places import AT_ONCE, Place, lease, wanted
from layso_queue.sync.moment import Moment


def set_by_hand(
    folder: Folder, settings: Settings, places: Mapping[Place, int | None], now: int
) -> None:
    """Keep how many places each slot gets (None: as the rule says), beside a running center.

    Without a hub they are only kept. Raises StoreFailed.
    """
    exchange = Exchange(folder.database, settings.center.code)
    try:
        with exchange.begin(now, _new_id()) as side:
            for place, n in places.items():
                side.web.set_by_hand(place.key, n)
        changed = AT_ONCE if settings.hub.url else 0
        while changed == AT_ONCE:  # in parts: the line waits for each
            with exchange.begin(now, _new_id()) as side:
                found = wanted(settings, hours_of(settings), now, side.web.by_hand())
                # These alone: a center that is always open leases other half hours too.
                reach = {place: found[place] for place in places if place in found}
                changed = lease(side, reach, Moment(now, _new_id), only=True)
    finally:
        exchange.close()


def set_so_far(folder: Folder, settings: Settings, now: int) -> dict[str, int]:
    """Return what was set by hand, by the lease's key. Raises StoreFailed."""
    exchange = Exchange(folder.database, settings.center.code)
    try:
        with exchange.begin(now, _new_id()) as side:
            return dict(side.web.by_hand())
    finally:
        exchange.close()


def _new_id() -> str:
    return uuid7(secrets.token_bytes)
