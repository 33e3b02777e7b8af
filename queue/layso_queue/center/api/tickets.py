"""Handlers: numbers are given, looked up and taken back, and their paper is noted."""

import asyncio

import orjson

from layso_queue.center.api.bodies import (
    CheckInBody,
    ConfirmBody,
    IssueBody,
    PaperBody,
    ReasonBody,
    plain_code,
)
from layso_queue.center.api.doing import only_at_its_counter, ticket_after
from layso_queue.center.api.doors import doors_guard
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.ways import Asked
from layso_queue.center.desk import Desk
from layso_queue.center.people.roles import Role
from layso_queue.center.stamps import local, local_date, written
from layso_queue.center.sync.passes import is_pass
from layso_queue.line import Refusal
from layso_queue.line import commands as c
from layso_queue.line.states import Channel, Paper
from layso_queue.sync import SyncRefusal, SyncRefused


async def issue(asked: Asked) -> Reply:
    """Give a number."""
    body: IssueBody = asked.body
    channel = Channel(body.channel)
    if asked.known.role is not Role.KIOSK:
        channel = Channel.STAFF
    command = c.IssueTicket(
        id=body.id,
        actor=asked.actor,
        ticket=body.id,
        service=body.service,
        channel=channel,
        priority=body.priority,
        dossiers=body.dossiers,
        language=body.language,
        assisted=body.assisted,
    )
    guard = None if channel is Channel.STAFF else doors_guard(asked, lambda _: body.service)
    return await ticket_after(asked, body.id, command, body.id, guard, created=201)


async def show(asked: Asked) -> Reply:
    """Show one ticket, of today or of any day before."""
    return Reply(200, await ticket_json(asked, asked.path["id"]))


async def ticket_json(asked: Asked, id: str) -> bytes:
    """Return a ticket of any day; raise the problem TICKET_UNKNOWN."""

    shower = asked.center.shower

    def look(desk: Desk) -> bytes | None:
        ticket = desk.day.tickets.get(id)
        return None if ticket is None else orjson.dumps(shower.ticket(desk, ticket))

    found: bytes | None = await asked.center.writer.look(look)
    if found is None:
        found = await asyncio.to_thread(asked.center.archive.ticket, id)
    if found is None:
        raise Problem(Refusal.TICKET_UNKNOWN.value)
    return found


_PASS_PROBLEMS = {
    SyncRefusal.TOKEN_UNREADABLE: "BOOKING_PASS_UNREADABLE",
    SyncRefusal.TOKEN_KEY_UNKNOWN: "BOOKING_PASS_UNREADABLE",
    SyncRefusal.TOKEN_FORGED: "BOOKING_PASS_FALSE",
    SyncRefusal.TOKEN_OF_OTHER_CENTER: "BOOKING_OTHER_CENTER",
    SyncRefusal.TOKEN_EXPIRED: Refusal.BOOKING_WRONG_DAY.value,
    SyncRefusal.TOKEN_USED: Refusal.BOOKING_USED.value,
    SyncRefusal.BOOKING_SPENT: Refusal.BOOKING_CANCELLED.value,
    SyncRefusal.BOOKING_MOVED: "BOOKING_MOVED",
    SyncRefusal.BOOKING_UNKNOWN: Refusal.BOOKING_UNKNOWN.value,
}
"""What a person at the kiosk is told of a QR that lets nobody in."""


async def check_in(asked: Asked) -> Reply:
    """Turn a booking into a ticket."""
    body: CheckInBody = asked.body
    read = body.token or body.code or ""
    if is_pass(read):
        return await _by_pass(asked, body, read)
    return await _by_code(asked, body, plain_code(read))


async def _by_pass(asked: Asked, body: CheckInBody, read: str) -> Reply:
    """Let in whom the hub's signature lets in; who took a number from home sees that one."""
    center = asked.center
    booking = await asyncio.to_thread(center.passes.look, read)
    if isinstance(booking, SyncRefused):
        raise _of_pass(booking)
    await center.arrivals.bring()
    if booking.remote:
        return Reply(200, await ticket_json(asked, booking.id))
    return await _by_code(asked, body, plain_code(booking.code))


def _of_pass(refused: SyncRefused) -> Problem:
    word = _PASS_PROBLEMS[refused.why]
    slot = refused.about.get("slot")
    about: dict[str, str] = {}
    if isinstance(slot, int):
        at = local(slot)
        about = {"slot": written(slot), "day": f"{at:%d/%m/%Y}", "time": f"{at:%H:%M}"}
    return Problem(word, about)


async def _by_code(asked: Asked, body: CheckInBody, code: str) -> Reply:
    command = c.CheckIn(
        id=body.id, actor=asked.actor, ticket=body.id, code=code, language=body.language
    )

    def service_of(desk: Desk) -> str:
        booking = desk.day.bookings.get(code)
        return booking.service if booking is not None else ""

    guard = doors_guard(asked, service_of)
    try:
        return await ticket_after(asked, body.id, command, body.id, guard, created=201)
    except Problem as problem:
        if problem.code == Refusal.BOOKING_UNKNOWN.value:
            booking = await asyncio.to_thread(asked.center.archive.booking, code)
            if booking is not None:
                slot = {
                    "slot": written(booking.slot),
                    "day": f"{local_date(booking.slot):%d/%m/%Y}",
                }
                raise Problem(Refusal.BOOKING_WRONG_DAY.value, slot) from problem
        raise


async def cancel(asked: Asked) -> Reply:
    """Give a place up or void it."""
    body: ReasonBody = asked.body
    ticket = asked.path["id"]
    command = c.CancelTicket(id=body.id, actor=asked.actor, ticket=ticket, reason=body.reason)
    guard = only_at_its_counter(asked, ticket)
    return await ticket_after(asked, body.id, command, ticket, guard)


async def paper(asked: Asked) -> Reply:
    """Note what became of the slip."""
    body: PaperBody = asked.body
    ticket = asked.path["id"]
    command = c.RecordPaper(
        id=body.id,
        actor=asked.known.name,
        ticket=ticket,
        outcome=Paper(body.outcome),
        reprint=body.reprint,
        detail=body.detail,
    )
    return await ticket_after(asked, body.id, command, ticket)


async def confirm_priority(asked: Asked) -> Reply:
    """Note whether a priority claim was right."""
    body: ConfirmBody = asked.body
    ticket = asked.path["id"]
    command = c.ConfirmPriority(
        id=body.id, actor=asked.actor, ticket=ticket, confirmed=body.confirmed
    )
    return await ticket_after(asked, body.id, command, ticket)
