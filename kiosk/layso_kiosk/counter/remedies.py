"""Which alert can be ended from the bar: by whom, by which request, and whether it asks first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layso_kiosk.counter.station import Station
from layso_kiosk.counter.warnings import IN_CHARGE, SET_ASIDE, in_words, said_alerts


@dataclass(frozen=True, slots=True)
class Remedy:
    """What can be done about an alert; `name` is its text key below ``counter.remedy``.

    `path` may have the alert's {id}; empty for what takes more than one request. `asks` wants a
    second press, after a sentence that says what it means.
    """

    name: str
    method: str = "POST"
    path: str = ""
    in_charge: bool = True
    asks: bool = False


HELP = "HELP"

REMEDIES = {
    HELP: Remedy("help", "DELETE", "/v1/help/{id}", in_charge=False),
    "RESTORE_WAITS": Remedy("go_on", path="/v1/restore/go-on", asks=True),
    "HUB_SUPERSEDED": Remedy("take_over", path="/v1/web/take-over", asks=True),
    SET_ASIDE: Remedy("set_aside"),
}
"""By the alert's code."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A remedy for one open alert; `text` is the alert's sentence, `own` a call of this counter."""

    remedy: Remedy
    alert: str
    text: str
    own: bool = False

    @property
    def name(self) -> str:
        """The text key: who called for help is not on the way to herself."""
        return "help_over" if self.own else self.remedy.name

    @property
    def path(self) -> str:
        """Where the request goes."""
        return self.remedy.path.format(id=self.alert)

    def same(self, other: "Offer | None") -> bool:
        """Say whether the other one is about the same alert, in whatever words."""
        return other is not None and (self.remedy, self.alert) == (other.remedy, other.alert)


def offered(station: Station) -> Offer | None:
    """Return what whoever is signed in can do about the worst alert that leaves them a way."""
    if station.session is None or station.link.state != "fresh":
        return None
    in_charge = station.session.role in IN_CHARGE
    for alert in said_alerts(station):
        remedy = REMEDIES.get(str(alert.get("code")))
        if remedy is not None and (in_charge or not remedy.in_charge):
            return _offer(remedy, alert, station)
    return None


def _offer(remedy: Remedy, alert: Mapping[str, Any], station: Station) -> Offer:
    own = alert.get("code") == HELP and alert.get("where") == f"counter-{station.number}"
    return Offer(remedy, str(alert.get("id") or ""), in_words(alert, station), own)
