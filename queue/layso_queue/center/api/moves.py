"""Handlers: the moves of a ticket at a counter."""

from layso_queue.center.api.bodies import Act, FinishBody, ReasonBody, TransferBody
from layso_queue.center.api.doing import only_at_its_counter, ticket_after
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.ways import Asked, Handler
from layso_queue.center.desk import Desk
from layso_queue.center.people.roles import IN_CHARGE, Role
from layso_queue.line import commands as c

KIOSKS = frozenset({Role.KIOSK})


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


async def undo(asked: Asked) -> Reply:
    """Take the ticket's last move back, whichever it was; a repetition undoes nothing more.

    What somebody did at a kiosk, as who came back, any counter may take back: no counter did it.
    """
    body: Act = asked.body
    ticket, session = asked.path["id"], asked.session

    def undoing(desk: Desk) -> c.Undo:
        found = desk.day.tickets.get(ticket)
        last = found.moves[-1] if found is not None and found.moves else None
        at_kiosk = last is not None and asked.center.devices.named(last.actor) == KIOSKS
        free = session is None or session.role in IN_CHARGE or at_kiosk
        return c.Undo(
            id=body.id,
            actor=asked.actor,
            ticket=ticket,
            by_counter=None if free or session is None else session.counter,
        )

    return await ticket_after(asked, body.id, undoing, ticket)
