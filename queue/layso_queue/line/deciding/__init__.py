"""What each order leads to: `decide(day, command, now) -> list[Event] | Refused`."""

from layso_queue.line.commands import Command, OpenDay
from layso_queue.line.day import Done, ServiceDay
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.handlers import HANDLERS
from layso_queue.line.events import Event
from layso_queue.line.refusals import Refusal, Refuse, Refused
from layso_queue.line.states import DayState


def decide(day: ServiceDay, command: Command, now: int) -> list[Event] | Refused:
    """Return the events that the command leads to, or why not; change nothing.

    `now` is ms since the epoch. A command id that was done gives no events: answer its repetition
    from ``day.done`` or from the command's ticket. Deterministic: equal days and commands give
    equal events.
    """
    handler, leads_to = HANDLERS[type(command)]
    done = day.done.get(command.id)
    if done is not None:
        return [] if _same(command, leads_to, done) else Refused(Refusal.TICKET_KNOWN_OTHERWISE)
    if day.state is DayState.NOT_OPENED and not isinstance(command, OpenDay):
        return Refused(Refusal.DAY_CLOSED)
    facts = Facts(day, command, now)
    try:
        handler(day, command, facts)
    except Refuse as refuse:
        return refuse.refused
    return facts.events


def _same(command: Command, leads_to: frozenset[str], done: Done) -> bool:
    """Say whether the command repeats what was done, and does not borrow the id of another."""
    return (
        done.kind in leads_to
        and getattr(command, "ticket", done.ticket) == done.ticket
        and getattr(command, "counter", done.counter) == done.counter
    )
