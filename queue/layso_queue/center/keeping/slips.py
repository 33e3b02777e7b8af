"""What stands on a slip, and how its ticket gets back into a restored line."""

from dataclasses import dataclass

from layso_queue.center.desk import Desk
from layso_queue.center.storage.journal_telling import made_of
from layso_queue.center.writer import Writer
from layso_queue.line import Refusal, Refused
from layso_queue.line.commands import CancelTicket, RestoreTicket
from layso_queue.line.states import Channel, Priority, TicketState

GONE = frozenset({"served", "cancelled", "expired", "no_show"})
"""States of people who need not be called again."""

REASON = "restored"


@dataclass(frozen=True, slots=True)
class Slip:
    """A number somebody was given, as who gave it remembers; times in ms.

    `gone`: the visit was over. `booking` is the code of an appointment.
    """

    ticket: str
    number: str
    service: str
    arrived: int
    key: int
    channel: str = "kiosk"
    priority: str = "none"
    dossiers: int = 1
    language: str = "vi"
    assisted: bool = False
    booking: str | None = None
    gone: bool = False


async def bring_back(
    writer: Writer, slip: Slip, actor: str, *, known_too: bool = False
) -> Refused | bool:
    """Give a ticket back; return whether it was lost, or why it cannot be.

    Whose visit was over is not called again: of a ticket that was lost, and with `known_too` of one
    that still waits because the copy is older than its end.
    """
    order = RestoreTicket(
        id=slip.ticket,
        actor=actor,
        ticket=slip.ticket,
        number=slip.number,
        service=slip.service,
        arrived=slip.arrived,
        key=slip.key,
        channel=Channel(slip.channel),
        priority=Priority(slip.priority),
        dossiers=slip.dossiers,
        language=slip.language,
        assisted=slip.assisted,
        booking=slip.booking,
    )
    given: Refused | bool = await writer.do(order, lambda _, new: new)
    if isinstance(given, Refused):
        if given.why is Refusal.TICKET_KNOWN_OTHERWISE:
            return Refused(Refusal.NUMBER_TAKEN, {"number": slip.number})
        return given
    if slip.gone and (given or known_too):
        await end(writer, slip.ticket, actor)
    return given


async def end(writer: Writer, ticket: str, actor: str) -> None:
    """Let a ticket that waits be over; one that moved on since is left as it is."""

    def still_waits(desk: Desk, _: int) -> Refused | None:
        found = desk.day.tickets.get(ticket)
        waits = found is not None and found.state is TicketState.WAITING
        return None if waits else Refused(Refusal.WRONG_STATE)

    id = made_of(f"gone {ticket}")
    order = CancelTicket(id=id, actor=actor, ticket=ticket, reason=REASON)
    await writer.do(order, lambda *_: None, still_waits)
