"""Handlers: the moves of a ticket at a counter."""

from layso_queue.center.api.bodies import Act, FinishBody, ReasonBody, TransferBody
from layso_queue.center.api.doing import only_at_its_counter, ticket_after
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.ways import Asked, Handler
from layso_queue.center.desk import Desk
from layso_queue.line import Refusal, Refused
from layso_queue.line import commands as c
from layso_queue.line.states import TicketState


def plain(kind: type[c.TicketCommand]) -> Handler:
    """Return the handler of a move that needs nothing but its ticket."""

    async def handle(asked: Asked) -> Reply:
        body: Act = asked.body
        ticket = asked.path["id"]
        command = kind(id=body.id, actor=asked.actor, ticket=ticket)
        guard = only_at_its_counter(asked, ticket) if kind not in _ANYWHERE else None
        return await ticket_after(asked, body.id, command, ticket, guard)

    return handle


_ANYWHERE = (c.ResumeTicket, c.ReturnTicket)
"""Moves into the line: any counter may let a person wait again."""


async def finish(asked: Asked) -> Reply:
    """End a visit."""
    body: FinishBody = asked.body
    ticket = asked.path["id"]
    command = c.FinishService(
        id=body.id,
        actor=asked.actor,
        ticket=ticket,
        outcome=body.outcome,
        dossier_codes=body.dossier_codes,
        services=body.services,
    )
    return await ticket_after(asked, body.id, command, ticket, only_at_its_counter(asked, ticket))


async def park(asked: Asked) -> Reply:
    """Send a person to fetch something."""
    body: ReasonBody = asked.body
    ticket = asked.path["id"]
    command = c.ParkTicket(id=body.id, actor=asked.actor, ticket=ticket, reason=body.reason)
    return await ticket_after(asked, body.id, command, ticket, only_at_its_counter(asked, ticket))


async def transfer(asked: Asked) -> Reply:
    """Send a person on."""
    body: TransferBody = asked.body
    ticket = asked.path["id"]
    command = c.TransferTicket(
        id=body.id,
        actor=asked.actor,
        ticket=ticket,
        reason=body.reason,
        service=body.service,
        counter=body.counter,
    )
    return await ticket_after(asked, body.id, command, ticket, only_at_its_counter(asked, ticket))


_UNDO: dict[TicketState, type[c.TicketCommand]] = {
    TicketState.CALLED: c.UndoCall,
    TicketState.NO_SHOW: c.ReturnTicket,
    TicketState.SERVED: c.UndoFinish,
}
_UNDONE: dict[str, type[c.TicketCommand]] = {
    "CallUndone": c.UndoCall,
    "TicketReturned": c.ReturnTicket,
    "FinishUndone": c.UndoFinish,
}


async def undo(asked: Asked) -> Reply:
    """Take the ticket's last move back, whichever it was; a repetition undoes nothing more."""
    body: Act = asked.body
    ticket, actor = asked.path["id"], asked.actor

    def choose(desk: Desk) -> c.Command | Refused:
        found = desk.day.tickets.get(ticket)
        if found is None:
            return Refused(Refusal.TICKET_UNKNOWN)
        done = desk.day.done.get(body.id)
        kind = _UNDO.get(found.state) if done is None else _UNDONE.get(done.kind, c.UndoCall)
        if kind is None:
            about: dict[str, str | int] = {"number": found.number, "state": found.state.value}
            return Refused(Refusal.WRONG_STATE, about)
        return kind(id=body.id, actor=actor, ticket=ticket)

    return await ticket_after(asked, body.id, choose, ticket, only_at_its_counter(asked, ticket))
