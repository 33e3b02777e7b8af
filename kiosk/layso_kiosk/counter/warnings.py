"""Which of the center's alerts staff see to: each in words, the worst first."""

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
    "NUMBERS_END_SOON",
)
"""Somebody must act now, the worst first."""

TO_BE_SEEN_TO = (
    "NUMBERS_AT_CLOSING",
    "NUMBERS_EXPIRED",
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

_ORDER = {code: place for place, code in enumerate((*STOPS_WORK, *TO_BE_SEEN_TO))}


@dataclass(frozen=True, slots=True)
class Warned:
    """An open alert as staff read it; `since` is "08:10", `tone` is warn or info."""

    id: str
    code: str
    where: str
    text: str
    since: str
    tone: str


def warned(station: Station) -> list[Warned]:
    """Return the open alerts that have words, the worst first, of equals the longest open."""
    mirror = station.link.mirror
    known = (one for one in mirror.alerts if one.get("code") != HUB_AWAY)
    found = [one for one in (_in_words(each, station) for each in known) if one.text]
    if since := hub_away_since(mirror):
        at = clock(since)
        said = station.say("bar.hub_away", time=at)
        found.append(Warned(HUB_AWAY, HUB_AWAY, "", said, at, "info"))
    return sorted(found, key=lambda one: _ORDER.get(one.code, len(_ORDER)))


def _in_words(alert: Mapping[str, Any], station: Station) -> Warned:
    code, by_language = str(alert.get("code")), alert.get("text")
    text = ""
    if isinstance(by_language, dict):
        text = str(by_language.get(station.language) or by_language.get("vi") or "")
    return Warned(
        id=str(alert.get("id") or code),
        code=code,
        where=str(alert.get("where") or ""),
        text=text,
        since=clock(str(alert.get("since") or "")),
        tone="warn" if code in STOPS_WORK else "info",
    )
