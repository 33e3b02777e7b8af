"""Gather the events that one command leads to, numbered and signed."""

from typing import Any

from layso_queue.line.commands import Command
from layso_queue.line.day import ServiceDay
from layso_queue.line.events import Event


class Facts:
    """The events of one command; `at` (ms) is never before the day's last event."""

    def __init__(self, day: ServiceDay, command: Command, now: int) -> None:
        """Begin with none. A clock that went back is held at the last event's time."""
        self.at = max(now, day.now)
        self._next = day.seq + 1
        self._command = command
        self.events: list[Event] = []

    def add(self, kind: type[Event], **values: Any) -> "Facts":
        """Append one event of this kind."""
        self.events.append(
            kind(
                seq=self._next,
                at=self.at,
                command=self._command.id,
                actor=self._command.actor,
                **values,
            )
        )
        self._next += 1
        return self
