"""The day as the center last told it: a snapshot, kept right by deltas. No Qt, no clock."""

from collections.abc import Iterable
from typing import Any

from layso_queue.line.states import LIVE

Json = dict[str, Any]

PARTS = frozenset({"day", "services", "counters", "tickets", "calls", "notices", "alerts"})
"""What `CenterLink.changed` may name."""

_KEYED = (("services", "code"), ("counters", "number"), ("tickets", "id"))
_WHOLE = ("calls", "notices", "alerts")


class Gap(Exception):
    """A delta does not continue from what the mirror holds: a new snapshot is needed."""


class Unreadable(Exception):
    """What came is not what the center and its windows agreed upon."""


def _objects(found: object) -> list[Json]:
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Unreadable
    return found


def _number(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise Unreadable
    return found


def _word(found: object) -> str:
    if not isinstance(found, str) or not found:
        raise Unreadable
    return found


def _by(key: str, found: Iterable[Json]) -> dict[Any, Json]:
    kept: dict[Any, Json] = {}
    for one in found:
        if not isinstance(one.get(key), int if key == "number" else str):
            raise Unreadable
        kept[one[key]] = one
    return kept


class DayMirror:
    """Plain dictionaries as in the center's snapshot; empty until the first snapshot.

    `services` is by code, `counters` by number, `tickets` by id, each in the center's order;
    `calls` is newest first. Readers must not change what they are given.
    """

    def __init__(self) -> None:
        self.epoch = ""
        self.seq = 0
        self.now = ""
        self.center: Json = {}
        self.day: Json = {}
        self.services: dict[str, Json] = {}
        self.counters: dict[int, Json] = {}
        self.tickets: dict[str, Json] = {}
        self.calls: list[Json] = []
        self.notices: list[Json] = []
        self.alerts: list[Json] = []

    @property
    def filled(self) -> bool:
        """Whether a snapshot was ever taken."""
        return bool(self.epoch)

    def take_snapshot(self, snapshot: Json) -> frozenset[str]:
        """Replace everything; return the names of all parts. Raises Unreadable, changing nothing.

        A part that the center leaves out for this role is empty.
        """
        epoch, seq = _word(snapshot.get("epoch")), _number(snapshot.get("seq"))
        center, day = snapshot.get("center", {}), snapshot.get("day")
        if not isinstance(center, dict) or not isinstance(day, dict):
            raise Unreadable
        services = _by("code", _objects(snapshot.get("services")))
        counters = _by("number", _objects(snapshot.get("counters", [])))
        tickets = _by("id", _objects(snapshot.get("tickets", [])))
        calls, notices, alerts = (_objects(snapshot.get(name, [])) for name in _WHOLE)
        self.epoch, self.seq, self.now = epoch, seq, str(snapshot.get("now", ""))
        self.center, self.day, self.services, self.counters = center, day, services, counters
        self.tickets = {key: one for key, one in tickets.items() if one.get("state") in LIVE}
        self.calls, self.notices, self.alerts = calls, notices, alerts
        return PARTS

    def take_delta(self, delta: Json) -> frozenset[str]:
        """Put in what changed; return the names of the parts that did.

        A part that is left out is unchanged. Raises Gap or Unreadable, changing nothing.
        """
        seq, before = _number(delta.get("seq")), _number(delta.get("from"))
        if seq <= self.seq and before < self.seq:
            return frozenset()  # told already: a resume may overlap what was sent live
        if not self.filled or before != self.seq:
            raise Gap
        keyed = {name: _by(key, _objects(delta.get(name, []))) for name, key in _KEYED}
        whole = {name: _objects(delta[name]) for name in _WHOLE if name in delta}
        day = delta.get("day") or {}
        if not isinstance(day, dict):
            raise Unreadable
        self.seq, self.now = seq, str(delta.get("now", self.now))
        for name, changed in keyed.items():
            held: dict[Any, Json] = getattr(self, name)
            for key, one in changed.items():
                held[key] = {**held.get(key, {}), **one}
                if name == "tickets" and held[key].get("state") not in LIVE:
                    del held[key]
        for name, entries in whole.items():
            setattr(self, name, entries)
        self.day = {**self.day, **day}
        return frozenset(
            {n for n, c in keyed.items() if c} | set(whole) | ({"day"} if day else set())
        )

    def as_snapshot(self) -> Json:
        """Return the whole day in the shape of the center's snapshot."""
        return {
            "epoch": self.epoch,
            "seq": self.seq,
            "now": self.now,
            "center": self.center,
            "day": self.day,
            "services": list(self.services.values()),
            "counters": list(self.counters.values()),
            "tickets": list(self.tickets.values()),
            "calls": self.calls,
            "notices": self.notices,
            "alerts": self.alerts,
        }
