"""What the day says of the province's web queue. Pure."""

from layso_kiosk.link.mirror import DayMirror

HUB_AWAY = "HUB_AWAY"
"""The alert of a center that cannot reach the hub."""


def hub_away_since(day: DayMirror) -> str:
    """Return the RFC 3339 time since when the hub is out of reach, empty while it is not.

    The center tells it as ``day.hub`` {"state": "away", "since"} or as an alert; a center without
    a hub tells neither.
    """
    hub = day.day.get("hub")
    if isinstance(hub, dict):
        return str(hub.get("since") or "") if hub.get("state") == "away" else ""
    return next(
        (str(one.get("since") or "") for one in day.alerts if one.get("code") == HUB_AWAY), ""
    )
