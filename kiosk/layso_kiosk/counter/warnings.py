"""Which of the center's alerts stands on the bar: the worst, in words, with how many more."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layso_kiosk.counter.moments import clock
from layso_kiosk.counter.station import Station
from layso_kiosk.link.web import HUB_AWAY, hub_away_since

STOPS_WORK = (
    "HELP",
    "PAPER_FAILED",
    "DISK_FULL",
    "STORE_FAILED",
    "DATABASE_DAMAGED",
    "DISK_ALMOST_FULL",
    "HUB_SUPERSEDED",
    "RESTORE_WAITS",
    "DATABASE_RESTORED",
    "DATE_GOES_BACK",
)
"""Somebody must act now, the worst first."""

TO_BE_SEEN_TO = (
    "PRINTER_SUSPECT",
    "PAPER_LOW",
    "HUB_REFUSED",
    "HUB_SET_ASIDE",
    "HUB_CLOCK",
    "BACKUP_FAILED",
    "BACKUP_FOLDER_GONE",
    "BACKUP_OLD",
    "DISK_LOW",
    "HAND_OVER_LATE",
    HUB_AWAY,
)
"""The work goes on; somebody has to see to it today."""

SET_ASIDE = "HUB_SET_ASIDE"
IN_CHARGE = frozenset({"supervisor", "admin"})

_ORDER = {code: place for place, code in enumerate((*STOPS_WORK, *TO_BE_SEEN_TO))}


@dataclass(frozen=True, slots=True)
class Warned:
    """What the bar says; `tone` is warn or info."""

    text: str = ""
    tone: str = "info"


def warned(station: Station) -> Warned:
    """Return what is to be said of the center's own troubles; empty while there are none."""
    found = said_alerts(station)
    texts = [in_words(one, station) for one in found]
    if since := hub_away_since(station.link.mirror):
        texts.append(station.say("bar.hub_away", time=clock(since)))
    if not texts:
        return Warned()
    codes = {str(one.get("code")) for one in found}
    text, more = texts[0], len(texts) - 1
    return Warned(
        text=station.say("bar.more_alerts", text=text, n=more) if more else text,
        tone="warn" if codes & set(STOPS_WORK) else "info",
    )


def said_alerts(station: Station) -> list[Mapping[str, Any]]:
    """Return the open alerts that the bar says in the center's words, the worst first."""
    alerts = station.link.mirror.alerts
    found = [one for one in alerts if one.get("code") != HUB_AWAY and in_words(one, station)]
    return sorted(found, key=_badness)


def in_words(alert: Mapping[str, Any], station: Station) -> str:
    """Return the center's sentence for an alert; empty for one that staff need not read."""
    text = alert.get("text")
    if not isinstance(text, dict):
        return ""
    return str(text.get(station.language) or text.get("vi") or "")


def _badness(alert: Mapping[str, Any]) -> int:
    return _ORDER.get(str(alert.get("code")), len(_ORDER))
