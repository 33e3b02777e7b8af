"""Which alert can be ended from the bar: by whom, by which request, and whether it asks first."""

from dataclasses import dataclass

from layso_kiosk.counter.station import Station
from layso_kiosk.counter.warnings import Warned, warned
from layso_kiosk.link.web import HUB_AWAY


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
    "HUB_SET_ASIDE": Remedy("set_aside"),
}
"""By the alert's code."""

AT_HAND = frozenset({"PAPER_FAILED", "PAPER_LOW", "PRINTER_SUSPECT"})
"""Whoever is near can see to it, and it ends by itself when that is done."""


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


def offers(station: Station) -> dict[str, Offer]:
    """Return what whoever is signed in can do, by the alert's id, the worst first."""
    if station.session is None or station.link.state != "fresh":
        return {}
    found = {}
    for one in warned(station):
        remedy = REMEDIES.get(one.code)
        if remedy is not None and (station.session.in_charge or not remedy.in_charge):
            own = one.code == HELP and one.where == f"counter-{station.number}"
            found[one.id] = Offer(remedy, one.id, one.text, own)
    return found


def advice(alert: Warned, station: Station) -> str:
    """Return what to do about an alert that has no button for whoever is signed in."""
    if alert.code in REMEDIES:
        return station.say("advice.in_charge")
    if alert.code in AT_HAND:
        return station.say("advice.at_hand")
    return station.say("advice.itself" if alert.code == HUB_AWAY else "advice.tell")
