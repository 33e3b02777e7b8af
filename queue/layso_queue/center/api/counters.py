"""Handlers: counters open, pause, call."""

from layso_queue.center.api.bodies import Act, CallBody, OpenCounterBody, ReasonBody
from layso_queue.center.api.doing import counter_after, own_counter, ticket_after
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.ways import Asked
from layso_queue.line import commands as c


async def open_counter(asked: Asked) -> Reply:
    """Take people."""
    body: OpenCounterBody = asked.body
    number = own_counter(asked)
    command = c.OpenCounter(id=body.id, actor=asked.actor, counter=number, services=body.services)
    return await counter_after(asked, body.id, command, number)


async def pause(asked: Asked) -> Reply:
    """Take nobody new for a while."""
    body: ReasonBody = asked.body
    number = own_counter(asked)
    command = c.PauseCounter(id=body.id, actor=asked.actor, counter=number, reason=body.reason)
    return await counter_after(asked, body.id, command, number)


async def resume(asked: Asked) -> Reply:
    """End a pause."""
    body: Act = asked.body
    number = own_counter(asked)
    command = c.ResumeCounter(id=body.id, actor=asked.actor, counter=number)
    return await counter_after(asked, body.id, command, number)


async def close(asked: Asked) -> Reply:
    """Be done for today, or for now."""
    body: Act = asked.body
    number = own_counter(asked)
    command = c.CloseCounter(id=body.id, actor=asked.actor, counter=number)
    return await counter_after(asked, body.id, command, number)


async def undo(asked: Asked) -> Reply:
    """Take the counter's last opening, pause, end of a pause or closing back."""
    body: Act = asked.body
    number = own_counter(asked)
    command = c.UndoCounter(id=body.id, actor=asked.actor, counter=number)
    return await counter_after(asked, body.id, command, number)


async def call_next(asked: Asked) -> Reply:
    """Call whoever is next."""
    body: Act = asked.body
    number = own_counter(asked)
    command = c.CallNext(id=body.id, actor=asked.actor, counter=number)
    return await ticket_after(asked, body.id, command, None)


async def call(asked: Asked) -> Reply:
    """Call a ticket picked by hand."""
    body: CallBody = asked.body
    number = own_counter(asked)
    command = c.CallTicket(
        id=body.id, actor=asked.actor, counter=number, ticket=body.ticket, reason=body.reason
    )
    return await ticket_after(asked, body.id, command, body.ticket)
