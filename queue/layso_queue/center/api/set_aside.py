"""Handlers: what only staff can decide of the exchange with the web queue."""

import asyncio
from collections.abc import Callable
from typing import Any

from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply, in_json
from layso_queue.center.api.ways import Asked
from layso_queue.center.keeping.aside import NotAside, NotSuperseded, let_go, retry, take_over
from layso_queue.center.show.set_aside import shown_aside, why_of
from layso_queue.center.storage import ExchangeRows
from layso_queue.sync.moment import Moment


async def show_aside(asked: Asked) -> Reply:
    """Show what is set aside, with the reasons in words."""
    texts = asked.center.texts(asked.language)
    found = await _in_one(asked, lambda side, _: side.inbox.aside())
    return in_json(200, {"set_aside": [shown_aside(one, texts) for one in found]})


async def retry_aside(asked: Asked) -> Reply:
    """Try one of them again; answer with what is left."""
    refused = await _of_one(asked, lambda side, at: retry(side, asked.path["id"], at))
    if refused is not None:
        why = why_of(refused, asked.center.texts(asked.language))
        raise Problem("STILL_SET_ASIDE", {"why": why, "reason": refused.why.value})
    await asked.center.arrivals.bring()
    return await show_aside(asked)


async def dismiss_aside(asked: Asked) -> Reply:
    """Let go of one that was seen to; answer with what is left."""
    await _of_one(asked, lambda side, _: let_go(side, asked.path["id"]))
    return await show_aside(asked)


async def be_the_real_one(asked: Asked) -> Reply:
    """Begin a new life towards the hub: the other copy of this center stops."""

    def work(side: ExchangeRows, at: Moment) -> str:
        take_over(side, at)
        return side.state.mode.value

    try:
        mode = await _in_one(asked, work)
    except NotSuperseded as error:
        raise Problem("NOT_SUPERSEDED") from error
    if asked.center.hub is not None:
        asked.center.hub.told()
    return in_json(200, {"mode": mode})


async def _of_one(asked: Asked, work: Callable[[ExchangeRows, Moment], Any]) -> Any:
    try:
        return await _in_one(asked, work)
    except NotAside as error:
        raise Problem("ASIDE_UNKNOWN") from error


async def _in_one(asked: Asked, work: Callable[[ExchangeRows, Moment], Any]) -> Any:
    center = asked.center
    at = Moment(center.clock.now(), center.new_id)

    def inside() -> Any:
        with center.exchange.begin(at.now, at.new_id()) as side:
            return work(side, at)

    return await asyncio.to_thread(inside)
