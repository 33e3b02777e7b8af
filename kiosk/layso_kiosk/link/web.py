"""What the day says of the province's web queue. Pure."""

from layso_kiosk.link.mirror import DayMirror

HUB_AWAY = "HUB_AWAY"
"""The alert of a center that cannot reach the hub."""

AWAY = "away"
CUT_OFF = frozenset({AWAY, "refused", "superseded"})
"""States of ``day.hub`` in which no booking comes in: out of reach, or nothing is exchanged."""


def hub_cut_off_since(day: DayMirror) -> str:
    """Return the RFC 3339 time since when no booking comes in, empty while they do.

    ``day.hub`` is {"state", "since"}, or None for a center without a hub.
    """
    return _since(day, CUT_OFF)


def hub_away_since(day: DayMirror) -> str:
    """Return since when the hub is out of reach, empty while it is not; a hub that answers and
    refuses has an alert of its own."""
    return _since(day, frozenset({AWAY}))


def _since(day: DayMirror, states: frozenset[str]) -> str:
    hub = day.day.get("hub") or {}
    return str(hub.get("since") or "") if hub.get("state") in states else ""
