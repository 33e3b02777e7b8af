"""An independent memory of what was done: by whom, when, and where everybody stood before."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layso_queue.line import events as e
from line_proof.people import Person

if TYPE_CHECKING:
    from line_proof.model import Model

BY_EVENT = {
    e.TicketCalled: "call",
    e.ServiceStarted: "start",
    e.NoShowMarked: "no_show",
    e.ServiceFinished: "finish",
    e.TicketParked: "park",
    e.TicketResumed: "resume",
    e.TicketTransferred: "transfer",
    e.TicketReturned: "return",
    e.PriorityConfirmed: "claim",
    e.CounterOpened: "open",
    e.CounterPaused: "pause",
    e.CounterResumed: "go_on",
    e.CounterClosed: "close",
}


@dataclass(frozen=True)
class Did:
    """One thing that a key has done; `before` is the person or the desk as it stood."""

    what: str
    event: e.Event
    counter: int | None
    before: Person | tuple[str, tuple[str, ...]]
    freed: tuple[str, ...] = ()


def note(model: "Model", event: e.Event) -> None:
    """Remember what an event is about to change."""
    what = BY_EVENT.get(type(event))
    if isinstance(event, e.TicketEvent):
        past = model.past.get(event.ticket, ())
        settled = isinstance(event, e.ServiceFinished) and event.outcome == "left_open"
        final = e.TicketCancelled | e.TicketExpired | e.CallUndone | e.FinishUndone
        if settled or isinstance(event, final):
            model.past[event.ticket] = ()
        elif what and not (past and past[-1].event.command == event.command):
            person = model.people[event.ticket]
            at = event.counter if isinstance(event, e.TicketCalled) else person.at
            model.past[event.ticket] = (*past, Did(what, event, at, person))
        if isinstance(event, e.TicketCalled):
            model.desk_past.pop(event.counter, None)
    elif what:
        number: int = event.counter  # type: ignore[attr-defined]
        freed = tuple(one.id for one in model.those("waiting") if one.bound == number)
        did = Did(what, event, number, model.desks[number], freed if what == "close" else ())
        model.desk_past[number] = did


def put_back(model: "Model", event: e.MoveUndone) -> None:
    """Let a person stand where she stood before the last thing done to her."""
    if not model.past.get(event.ticket):
        return  # the invariant says so
    *others, did = model.past[event.ticket]
    model.past[event.ticket] = tuple(others)
    person = model.people[event.ticket]
    if did.what == "call":
        for one in person.passed:
            passed = model.people[one]
            model.people[one] = replace(passed, passed_by=passed.passed_by - 1)
    stood: Person = did.before  # type: ignore[assignment]
    if did.what == "claim":
        model.people[person.id] = replace(person, confirmed=stood.confirmed)
        return
    stood = replace(stood, passed_by=person.passed_by, number=person.number)
    if stood.state == "waiting":
        model.enter(stood)
    else:
        model.people[person.id] = stood


def open_again(model: "Model", event: e.CounterUndone) -> None:
    """Let a desk stand as it stood, with those it had let go; or let go of those bound to it."""
    did = model.desk_past.pop(event.counter, None)
    if did is None:
        return  # the invariant says so
    model.desks[event.counter] = did.before  # type: ignore[assignment]
    for one in released(model, did):
        model.people[one] = replace(model.people[one], bound=event.counter)
    if model.desks[event.counter][0] == "closed":
        for person in model.those("waiting"):
            model.enter(person)


def released(model: "Model", did: Did) -> tuple[str, ...]:
    """Name those whom a closing let go and whom nothing has happened to since."""
    return tuple(
        id
        for id in did.freed
        if model.people[id].state == "waiting" and model.people[id].bound is None
        if all(one.event.seq < did.event.seq for one in model.past.get(id, ()))
    )
