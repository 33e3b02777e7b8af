"""A ticket on its way through a journal."""

from dataclasses import dataclass

from layso_queue.forecast.seen import Visit
from layso_queue.line.order import MINUTE


@dataclass(slots=True)
class Followed:
    """A ticket on its way; times in ms. `called` is its first call to where it was called last."""

    service: str
    arrived: int
    dossiers: int
    since: int
    """Since when it waits or is away, in ms."""
    to_counter: int | None = None
    waits: bool = True
    called: int = 0
    started: int | None = None
    counter: int = 0
    visit: Visit | None = None

    def visited(self, now: int, shown: bool, officer: str, hour: int) -> Visit:
        """Return the visit that ends at `now` (ms); `hour` is the local hour of its call."""
        return Visit(
            service=self.service,
            officer=officer,
            hour=hour,
            minutes=(now - self.called) / MINUTE,
            waited=(self.called - self.arrived) / MINUTE,
            dossiers=self.dossiers,
            shown=shown,
            walk=None if self.started is None else (self.started - self.called) / MINUTE,
        )
