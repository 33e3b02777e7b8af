"""Decide about counters."""

from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import Counter, ServiceDay
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import counter_busy
from layso_queue.line.refusals import Refusal, Refused
from layso_queue.line.states import CounterState, DayState


def open_counter(day: ServiceDay, command: c.OpenCounter, facts: Facts) -> Refused | None:
    """Open a closed counter, for all its planned services or for those that are named."""
    counter = _known(day, command.counter)
    if isinstance(counter, Refused):
        return counter
    if day.state is not DayState.OPEN:
        return Refused(Refusal.DAY_CLOSED)
    if counter.state is not CounterState.CLOSED:
        return Refused(Refusal.COUNTER_OPEN_ALREADY, {"counter": counter.number})
    planned = next(p for p in day.opened_plan.counters if p.number == counter.number).services
    for code in command.services:
        if code not in planned:
            about: dict[str, str | int] = {"service": code, "counter": counter.number}
            return Refused(Refusal.SERVICE_NOT_AT_COUNTER, about)
    # Each once: a service named twice would be a line counted twice.
    services = tuple(dict.fromkeys(command.services)) or planned
    facts.add(e.CounterOpened, counter=counter.number, services=services)
    return None


def pause(day: ServiceDay, command: c.PauseCounter, facts: Facts) -> Refused | None:
    """Take nobody new; whoever is at the counter is served to the end."""
    counter = _known(day, command.counter)
    if isinstance(counter, Refused):
        return counter
    if not command.reason.strip():
        return Refused(Refusal.REASON_NEEDED)
    if counter.state is not CounterState.OPEN:
        return Refused(Refusal.COUNTER_NOT_OPEN, {"counter": counter.number})
    facts.add(e.CounterPaused, counter=counter.number, reason=command.reason)
    return None


def resume(day: ServiceDay, command: c.ResumeCounter, facts: Facts) -> Refused | None:
    """End a pause."""
    counter = _known(day, command.counter)
    if isinstance(counter, Refused):
        return counter
    if counter.state is CounterState.OPEN:
        return Refused(Refusal.COUNTER_OPEN_ALREADY, {"counter": counter.number})
    if counter.state is CounterState.CLOSED:
        return Refused(Refusal.COUNTER_NOT_OPEN, {"counter": counter.number})
    facts.add(e.CounterResumed, counter=counter.number)
    return None


def close(day: ServiceDay, command: c.CloseCounter, facts: Facts) -> Refused | None:
    """Close a counter at which nobody is."""
    counter = _known(day, command.counter)
    if isinstance(counter, Refused):
        return counter
    if counter.state is CounterState.CLOSED:
        return Refused(Refusal.COUNTER_CLOSED_ALREADY, {"counter": counter.number})
    if counter.ticket is not None:
        return counter_busy(day, counter)
    facts.add(e.CounterClosed, counter=counter.number)
    return None


def _known(day: ServiceDay, number: int) -> Counter | Refused:
    counter = day.counters.get(number)
    return Refused(Refusal.COUNTER_UNKNOWN, {"counter": number}) if counter is None else counter
