"""The envelope of an event that came from outside, checked before anything else looks at it."""

import re
from collections.abc import Mapping
from typing import Any

import orjson

from layso_queue.sync.events import Event

MOST_PAYLOAD = 65_536
"""Bytes of one payload as JSON."""

DEEPEST = 12
"""Levels of lists and objects in a payload."""

MOST_INTEGER = 2**53

UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_KIND = re.compile(r"[a-z]{1,30}\.[a-z_]{1,30}")
ENTITY = re.compile(r"[A-Za-z0-9:._\-]{1,120}")
_NAMES = frozenset({"id", "kind", "entity", "version", "occurred_at", "payload"})


def read_event(value: Any) -> Event:
    """Return the event; raise ValueError for a bad envelope.

    A kind or a payload that this program does not know passes: it is set aside later, so that one
    strange event does not stop all others. The envelope has no room for more names, because its
    bytes are what the chain of hashes covers.
    """
    if not isinstance(value, Mapping) or value.keys() != _NAMES:
        raise ValueError("not an event")
    payload = value["payload"]
    if not isinstance(payload, Mapping):
        raise ValueError("a payload is an object")
    _look_into(payload, DEEPEST)
    if len(orjson.dumps(payload)) > MOST_PAYLOAD:
        raise ValueError("a payload is too large")
    return Event(
        id=_matching(UUID7, value["id"]),
        kind=_matching(_KIND, value["kind"]),
        entity=_matching(ENTITY, value["entity"]),
        version=_natural(value["version"]),
        occurred_at=_natural(value["occurred_at"]),
        payload=payload,
    )


def _matching(pattern: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or pattern.fullmatch(value) is None:
        raise ValueError("a word has the wrong form")
    return value


def _natural(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST_INTEGER:
        raise ValueError("not a natural number")
    return value


def _look_into(value: Any, levels: int) -> None:
    if levels == 0:
        raise ValueError("a payload is too deep")
    if isinstance(value, Mapping):
        for one in value.values():
            _look_into(one, levels - 1)
    elif isinstance(value, list):
        for one in value:
            _look_into(one, levels - 1)
    elif isinstance(value, float):
        # Two writers may print one fraction differently, and the hashes would disagree.
        raise ValueError("a payload has a fraction")
    elif isinstance(value, int) and abs(value) > MOST_INTEGER:
        raise ValueError("a number is too large")
