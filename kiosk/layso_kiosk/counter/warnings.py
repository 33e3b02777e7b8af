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
    "DATABASE_RESTORED",
    "RESTORE_WAITS",
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
    """What the bar says; `tone` is warn or info, `retry` whether it offers to try again."""

    text: str = ""
    tone: str = "info"
    retry: bool = False


def warned(station: Station) -> Warned:
    """Return what is to be said of the center's own troubles; empty while there are none."""
    alerts = station.link.mirror.alerts
    found = [one for one in alerts if one.get("code") != HUB_AWAY and _said(one, station)]
    texts = [_said(one, station) for one in sorted(found, key=_badness)]
    if since := hub_away_since(station.link.mirror):
        texts.append(station.say("bar.hub_away", time=clock(since)))
    if not texts:
        return Warned()
    codes = {str(one.get("code")) for one in found}
    text, more = texts[0], len(texts) - 1
    in_charge = station.session is not None and station.session.role in IN_CHARGE
    return Warned(
        text=station.say("bar.more_alerts", text=text, n=more) if more else text,
        tone="warn" if codes & set(STOPS_WORK) else "info",
        retry=SET_ASIDE in codes and in_charge,
    )


def _said(alert: Mapping[str, Any], station: Station) -> str:
    text = alert.get("text")
    if not isinstance(text, dict):
        return ""
    return str(text.get(station.language) or text.get("vi") or "")


def _badness(alert: Mapping[str, Any]) -> int:
    return _ORDER.get(str(alert.get("code")), len(_ORDER))
