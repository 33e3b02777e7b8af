"""The real line in virtual time, and who watches it."""

from collections.abc import Callable
from itertools import count

from layso_queue.line import Refused, ServiceDay, apply, commands, events
from layso_queue.line.order import MINUTE
from layso_queue.line.states import AT_COUNTER
from layso_queue.simulate.agenda import Agenda
from layso_queue.simulate.description import Description
from layso_queue.simulate.opening import midnight_of

Observer = Callable[[ServiceDay, events.Event], None]
"""Called after every event that was applied, with the living day: look, do not touch."""

Decide = Callable[[ServiceDay, commands.Command, int], list[events.Event] | Refused]
"""Who answers orders: the line itself, or a trial that listens in and passes them on to it."""


HOUSE = "house"
"""Who signs for what no officer does: the kiosk, the clock, people who come back or leave."""


class LineRefused(RuntimeError):
    """The line refused what the simulator is sure it may do: our own fault."""


class Stage:
    """Gives orders to the line and keeps its journal."""

    def __init__(self, description: Description, on_event: Observer | None, decide: Decide) -> None:
        """Begin before the day opens."""
        self.midnight = midnight_of(description)
        self.agenda = Agenda(self.midnight, description.opens)
        self.day = ServiceDay.before(0)
        self.events: list[events.Event] = []
        self._on_event = on_event
        self._decide = decide
        self._officers = {desk.number: desk.signs for desk in description.desks}
        self._ids = count(1)

    @property
    def minute(self) -> float:
        """Return the minutes after midnight."""
        return (self.agenda.now - self.midnight) / MINUTE

    def do(self, kind: type[commands.Command], **values: object) -> None:
        """Give an order that the line must take; raise LineRefused."""
        refused = self.ask(kind, **values)
        if refused is not None:
            raise LineRefused(f"{kind.__name__}: {refused.why} {refused.about}")

    def ask(self, kind: type[commands.Command], **values: object) -> Refused | None:
        """Give an order; return why it was refused."""
        command = kind(id=f"command-{next(self._ids)}", actor=self._signs(values), **values)
        found = self._decide(self.day, command, self.agenda.now)
        if isinstance(found, Refused):
            return found
        for event in found:
            apply(self.day, event)
            self.events.append(event)
            if self._on_event is not None:
                self._on_event(self.day, event)
        return None

    def _signs(self, values: dict[str, object]) -> str:
        """Return who answers for an order: the officer where the person is, or the house."""
        counter = values.get("counter")
        if counter is None and isinstance(ticket := values.get("ticket"), str):
            known = self.day.tickets.get(ticket)
            counter = known.counter if known is not None and known.state in AT_COUNTER else None
        return self._officers[counter] if isinstance(counter, int) else HOUSE
