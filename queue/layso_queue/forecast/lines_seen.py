"""How many wait in which line, as far as a day's journal has been told."""

from collections.abc import Iterable

from layso_queue.forecast.followed import Followed


class LinesSeen:
    """Counts people by the service, or the one counter, for which they wait."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._waiting: dict[str | int, int] = {}

    def enter(self, ticket: Followed, since: int | None = None) -> None:
        """Let a ticket wait, since a time in ms if that is new."""
        if since is not None:
            ticket.since = since
        self._count(ticket, 1)

    def leave(self, ticket: Followed) -> None:
        """Let a ticket wait no more."""
        self._count(ticket, -1)

    def bind(self, ticket: Followed, counter: int | None) -> None:
        """Let a waiting ticket wait for this counter alone, or for its service again."""
        self.leave(ticket)
        ticket.to_counter = counter
        self.enter(ticket)

    def release(self, counter: int, tickets: Iterable[Followed]) -> None:
        """Let those of the tickets that wait for this counter alone wait for their service."""
        for ticket in tickets:
            if ticket.to_counter == counter and ticket.waits:
                self.bind(ticket, None)

    def somebody_waits(self, counter: int, services: tuple[str, ...]) -> bool:
        """Say whether a counter with these services could call anybody."""
        lines: list[str | int] = [counter, *services]
        return any(self._waiting.get(line, 0) > 0 for line in lines)

    def _count(self, ticket: Followed, by: int) -> None:
        ticket.waits = by > 0
        line = ticket.service if ticket.to_counter is None else ticket.to_counter
        self._waiting[line] = self._waiting.get(line, 0) + by
