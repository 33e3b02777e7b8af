"""Decide about counters."""

from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import ServiceDay
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import counter_busy, known_counter, said, still_open
from layso_queue.line.refusals import Refusal, Refuse
from layso_queue.line.states import CounterState


def open_counter(day: ServiceDay, command: c.OpenCounter, facts: Facts) -> None:
    """Open a closed counter, for all its planned services or for those that are named."""
    counter = known_counter(day, command.counter)
    still_open(day)
    if counter.state is not CounterState.CLOSED:
        raise Refuse(Refusal.COUNTER_OPEN_ALREADY, {"counter": counter.number})
    planned = next(p for p in day.opened_plan.counters if p.number == counter.number).services
    for code in command.services:
        if code not in planned:
            about: dict[str, str | int] = {"service": code, "counter": counter.number}
            raise Refuse(Refusal.SERVICE_NOT_AT_COUNTER, about)
    # Each once: a service named twice would be a line counted twice.
    services = tuple(dict.fromkeys(command.services)) or planned
    facts.add(e.CounterOpened, counter=counter.number, services=services)


def pause(day: ServiceDay, command: c.PauseCounter, facts: Facts) -> None:
    """Take nobody new; whoever is at the counter is served to the end."""
    counter = known_counter(day, command.counter)
    said(command.reason)
    if counter.state is not CounterState.OPEN:
        raise Refuse(Refusal.COUNTER_NOT_OPEN, {"counter": counter.number})
    facts.add(e.CounterPaused, counter=counter.number, reason=command.reason)


def resume(day: ServiceDay, command: c.ResumeCounter, facts: Facts) -> None:
    """End a pause."""
    counter = known_counter(day, command.counter)
    if counter.state is CounterState.OPEN:
        raise Refuse(Refusal.COUNTER_OPEN_ALREADY, {"counter": counter.number})
    if counter.state is CounterState.CLOSED:
        raise Refuse(Refusal.COUNTER_NOT_OPEN, {"counter": counter.number})
    facts.add(e.CounterResumed, counter=counter.number)


def close(day: ServiceDay, command: c.CloseCounter, facts: Facts) -> None:
    """Close a counter at which nobody is."""
    counter = known_counter(day, command.counter)
    if counter.state is CounterState.CLOSED:
        raise Refuse(Refusal.COUNTER_CLOSED_ALREADY, {"counter": counter.number})
    if counter.ticket is not None:
        raise counter_busy(day, counter)
    facts.add(e.CounterClosed, counter=counter.number)
