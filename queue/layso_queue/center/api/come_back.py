"""Handler: somebody is back with a number of today, and types it or shows its slip at a kiosk."""

import asyncio
from typing import Any

import orjson

from layso_queue.center.api.bodies import ComeBackBody
from layso_queue.center.api.doing import ticket_after
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.tickets import ticket_json
from layso_queue.center.api.ways import Asked
from layso_queue.center.desk import Desk
from layso_queue.line import Refusal, Ticket
from layso_queue.line import commands as c
from layso_queue.line.states import TicketState

_BACK: dict[TicketState, type[c.TicketCommand]] = {
    TicketState.PARKED: c.ResumeTicket,
    TicketState.NO_SHOW: c.ReturnTicket,
}
"""How who comes back waits again: whatever the line says of the key and of a counter stays so."""


async def come_back(asked: Asked) -> Reply:
    """Let who was sent for papers, or missed her call, wait again, and show how she stands.

    Who waits already is shown the same, and nothing is done. Raises Problem: NUMBER_CALLED and the
    like, with the number and where, for what cannot wait any more; NUMBER_NOT_TODAY for a number
    or slip of another day; TICKET_UNKNOWN for a slip that nobody knows.
    """
    body: ComeBackBody = asked.body
    found = await asked.center.writer.look(lambda desk: _found(desk, body))
    if found is None:
        raise await _of_no_ticket(asked, body)
    id, state, about = found
    kind = _BACK.get(state)
    if kind is not None:
        command = kind(id=body.id, actor=asked.actor, ticket=id)
        try:
            await ticket_after(asked, body.id, command, id)
        except Problem as problem:
            # A counter was quicker: what became of the ticket by now is what she is told.
            if problem.code != Refusal.WRONG_STATE.value:
                raise
        # She stands where no newcomer would: her minutes are not known before a new estimate.
        await asked.center.waits.renew()
        id, state, about = await asked.center.writer.look(lambda desk: _found(desk, body)) or found
    if state is not TicketState.WAITING:
        raise Problem(f"NUMBER_{state.value.upper()}", about)
    return Reply(200, await ticket_json(asked, id))


Found = tuple[str, TicketState, dict[str, Any]]


def _found(desk: Desk, body: ComeBackBody) -> Found | None:
    """Return the id, the state and what a sentence needs of the ticket that is meant."""
    one = _meant(desk, body)
    if one is None:
        return None
    return one.id, one.state, {"number": one.number, "counter": one.counter}


def _meant(desk: Desk, body: ComeBackBody) -> Ticket | None:
    tickets = desk.day.tickets
    if body.ticket is not None:
        return tickets.get(body.ticket)
    wanted = _plain(body.number or "")
    return next((one for one in tickets.values() if _plain(one.number) == wanted), None)


def _plain(number: str) -> str:
    """Return a number without the hyphen that few people type: Z1-07 as Z107."""
    return number.replace("-", "").replace(" ", "").upper()


async def _of_no_ticket(asked: Asked, body: ComeBackBody) -> Problem:
    number = body.number
    if body.ticket is not None:
        kept = await asyncio.to_thread(asked.center.archive.ticket, body.ticket)
        if kept is None:
            return Problem(Refusal.TICKET_UNKNOWN.value)
        number = str(orjson.loads(kept)["number"])
    return Problem("NUMBER_NOT_TODAY", {"number": number})
