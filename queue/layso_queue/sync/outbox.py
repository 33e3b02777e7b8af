"""Tell the other side a fact: numbered and chained in the transaction that keeps the fact."""

from layso_queue.sync.events import Event
from layso_queue.sync.moment import Moment
from layso_queue.sync.positions import Entry, Head, next_hash
from layso_queue.sync.storage import KEEP_DAYS, Log

_DAY_MS = 86_400_000


def tell(log: Log, event: Event, now: int) -> Entry:
    """Add the event to the end of an outgoing stream and return its entry; `now` in ms."""
    head = log.head()
    if head is None:
        raise RuntimeError("an outgoing stream has an incarnation from its first day")
    entry = Entry(head.seq + 1, next_hash(head.hash, event), event)
    log.add(entry, now)
    log.set_head(Head(head.incarnation, entry.seq, entry.hash))
    return entry


def tidy(log: Log, up_to: int, at: Moment) -> None:
    """Drop entries before `up_to` that were kept long enough: a restored side asks for them again.

    Entry `up_to` itself stays: its hash is what the next one names.
    """
    days = KEEP_DAYS * _DAY_MS if at.rules.kept_after_ack else 0
    log.forget(up_to - 1, at.now - days + (0 if days else 1))


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
