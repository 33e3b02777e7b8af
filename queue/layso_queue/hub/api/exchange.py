"""Handlers: a center pushes, pulls and fetches; the words are those of layso_queue.sync."""

import asyncio
from typing import TypeVar

from anyio import to_thread

from layso_assets.languages import LANGUAGES
from layso_queue.hub.api.bodies import PhonesBody
from layso_queue.hub.api.problems import Problem
from layso_queue.hub.api.ways import Call
from layso_queue.hub.passes import public_keys
from layso_queue.hub.persons import card_key_of
from layso_queue.hub.storage.following import Follower
from layso_queue.hub.web.reply import JSON, Reply, in_json
from layso_queue.sync import SyncRefused
from layso_queue.sync import messages as m
from layso_queue.sync.wire import read_request, write

Message = TypeVar("Message", m.Push, m.Pull, m.Fetch)

LOOK_S = 1.0
"""A held pull looks at least this often, should it hear of nothing: a pooler between hub and
database may swallow what other processes announce, and SQLite announces nothing."""


def push(call: Call) -> Reply:
    """Take in what a center tells."""
    return _said(call.hub.exchange.push(_asked(call, call.raw, m.Push)))


def keys(call: Call) -> Reply:
    """Give a center the public keys of bookings' QR codes, its own key of cards, and ways to tell.

    `texts`: whether people may be told by text message of their turn.
    """
    hub = call.hub
    if call.center is None:
        raise Problem("TOKEN_NEEDED")
    shown = {name: key.hex() for name, key in public_keys(hub.keys).items()}
    card = card_key_of(call.center.code, hub.keys.secret).hex()
    return in_json(200, {"keys": shown, "card": card, "texts": hub.tells_by_text})


def phones(call: Call) -> Reply:
    """Take in whom to tell of tickets; a hub that sends no messages keeps no number."""
    center, hub = call.center, call.hub
    if center is None:
        raise Problem("TOKEN_NEEDED")
    body: PhonesBody = call.body
    if hub.tells_by_text:
        told = [
            Follower(one.ticket, one.phone, one.language if one.language in LANGUAGES else "vi")
            for one in body.phones
        ]
        hub.exchange.follow(center.code, told)
    return in_json(200, {"taken": hub.tells_by_text})


def fetch(call: Call) -> Reply:
    """Give a restored center back what it once told."""
    return _said(call.hub.exchange.fetch(_asked(call, call.raw, m.Fetch)))


async def pull(call: Call) -> Reply:
    """Give what is new for a center; hold the answer for a while if there is nothing."""
    raw = call.raw or call.query.get("request", "").encode()
    asked = _asked(call, raw, m.Pull)
    exchange = call.hub.exchange
    ends = asyncio.get_running_loop().time() + call.hub.long_poll_s
    with call.hub.bells.waiting(asked.sender.center) as bell:
        while True:
            bell.quiet()
            answer = await to_thread.run_sync(exchange.pull, asked)
            if not isinstance(answer, m.Feed) or answer.events:
                return _said(answer)
            while not await to_thread.run_sync(exchange.has_after, asked):
                left = ends - asyncio.get_running_loop().time()
                if left <= 0 or call.hub.stopping:
                    return _said(answer)
                await bell.wait(min(LOOK_S, left))
                bell.quiet()


def _asked(call: Call, raw: bytes, kind: type[Message]) -> Message:
    request = read_request(raw)
    if isinstance(request, SyncRefused):
        raise Problem("MESSAGE_REFUSED", {"why": request.why.value})
    if not isinstance(request, kind):
        raise Problem("MESSAGE_REFUSED", {"why": "BAD_MESSAGE"})
    if call.center is None or request.sender.center != call.center.code:
        raise Problem("MESSAGE_REFUSED", {"why": "CENTER_UNKNOWN"})
    return request


def _said(answer: m.Answer) -> Reply:
    return Reply(200, write(answer), JSON)
