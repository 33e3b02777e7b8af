"""What facts about counters change."""

from layso_queue.line import events as e
from layso_queue.line.day import ServiceDay
from layso_queue.line.order import Places
from layso_queue.line.states import CounterState


def opened(day: ServiceDay, event: e.CounterOpened) -> None:
    """Let the counter take people, under the name code of who opened it."""
    counter = day.counters[event.counter]
    counter.state = CounterState.OPEN
    counter.services = event.services
    counter.staff = event.actor
    counter.reason = ""
    counter.since = event.at


def paused(day: ServiceDay, event: e.CounterPaused) -> None:
    """Hold the counter with its reason."""
    counter = day.counters[event.counter]
    counter.state = CounterState.PAUSED
    counter.reason = event.reason
    counter.since = event.at


def resumed(day: ServiceDay, event: e.CounterResumed) -> None:
    """Let the counter take people again."""
    counter = day.counters[event.counter]
    counter.state = CounterState.OPEN
    counter.reason = ""
    counter.since = event.at


def closed(day: ServiceDay, event: e.CounterClosed) -> None:
    """Close the counter and give the tickets bound to it back to their service's line."""
    counter = day.counters[event.counter]
    counter.state = CounterState.CLOSED
    counter.staff = ""
    counter.reason = ""
    counter.since = event.at
    release(day, event.counter)


def release(day: ServiceDay, number: int) -> None:
    """Give the tickets bound to a counter back to their service's line."""
    bound = day.by_counter[number]
    day.by_counter[number] = Places()
    for place in bound:
        ticket = day.tickets[place[2]]
        ticket.to_counter = None
        day.by_service[ticket.service].add(place)
