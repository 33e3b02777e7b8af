"""How the province's web queue stands, as everybody may know: kiosks too, which see no alerts."""

from collections.abc import Iterable
from typing import Any

from layso_queue.center.alerts import HUB_AWAY, HUB_REFUSED, HUB_SUPERSEDED, Alert
from layso_queue.center.stamps import written

_STATES = {HUB_AWAY: "away", HUB_REFUSED: "refused", HUB_SUPERSEDED: "superseded"}


def shown_hub(there: bool, alerts: Iterable[Alert]) -> dict[str, Any] | None:
    """Return {"state", "since"}, None for a center without a hub.

    `since` tells from when on nothing is exchanged; None while the hub is "fresh".
    """
    if not there:
        return None
    cut = [one for one in alerts if one.code in _STATES]
    if not cut:
        return {"state": "fresh", "since": None}
    first = min(cut, key=lambda one: one.since)
    return {"state": _STATES[first.code], "since": written(first.since)}
