"""Where an event stands: in which stream, which life of its sender, which place; and the chain."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from layso_queue.sync.events import Event, canonical

FIRST = bytes(32)
"""What the first event names as the hash before it."""


@dataclass(frozen=True, slots=True)
class Head:
    """A place in a stream: the sender's incarnation, the last event's number and its hash.

    An incarnation is one life of a database: a new one begins when it was restored from a backup.
    """

    incarnation: str
    seq: int = 0
    hash: bytes = FIRST


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in its place: `hash` covers it and, by the hash before, all that came earlier."""

    seq: int
    hash: bytes
    event: Event


def next_hash(previous: bytes, event: Event) -> bytes:
    """Return SHA-256 over the hash before and the event's canonical bytes."""
    return hashlib.sha256(previous + canonical(event)).digest()


def chained(seq: int, previous: bytes, events: Iterable[Event]) -> list[Entry]:
    """Return the events in their places after entry `seq`, whose hash is `previous`."""
    entries = []
    for event in events:
        seq += 1
        previous = next_hash(previous, event)
        entries.append(Entry(seq, previous, event))
    return entries
