"""Tell the other side a fact: numbered and chained in the transaction that keeps the fact."""

from collections.abc import Sequence

from layso_queue.sync.events import Event
from layso_queue.sync.positions import Entry, Head, chained
from layso_queue.sync.rules import ALL, Rules
from layso_queue.sync.storage import KEEP_DAYS, Log

_DAY_MS = 86_400_000


def tell(log: Log, event: Event, now: int) -> Entry:
    """Add the event to the end of an outgoing stream and return its entry; `now` in ms."""
    (entry,) = tell_all(log, [event], now)
    return entry


def tell_all(log: Log, events: Sequence[Event], now: int) -> list[Entry]:
    """Add several events, in their order, and note the end once; return their entries."""
    head = log.head()
    if head is None:
        raise RuntimeError("an outgoing stream has an incarnation from its first day")
    entries = chained(head.seq, head.hash, events)
    for entry in entries:
        log.add(entry, now)
    if entries:
        log.set_head(Head(head.incarnation, entries[-1].seq, entries[-1].hash))
    return entries


def acknowledge(log: Log, seq: int, now: int, rules: Rules = ALL) -> None:
    """Note up to where the other side has the stream, and drop what it has had for long enough.

    A side that was restored asks for the rest again. `now` is by the hub's clock, on both sides: a
    center's own may jump by a year and would drop too much.
    """
    log.set_acked(seq, now)
    log.forget(now - KEEP_DAYS * _DAY_MS if rules.kept_after_ack else now + 1)


def marks(log: Log) -> tuple[tuple[int, bytes], ...]:
    """Return (seq, hash) of the stream, from its end back, ever further apart, down to 0."""
    head = log.head()
    seq, step, found = (head.seq if head else 0), 1, []
    while seq > 0:
        hash = log.hash_at(seq)
        if hash is not None:
            found.append((seq, hash))
        seq, step = seq - step, step * 2
    return (*found, (0, bytes(32)))
