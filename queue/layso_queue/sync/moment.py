"""What a pure step is given from outside: the time, a maker of ids, the rules."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from layso_queue.sync.events import Event, Kind
from layso_queue.sync.rules import ALL, Rules


@dataclass(frozen=True, slots=True)
class Moment:
    """`now` in ms since the epoch by the own clock; `new_id` makes UUIDv7 strings."""

    now: int
    new_id: Callable[[], str]
    rules: Rules = ALL

    def event(self, kind: Kind, entity: str, version: int, payload: Mapping[str, Any]) -> Event:
        """Return a new fact of this moment."""
        return Event(
            id=self.new_id(),
            kind=kind,
            entity=entity,
            version=version,
            occurred_at=self.now,
            payload=payload,
        )
