"""Messages as JSON bytes, and back: whatever comes in, a message or a refusal comes out."""

from typing import Any

import orjson

from layso_queue.sync import messages as m
from layso_queue.sync.refusals import SyncRefusal, SyncRefused
from layso_queue.sync.shapes import reader
from layso_queue.sync.status import MOST_ALERTS, MOST_STRETCHES

MOST_SERVICES = 200

_REQUESTS: dict[str, Any] = {"push": m.Push, "fetch": m.Fetch, "pull": m.Pull}
_ANSWERS: dict[str, Any] = {
    "ack": m.Ack,
    "rewind": m.Rewind,
    "behind": m.Behind,
    "superseded": m.Superseded,
    "returned": m.Returned,
    "feed": m.Feed,
    "snapshot": m.Snapshot,
}
_WORDS = {kind: word for word, kind in (_REQUESTS | _ANSWERS).items()}


def write(message: m.Request | m.Answer) -> bytes:
    """Return the message in JSON: bytes as hexadecimal text, the type first."""
    body = orjson.dumps(message, default=bytes.hex)
    return b'{"type":"%s",%s' % (_WORDS[type(message)].encode(), body[1:])


def read_request(data: bytes) -> m.Request | SyncRefused:
    """Return what a center asks, or NOT_JSON, BAD_MESSAGE or MESSAGE_TOO_LARGE."""
    message: m.Request | SyncRefused = _read(data, _REQUESTS)
    if isinstance(message, m.Push) and len(message.events) > m.MOST_EVENTS:
        return SyncRefused(SyncRefusal.MESSAGE_TOO_LARGE, {"events": len(message.events)})
    if isinstance(message, m.Push | m.Fetch | m.Pull) and not _sane(message):
        return SyncRefused(SyncRefusal.BAD_MESSAGE, {"why": "a number out of range"})
    return message


def read_answer(data: bytes) -> m.Answer | SyncRefused:
    """Return what the hub said, or NOT_JSON, BAD_MESSAGE or MESSAGE_TOO_LARGE."""
    message: m.Answer | SyncRefused = _read(data, _ANSWERS)
    return message


def _read(data: bytes, known: dict[str, Any]) -> Any:
    if len(data) > m.MOST_BYTES:
        return SyncRefused(SyncRefusal.MESSAGE_TOO_LARGE, {"bytes": len(data)})
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError:
        return SyncRefused(SyncRefusal.NOT_JSON)
    word = value.get("type") if isinstance(value, dict) else None
    if not isinstance(word, str) or word not in known:
        return SyncRefused(SyncRefusal.BAD_MESSAGE, {"why": "the type is not known"})
    try:
        return reader(known[word])(value)
    except ValueError as fault:
        return SyncRefused(SyncRefusal.BAD_MESSAGE, {"why": str(fault)[:200]})


def _sane(message: m.Push | m.Fetch | m.Pull) -> bool:
    sender = message.sender
    if not (sender.center and sender.incarnation) or len(sender.lineage) > m.MOST_LIVES:
        return False
    if isinstance(message, m.Push):
        return message.base_seq >= 0 and (message.status is None or _fair(message))
    if message.limit < 1 or message.limit > m.MOST_EVENTS:
        return False
    if isinstance(message, m.Fetch):
        return message.after >= 0
    return message.told >= 0 and (message.after is None or message.after.seq >= 0)


def _fair(push: m.Push) -> bool:
    status = push.status
    if status is None:
        return True
    few = len(status.services) <= MOST_SERVICES and len(status.alerts) <= MOST_ALERTS
    lines = (*(one.line or () for one in status.services), *(one.line for one in status.bound))
    few = few and len(status.bound) <= MOST_SERVICES
    return status.n >= 0 and few and all(len(line) <= MOST_STRETCHES for line in lines)
