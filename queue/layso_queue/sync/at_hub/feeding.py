"""The hub's answer to a center that pulls: what is new, or all bookings to come."""

from layso_queue.sync.at_hub.places import free_known
from layso_queue.sync.at_hub.receiving import fenced
from layso_queue.sync.at_hub.storage import HubSide
from layso_queue.sync.messages import Feed, Pull, PullAnswer, Snapshot, Superseded
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import acknowledge
from layso_queue.sync.positions import Head

STILL_TO_COME_MS = 86_400_000
"""A slot this long ago still counts as to come: its person may be in the line right now."""


def feed(side: HubSide, pull: Pull, at: Moment) -> PullAnswer:
    """Answer a pull. What it has is acknowledged: places given up before are free now, once all is
    here that the center did before it knew.

    A place that this hub never reached shows that the hub itself was rolled back without being
    told: it begins a new incarnation, and freezes until its centers have told all again.
    """
    received = side.inbox.log.head()
    if received is not None and fenced(received, pull.sender, at.rules):
        return Superseded(received.incarnation, at.now)
    head = _head(side)
    after = pull.after
    if after is None or (after.incarnation != head.incarnation and at.rules.hub_begins_anew):
        return _snapshot(side, at)
    known = side.outbox.hash_at(after.seq)
    if at.rules.hub_begins_anew and (after.seq > head.seq or known not in (None, after.hash)):
        side.begin_anew()
        return _snapshot(side, at)
    if known is None and after.seq < head.seq:
        return _snapshot(side, at)  # away for longer than entries are kept
    acknowledge(side.outbox, after.seq, at.now, at.rules)
    if (received.seq if received else 0) >= pull.told:
        # Whoever came before the center knew that she had given up is known here by now.
        free_known(side, after.seq, at)
    events = tuple(entry.event for entry in side.outbox.after(after.seq, pull.limit))
    return Feed(Head(head.incarnation, after.seq, after.hash), events, at.now)


def _snapshot(side: HubSide, at: Moment) -> Snapshot:
    bookings = tuple(side.books.bookings_from(at.now - STILL_TO_COME_MS))
    return Snapshot(_head(side), bookings, at.now)


def _head(side: HubSide) -> Head:
    head = side.outbox.head()
    if head is None:
        raise RuntimeError("the stream to a center begins when the center is enrolled")
    return head
