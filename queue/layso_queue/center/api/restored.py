"""Handlers: kiosks say again what they gave, and staff see how a restore goes on."""

import asyncio

from layso_queue.center.api import problems
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply, in_json
from layso_queue.center.api.slip_bodies import KioskJournalBody, SlipBody
from layso_queue.center.api.ways import Asked
from layso_queue.center.desk import Desk
from layso_queue.center.keeping.slips import Slip, bring_back
from layso_queue.center.stamps import in_ms, local_date, written_or_none
from layso_queue.line import Refusal, Refused
from layso_queue.line.order import key_of_arrival
from layso_queue.line.states import DayState


async def kiosk_journal(asked: Asked) -> Reply:
    """Give back what the center lost of a kiosk's numbers. Said twice it comes back once."""
    body: KioskJournalBody = asked.body
    center, kiosk = asked.center, asked.known.name
    before = await center.writer.look(lambda desk: dict(desk.day.issued))
    restored, refused = [], []
    for slip in body.tickets:
        said = await _again(asked, slip)
        if isinstance(said, Refused):
            refused.append({"id": slip.id, "code": said.why.value, "detail": _detail(asked, said)})
        elif said:
            restored.append(slip.id)
    after = await center.writer.look(lambda desk: dict(desk.day.issued))
    raised = any(n > before.get(series, 0) for series, n in after.items())
    await center.keeping.returning.reported(kiosk, raised and bool(restored), all_of_it=body.last)
    return in_json(200, {"restored": restored, "refused": refused})


async def _again(asked: Asked, slip: SlipBody) -> Refused | bool:
    center, issued_at = asked.center, in_ms(slip.issued_at)
    waits = center.keeping.returning.waits

    def look(desk: Desk) -> Refused | int | None:
        known = desk.day.tickets.get(slip.id)
        if known is not None and known.number == slip.number and not (slip.gone and waits):
            return None
        of_today = local_date(issued_at).isoformat() == desk.date
        if desk.day.state is not DayState.OPEN or not of_today:
            return Refused(Refusal.TOO_LATE)
        if slip.key is not None:
            return in_ms(slip.key)
        return key_of_arrival(desk.day.opened_plan.rules, slip.priority, issued_at)

    key = await center.writer.look(look)
    if key is None:
        return False
    if isinstance(key, Refused):
        return key
    if await asyncio.to_thread(center.archive.day_of, slip.id) not in (None, await _date(asked)):
        return False
    return await bring_back(
        center.writer,
        Slip(
            slip.id,
            slip.number,
            slip.service,
            issued_at,
            key,
            channel=slip.channel,
            priority=slip.priority.value,
            dossiers=slip.dossiers,
            language=slip.language,
            assisted=slip.assisted,
            booking=slip.booking,
            gone=slip.gone,
        ),
        asked.known.name,
        known_too=waits,
    )


async def _date(asked: Asked) -> str:
    date: str = await asked.center.writer.look(lambda desk: desk.date)
    return date


def _detail(asked: Asked, refused: Refused) -> str:
    problem = problems.of_refusal(refused)
    texts = asked.center.texts(asked.language)
    return str(problems.document(problem, texts, asked.center.names)["detail"])


async def show_restore(asked: Asked) -> Reply:
    """Show the last restore."""
    return in_json(200, _shown(asked))


async def go_on(asked: Asked) -> Reply:
    """Wait for no more kiosks; what one says later still comes back."""
    if not await asked.center.keeping.returning.end(asked.actor):
        raise Problem("NOTHING_TO_WAIT_FOR")
    return in_json(200, _shown(asked))


def _shown(asked: Asked) -> dict[str, object]:
    returning = asked.center.keeping.returning
    last = returning.last
    return {
        "waits": returning.waits,
        "at": written_or_none(last.at) if last else None,
        "copy_at": written_or_none(last.copy_at) if last else None,
        "aside": last.aside if last else None,
        "done_by": last.done_by if last else None,
    }
