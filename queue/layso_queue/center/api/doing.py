"""From a judged request to the line and back: the one path that every order takes."""

from collections.abc import Callable
from typing import Any

import orjson

from layso_queue.center.api.problems import Problem, of_refusal
from layso_queue.center.api.reply import Reply, in_json
from layso_queue.center.api.ways import Asked
from layso_queue.center.before import DoneBefore
from layso_queue.center.desk import Desk
from layso_queue.center.jobs import Choice, Guard
from layso_queue.center.people.roles import IN_CHARGE
from layso_queue.line import Refusal, Refused, Ticket
from layso_queue.line.states import TicketState


async def ticket_after(
    asked: Asked,
    id: str,
    command: Choice,
    ticket: str | None,
    guard: Guard | None = None,
    *,
    created: int = 200,
    more: Callable[[Desk, Ticket], dict[str, Any]] | None = None,
) -> Reply:
    """Do the command and answer with its ticket; `created` is the status the first time.

    `more` says what goes along with the ticket in this answer only. `ticket` None: the ticket that
    the command was about, by the line's own record.
    """
    shower, follow = asked.center.shower, asked.center.web.following.lead

    def answer(desk: Desk, new: bool) -> tuple[int, bytes]:
        about = desk.day.tickets[ticket or desk.day.done[id].ticket or ""]
        shown = follow(shower.ticket(desk, about)) | (more(desk, about) if more else {})
        return (created if new else 200), orjson.dumps(shown)

    try:
        done = await asked.center.do(id, command, answer, guard)
    except DoneBefore as before:
        if before.ticket is None:
            raise Problem(Refusal.TICKET_KNOWN_OTHERWISE.value) from before
        return Reply(200, before.ticket)
    return Reply(*unrefused(done))


async def counter_after(
    asked: Asked, id: str, command: Choice, number: int, guard: Guard | None = None
) -> Reply:
    """Do the command and answer with the counter."""
    shower = asked.center.shower

    def answer(desk: Desk, _: bool) -> Any:
        return shower.counter(desk, desk.day.counters[number])

    try:
        done = await asked.center.do(id, command, answer, guard)
    except DoneBefore:
        done = await asked.center.writer.look(lambda desk: answer(desk, False))
    return in_json(200, unrefused(done))


async def nothing_after(asked: Asked, id: str, command: Choice, guard: Guard | None = None) -> bool:
    """Do the command; say whether it was done now (not before)."""
    try:
        done = await asked.center.do(id, command, lambda _, new: new, guard)
    except DoneBefore:
        return False
    return bool(unrefused(done))


def unrefused(done: Any) -> Any:
    """Return what was answered; raise the problem that a refusal of the line is."""
    if isinstance(done, Refused):
        raise of_refusal(done)
    return done


def only_at_its_counter(asked: Asked, ticket: str) -> Guard | None:
    """Return a guard: what is at another counter is not ours, unless we are in charge."""
    session = asked.session
    if session is None or session.role in IN_CHARGE:
        return None

    def guard(desk: Desk, _: int) -> Refused | None:
        found = desk.day.tickets.get(ticket)
        if found is None or found.state is TicketState.WAITING or found.counter is None:
            return None
        if found.counter == session.counter:
            return None
        about: dict[str, str | int] = {"number": found.number, "counter": found.counter}
        return Refused(Refusal.NOT_THIS_COUNTER, about)

    return guard


def own_counter(asked: Asked) -> int:
    """Return the counter in the path, if the signed-in person may move it."""
    text = asked.path["number"]
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0
    if number not in asked.center.counter_numbers:
        raise Problem(Refusal.COUNTER_UNKNOWN.value, {"counter": text[:16]})
    session = asked.session
    if session is not None and session.role not in IN_CHARGE and session.counter != number:
        raise Problem("ROLE_NOT_ALLOWED")
    return number
