"""Looks at centers as pages need them, through what is kept in this process."""

from collections import OrderedDict
from typing import Any

from layso_queue.hub.kept import Kept
from layso_queue.hub.storage import (
    CenterRow,
    Centers,
    ClosedTime,
    Free,
    Live,
    LiveTicket,
    Sale,
    Service,
)

MOST_TICKETS = 100_000
"""Tickets of which a process remembers the center: a ticket never changes it."""


class Looks:
    """Answers may be as old as `kept` keeps them; what sells or judges asks the database itself."""

    def __init__(self, centers: Centers, live: Live, sale: Sale, kept: Kept) -> None:
        """Look through these rooms of storage."""
        self._centers, self._live, self._sale = centers, live, sale
        self.kept = kept
        self._center_of: OrderedDict[str, str] = OrderedDict()

    def center(self, code: str) -> CenterRow | None:
        """Return a center, or None."""
        return self.kept.get(code, "center", lambda: self._centers.get(code))

    def services(self, center: str) -> list[Service]:
        """Return what a center offers now, in its order."""
        return self.kept.get(center, "services", lambda: self._centers.services(center))

    def service(self, center: str, code: str) -> Service | None:
        """Return a service that a center offers or once offered, or None."""
        load = lambda: self._centers.service(center, code)  # noqa: E731 - as the others
        return self.kept.get(center, ("service", code), load)

    def standing(self, center: str) -> tuple[int, dict[str, Any]] | None:
        """Return when a center last told how it stands, and what it told; None: never."""
        return self.kept.get(center, "standing", lambda: self._live.standing(center))

    def closed(self, center: str, now: int) -> list[ClosedTime]:
        """Return what a center has closed now or later."""
        return self.kept.get(center, "closed", lambda: self._live.closed(center, now))

    def leased(self, center: str, service: str, now: int, until: int) -> list[int]:
        """Return the slots to come of a service, whether or not places are left."""
        load = lambda: self._live.leased(center, service, now, until)  # noqa: E731
        return self.kept.get(center, ("leased", service), load)

    def free(self, center: str, service: str, until: int, *, remote: bool = False) -> list[Free]:
        """Return slots that begin before `until` and have a place left."""
        load = lambda: self._sale.free(center, service, until, remote=remote)  # noqa: E731
        return self.kept.get(center, ("free", service, remote), load)

    def ticket(self, id: str) -> tuple[LiveTicket, int] | None:
        """Return a ticket and how many of its service will be called before it; None: unknown."""
        if self.kept.keep_s <= 0:
            return self._live.ticket(id)
        center = self._center_of.get(id)
        if center is None:
            found = self._live.ticket(id)
            if found is not None:
                self._center_of[id] = found[0].center
                if len(self._center_of) > MOST_TICKETS:
                    self._center_of.popitem(last=False)
            return found
        line = self.kept.get(center, "line", lambda: self._live.line(center))
        return line.get(id) or self._live.ticket(id)
