"""The hash chain over the journal: an entry edited, deleted or moved breaks it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

FIRST = bytes(32)
"""What the first entry names as the hash before it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the journal. `record` holds the canonical JSON bytes of the event."""

    seq: int
    day: str
    kind: str
    at: int
    command: str
    actor: str
    record: bytes
    previous: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Broken:
    """The first bad entry, and how: "edited", or "out_of_place" (deleted, moved, inserted)."""

    seq: int
    how: str


def next_hash(
    previous: bytes, seq: int, day: str, kind: str, at: int, command: str, actor: str, record: bytes
) -> bytes:
    """Return the SHA-256 over the hash before and every column, each told apart by its length."""
    head = f"{seq}|{day}|{kind}|{at}|{len(command)}|{command}|{len(actor)}|{actor}|".encode()
    return hashlib.sha256(previous + head + record).digest()


def first_broken(entries: Iterable[Entry], seq: int = 0, head: bytes = FIRST) -> Broken | None:
    """Walk `entries`, which must follow entry `seq` with hash `head`; None if the chain holds."""
    for entry in entries:
        if entry.seq != seq + 1 or entry.previous != head:
            return Broken(entry.seq, "out_of_place")
        if not isinstance(entry.record, bytes) or _made(entry) != entry.hash:
            return Broken(entry.seq, "edited")
        seq, head = entry.seq, entry.hash
    return None


def _made(entry: Entry) -> bytes:
    return next_hash(
        entry.previous,
        entry.seq,
        entry.day,
        entry.kind,
        entry.at,
        str(entry.command),
        str(entry.actor),
        entry.record,
    )
