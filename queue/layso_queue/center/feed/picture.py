"""What two looks at the day differ in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from layso_queue.center.show.snapshot import Surroundings
from layso_queue.center.show.ticket import Shown


@dataclass(slots=True)
class Picture:
    """What was last told to everybody. Tickets are kept by id, as they were shown."""

    surroundings: Surroundings
    tickets: dict[str, Shown] = field(default_factory=dict)

    def update(self, now: Surroundings, tickets: list[Shown]) -> dict[str, Any]:
        """Take over what is new and return the parts that changed; empty if nothing did."""
        before, changed = self.surroundings, {}
        if fresh := [one for one in tickets if self.tickets.get(one["id"]) != one]:
            changed["tickets"] = fresh
        for one in fresh:
            if one["state"] in _LIVE:
                self.tickets[one["id"]] = one
            else:
                self.tickets.pop(one["id"], None)
        if some := _new_ones(before.services, now.services, "code"):
            changed["services"] = some
        if some := _new_ones(before.counters, now.counters, "number"):
            changed["counters"] = some
        for name in ("day", "calls", "notices", "alerts"):
            if getattr(before, name) != getattr(now, name):
                changed[name] = getattr(now, name)
        self.surroundings = now
        return changed


_LIVE = frozenset({"waiting", "called", "serving", "parked", "no_show"})


def _new_ones(before: list[Shown], now: list[Shown], key: str) -> list[Shown]:
    known: Callable[[Any], Shown | None] = {one[key]: one for one in before}.get
    return [one for one in now if known(one[key]) != one]
