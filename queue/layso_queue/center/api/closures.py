"""Staff close the center or a service for a while, and open it again: bodies and handlers."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field, StringConstraints

from layso_queue.center.api.answers import Answer
from layso_queue.center.api.bodies import Act, Body, Code, Moment, Text
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply, in_json
from layso_queue.center.api.ways import Asked
from layso_queue.center.stamps import in_ms, local_date, midnight, written, written_or_none
from layso_queue.center.storage import Closure
from layso_queue.line import Refusal

DAY_MS = 86_400_000

LONGEST_MS = 366 * DAY_MS
"""Who closes for longer changes the settings."""


class ReasonInWords(Body):
    """Why, for people who read it; without `en` they read the Vietnamese one."""

    vi: Annotated[Text, StringConstraints(min_length=1)]
    en: Text = ""


class ClosureBody(Act):
    """What is closed: a service, or with null the center; from now and until the day ends, unless
    told otherwise."""

    service: Code | None = None
    begins: Annotated[Moment | None, Field(alias="from")] = None
    ends: Annotated[Moment | None, Field(alias="to")] = None
    reason: ReasonInWords


class ClosureAnswer(Answer):
    """A closure; `service` null is the whole center."""

    id: str
    service: str | None
    begins: str = Field(alias="from")
    ends: str = Field(alias="to")
    reason: dict[str, str]
    made_by: str
    lifted_at: str | None


class ClosuresAnswer(Answer):
    """What is closed now or will be."""

    closures: list[ClosureAnswer]


async def close(asked: Asked) -> Reply:
    """Close; the same id again answers what was kept. Who holds a number keeps it."""
    body: ClosureBody = asked.body
    center = asked.center
    if body.service is not None and body.service not in center.names:
        raise Problem(Refusal.SERVICE_UNKNOWN.value, {"service": body.service})
    now = center.clock.now()
    # What has passed cannot be closed: who holds a number of this day stays in the line.
    begins = now if body.begins is None else max(now, in_ms(body.begins))
    next_day = midnight(local_date(begins) + timedelta(days=1))
    ends = next_day if body.ends is None else in_ms(body.ends)
    if not begins < ends <= begins + LONGEST_MS:
        raise Problem("BAD_INPUT", errors=[{"where": "to", "kind": "less_than_equal"}])
    wanted = Closure(
        id=body.id,
        service=body.service or "",
        begins=begins,
        ends=ends,
        reason_vi=body.reason.vi,
        reason_en=body.reason.en,
        made_at=now,
        made_by=asked.actor,
    )
    kept, new = await center.closing.add(wanted)
    return in_json(201 if new else 200, _shown(kept))


async def lift(asked: Asked) -> Reply:
    """Open again what a closure has closed; doing it twice changes nothing."""
    found = await asked.center.closing.lift(asked.path["id"], asked.actor)
    if found is None:
        raise Problem("CLOSURE_UNKNOWN")
    return in_json(200, _shown(found))


async def show(asked: Asked) -> Reply:
    """Show what is closed now or will be, in order of time."""
    now = asked.center.clock.now()
    found = [_shown(one) for one in asked.center.closing.standing if one.ends > now]
    return in_json(200, {"closures": found})


def _shown(one: Closure) -> dict[str, object]:
    return {
        "id": one.id,
        "service": one.service or None,
        "from": written(one.begins),
        "to": written(one.ends),
        "reason": one.reason,
        "made_by": one.made_by,
        "lifted_at": written_or_none(one.lifted_at),
    }
