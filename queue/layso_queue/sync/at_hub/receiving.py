"""The hub's answer to a center that pushes, or asks for its own facts back."""

from functools import partial

from layso_queue.sync.at_hub.effects import take_effect
from layso_queue.sync.at_hub.storage import HubSide
from layso_queue.sync.inbox import take_in
from layso_queue.sync.messages import (
    Ack,
    Behind,
    Fetch,
    FetchAnswer,
    Push,
    PushAnswer,
    Returned,
    Rewind,
    Sender,
    Superseded,
)
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import acknowledge, marks
from layso_queue.sync.positions import Entry, Head, chained
from layso_queue.sync.rules import Rules


def fenced(head: Head | None, sender: Sender, rules: Rules) -> bool:
    """Return whether another copy of the center has taken over from this one."""
    if head is None or not rules.fence:
        return False
    return head.incarnation not in (sender.incarnation, *sender.lineage)


def receive(side: HubSide, push: Push, at: Moment) -> PushAnswer:
    """Take a push in and answer it; the answer may be sent once the transaction is committed."""
    log = side.inbox.log
    head = log.head()
    if head is not None and fenced(head, push.sender, at.rules):
        return Superseded(head.incarnation, at.now)
    head = head or Head(push.sender.incarnation)
    if at.rules.no_gaps and push.base_seq > head.seq:
        return Rewind(head.seq, head.hash, at.now)
    entries = chained(push.base_seq, push.prev_hash, push.events)
    if at.rules.hashes_agree and not _agrees(side, push, entries, head):
        return Behind(head.seq, head.hash, marks(log), at.now)
    after = _take_all(side, entries, head, at)
    taking_over = push.sender.incarnation != head.incarnation
    log.set_head(Head(push.sender.incarnation, after.seq, after.hash))
    _note_status(side, push, taking_over)
    acknowledge(log, after.seq, at.now, at.rules)
    return Ack(after.seq, after.hash, at.now)


def give_back(side: HubSide, fetch: Fetch, at: Moment) -> FetchAnswer:
    """Give a restored center what it told before; it takes over with its next push."""
    log = side.inbox.log
    head = log.head()
    if head is None:
        return Returned(fetch.sender.incarnation, (), False, at.now, side.incarnation)
    if fenced(head, fetch.sender, at.rules):
        return Superseded(head.incarnation, at.now)
    known = log.hash_at(fetch.after)
    if known is None or (at.rules.hashes_agree and known != fetch.hash):
        return Behind(head.seq, head.hash, marks(log), at.now)
    entries = tuple(log.after(fetch.after, fetch.limit))
    more = fetch.after + len(entries) < head.seq
    return Returned(head.incarnation, entries, more, at.now, side.incarnation)


def _agrees(side: HubSide, push: Push, entries: list[Entry], head: Head) -> bool:
    log = side.inbox.log
    if push.base_seq <= head.seq and log.hash_at(push.base_seq) != push.prev_hash:
        return False
    # Only a copy that knows all we know may take over: it would forget the rest.
    if push.sender.incarnation != head.incarnation and push.base_seq + len(entries) < head.seq:
        return False
    return all(log.hash_at(one.seq) == one.hash for one in entries if one.seq <= head.seq)


def _take_all(side: HubSide, entries: list[Entry], head: Head, at: Moment) -> Head:
    effect = partial(take_effect, side, at=at)
    in_order = entries
    if not at.rules.by_sequence:
        in_order = sorted(entries, key=lambda one: one.event.occurred_at)
    for entry in in_order:
        if not take_in(side.inbox, entry, effect, at):
            break
        if entry.seq > head.seq:
            side.inbox.log.add(entry, at.now)
            head = Head(head.incarnation, entry.seq, entry.hash)
    return head


def _note_status(side: HubSide, push: Push, taking_over: bool) -> None:
    if push.status is None:
        return
    known = side.books.status()
    # An older one that was held up on its way would stand until the next heartbeat.
    if known is None or taking_over or push.status.n > known.n:
        side.books.keep_status(push.status)
