"""What each fact changes: `apply(day, event) -> day`, in place."""

from layso_queue.line.applying.handlers import HANDLERS
from layso_queue.line.applying.undoing import remember
from layso_queue.line.day import Done, ServiceDay
from layso_queue.line.events import Event


class OutOfOrder(Exception):
    """An event does not follow the last one: the journal has a gap."""


def apply(day: ServiceDay, event: Event) -> ServiceDay:
    """Change the day by one fact and return it; raise OutOfOrder unless it is the next one."""
    if event.seq != day.seq + 1:
        raise OutOfOrder(f"event {event.seq} after {day.seq}")
    remember(day, event)
    HANDLERS[type(event)](day, event)
    day.seq = event.seq
    day.now = max(day.now, event.at)
    ticket = getattr(event, "ticket", None)
    counter = getattr(event, "counter", None)
    known = day.done.get(event.command)
    if known is None:
        day.done[event.command] = Done(type(event).__name__, ticket, counter)
    return day
