"""Handler: when and why a ticket was called, and who was called before it."""

import asyncio

import orjson
from pydantic import Field

from layso_queue.center.api.answers import Answer
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply, in_json
from layso_queue.center.api.ways import Asked
from layso_queue.center.desk import Desk
from layso_queue.center.show.why import why
from layso_queue.center.storage import Archive
from layso_queue.line import Refusal, from_record
from layso_queue.line.telling import Told, tell


class WhyAnswer(Answer):
    """One paragraph about a ticket's calls, in the reader's language."""

    id: str
    number: str
    day: str = Field(examples=["2026-11-23"])
    text: str


async def why_called(asked: Asked) -> Reply:
    """Say it in one paragraph, for a ticket of today or of any day before."""
    id, center = asked.path["id"], asked.center

    def day_of(desk: Desk) -> str | None:
        return desk.date if id in desk.day.tickets else None

    day = await center.writer.look(day_of) or await asyncio.to_thread(center.archive.day_of, id)
    if day is None:
        raise Problem(Refusal.TICKET_UNKNOWN.value)
    # A whole day is read again, away from the loop and the writer: staff ask for it now and then.
    told = await asyncio.to_thread(_told, center.archive, day)
    if id not in told.day.tickets:
        raise Problem(Refusal.TICKET_UNKNOWN.value)
    promised = await asyncio.to_thread(center.archive.promised, id)
    names = {code: name[asked.language] for code, name in center.names.items()}
    text = why(told, id, center.texts(asked.language), names, promised, center.clock.now())
    number = told.day.tickets[id].number
    return in_json(200, {"id": id, "number": number, "day": day, "text": text})


def _told(archive: Archive, day: str) -> Told:
    return tell(from_record(orjson.loads(entry.record)) for entry in archive.journal_of(day))
