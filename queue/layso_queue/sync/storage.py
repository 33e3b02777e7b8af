"""What the exchange needs of a database: small protocols that center and hub implement.

Every object here lives inside one open transaction, which whoever calls the exchange opened and
will commit or roll back. Nothing here commits. The first call on a `Log` or an `Inbox` must lock
its row (`BEGIN IMMEDIATE`, `SELECT ... FOR UPDATE`) until the end of that transaction: numbers come
from a row that is locked, never from a serial column.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from layso_queue.sync.positions import Entry, Head
from layso_queue.sync.refusals import SyncRefused

KEEP_DAYS = 35
"""How long an entry is kept after the other side has it."""


class Log(Protocol):
    """A stream of numbered events: what was sent, or what was received, of one center."""

    def head(self) -> Head | None:
        """Return the end of the stream; None for a stream of received events that never began."""

    def set_head(self, head: Head) -> None:
        """Note the end of the stream."""

    def add(self, entry: Entry, at: int) -> None:
        """Keep an entry; `at` in ms since the epoch. The same `seq` a second time is an error."""

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        """Return at most `limit` kept entries that follow entry `seq`, in order."""

    def hash_at(self, seq: int) -> bytes | None:
        """Return the hash of entry `seq`, FIRST for 0, None for one that is not kept."""

    def cut(self, seq: int) -> None:
        """Drop every entry after `seq` (to number them anew)."""

    def acked(self) -> int:
        """Return up to which entry the other side has it; 0 at first."""

    def set_acked(self, seq: int, at: int) -> None:
        """Note it, and `at` (ms, the hub's clock) for each entry that it covers for the first time.

        It may go back: the other side was restored.
        """

    def forget(self, before: int) -> None:
        """Drop entries that the other side has had since before that time (ms, the hub's clock);
        never the last one it has: its hash is what the next one names."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """An event that this side cannot take, and why; in the order in which they came."""

    entry: Entry
    refused: SyncRefused


class Inbox(Protocol):
    """What has come from the other side."""

    @property
    def log(self) -> Log:
        """The received stream, kept `KEEP_DAYS` (a hub gives it back to a restored center)."""

    def seen(self, id: str) -> bool:
        """Return whether the event had its effect already."""

    def mark_seen(self, id: str, at: int) -> None:
        """Note that it had."""

    def blocked(self, entity: str) -> bool:
        """Return whether an event of this entity is set aside."""

    def set_aside(self, one: SetAside, at: int) -> None:
        """Put an event aside, for staff to see; the same id again replaces it."""

    def aside(self) -> Sequence[SetAside]:
        """Return all that is set aside, oldest first."""

    def taken_up(self, id: str) -> None:
        """Drop an event from what is set aside."""
