"""Handlers: the day as a whole, its services, the journal, and whether the center is well."""

import asyncio

import orjson

from layso_queue.center.api.bodies import Act, JournalQuery, OpenDayBody, ReasonBody
from layso_queue.center.api.doing import nothing_after
from layso_queue.center.api.problems import of_refusal
from layso_queue.center.api.reply import Reply, in_json
from layso_queue.center.api.ways import Asked
from layso_queue.center.stamps import local_date, written
from layso_queue.line import Refused
from layso_queue.line import commands as c


async def snapshot(asked: Asked) -> Reply:
    """Show the whole day, with all that was committed before this was asked."""
    publisher = asked.center.publisher
    await publisher.catch_up()
    return in_json(200, publisher.audience(asked.known.role).snapshot(publisher.now()))


async def open_day(asked: Asked) -> Reply:
    """Open today's service day by hand."""
    body: OpenDayBody = asked.body
    center = asked.center
    date = local_date(center.clock.now()).isoformat()
    done = await center.opening.open(date, asked.actor, body.id, body.confirmed)
    if isinstance(done, Refused):
        raise of_refusal(done)
    return await snapshot(asked)


async def close_day(asked: Asked) -> Reply:
    """Close the service day by hand; whoever still waits expires."""
    body: Act = asked.body
    await nothing_after(asked, body.id, c.CloseDay(id=body.id, actor=asked.actor))
    return await snapshot(asked)


async def close_service(asked: Asked) -> Reply:
    """Give no more numbers for a service today."""
    body: ReasonBody = asked.body
    code = asked.path["code"]
    command = c.CloseService(id=body.id, actor=asked.actor, service=code, reason=body.reason)
    await nothing_after(asked, body.id, command)
    return await snapshot(asked)


async def reopen_service(asked: Asked) -> Reply:
    """Give numbers for a service again."""
    body: Act = asked.body
    command = c.ReopenService(id=body.id, actor=asked.actor, service=asked.path["code"])
    await nothing_after(asked, body.id, command)
    return await snapshot(asked)


async def journal(asked: Asked) -> Reply:
    """Show a page of the journal, with the hash chain."""
    query: JournalQuery = asked.body
    entries = await asyncio.to_thread(asked.center.archive.entries, query.after, query.limit)
    shown = [
        {
            "seq": entry.seq,
            "day": entry.day,
            "kind": entry.kind,
            "at": written(entry.at),
            "command": entry.command,
            "actor": entry.actor,
            "record": orjson.Fragment(entry.record),
            "previous": entry.previous.hex(),
            "hash": entry.hash.hex(),
        }
        for entry in entries
    ]
    last = await asked.center.writer.look(lambda desk: desk.day.seq)
    return in_json(200, {"entries": shown, "last_seq": last})


async def health(asked: Asked) -> Reply:
    """Say whether the center can keep what it is told."""
    center = asked.center
    day = await center.writer.look(lambda desk: desk.date)
    failing = center.keeping.damaged or center.writer.failed is not None
    return in_json(
        503 if failing else 200,
        {
            "state": "failing" if failing else "well",
            "now": written(center.clock.now()),
            "center": center.settings.center.code,
            "epoch": center.epoch,
            "day": day,
            "waiting_commands": center.writer.waiting,
        },
    )
