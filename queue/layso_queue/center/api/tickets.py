"""Handlers: numbers are given, looked up and taken back, and their paper is noted."""

import asyncio

import orjson

from layso_queue.center.api.bodies import (
    ConfirmBody,
    IssueBody,
    PaperBody,
    ReasonBody,
)
from layso_queue.center.api.doing import only_at_its_counter, ticket_after
from layso_queue.center.api.doors import doors_guard
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.ways import Asked
from layso_queue.center.desk import Desk
from layso_queue.center.people.roles import Role
from layso_queue.line import Refusal
from layso_queue.line import commands as c
from layso_queue.line.states import Channel, Paper


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
    reply = await ticket_after(asked, body.id, command, body.id, guard, created=201)
    if body.phone is not None:
        await asked.center.web.note_phone(body.id, body.phone, body.language)
    return reply


async def show(asked: Asked) -> Reply:
    """Show one ticket, of today or of any day before."""
    return Reply(200, await ticket_json(asked, asked.path["id"]))


async def ticket_json(asked: Asked, id: str) -> bytes:
    """Return a ticket of any day; raise the problem TICKET_UNKNOWN."""

    shower, follow = asked.center.shower, asked.center.web.following.lead

    def look(desk: Desk) -> bytes | None:
        ticket = desk.day.tickets.get(id)
        return None if ticket is None else orjson.dumps(follow(shower.ticket(desk, ticket)))

    found: bytes | None = await asked.center.writer.look(look)
    if found is None:
        found = await asyncio.to_thread(asked.center.archive.ticket, id)
    if found is None:
        raise Problem(Refusal.TICKET_UNKNOWN.value)
    return found


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
    reply = await ticket_after(asked, body.id, command, ticket)
    if body.order is not None:
        asked.center.prints.told(body.order, asked.known.name, body.outcome, body.detail)
    return reply


async def confirm_priority(asked: Asked) -> Reply:
    """Note whether a priority claim was right."""
    body: ConfirmBody = asked.body
    ticket = asked.path["id"]
    command = c.ConfirmPriority(
        id=body.id, actor=asked.actor, ticket=ticket, confirmed=body.confirmed
    )
    return await ticket_after(asked, body.id, command, ticket)
