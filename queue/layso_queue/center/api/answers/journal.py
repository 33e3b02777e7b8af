"""The journal, page by page."""

from typing import Any

from layso_queue.center.api.answers.base import Answer


class JournalEntry(Answer):
    """One fact, with its place in the hash chain."""

    seq: int
    day: str
    kind: str
    at: str
    command: str
    actor: str
    record: dict[str, Any]
    previous: str
    hash: str


class JournalAnswer(Answer):
    """A page of the journal; `head` is the hash of its last entry."""

    entries: list[JournalEntry]
    last_seq: int
