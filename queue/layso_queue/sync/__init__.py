"""The messages that center and hub both speak, and the rules of their exchange. Pure.

Nothing in here opens a database, a connection or a clock: who uses it passes an open transaction,
the time in ms since the epoch, ids and randomness.

A **hub** implements `at_hub.storage.HubSide` (one center's rows, locked, in one open transaction)
and answers three requests of a center, which it decodes with `wire.read_request` and encodes with
`wire.write`:

- `Push`:  `at_hub.receiving.receive(side, push, now, new_id)`
- `Fetch`: `at_hub.receiving.give_back(side, fetch, now)`
- `Pull`:  `at_hub.feeding.feed(side, pull, now)`; an empty `Feed` is held up to `LONG_POLL_S`.

It sells through `at_hub.selling`: `hold`, `book`, `cancel`, `reschedule`, `release`, each in the
same kind of transaction, so that the sale and its event are kept together or not at all.

A **center** implements `at_center.storage.CenterSide` and drives `at_center.link.Link`: ask it for
the next request, send that, give it the answer or the failure, wait as long as it says. Facts are
told with `outbox.tell(log, event, now)` in the transaction that keeps them.

`token` signs and verifies bookings' QR codes; `trial` is the simulator around all of this.
"""

from layso_queue.sync.bookings import Booking, settle
from layso_queue.sync.events import DOWN, UP, Event, Kind
from layso_queue.sync.positions import FIRST, Entry, Head, chained, next_hash
from layso_queue.sync.refusals import SyncRefusal, SyncRefused

__all__ = [
    "DOWN",
    "FIRST",
    "UP",
    "Booking",
    "Entry",
    "Event",
    "Head",
    "Kind",
    "SyncRefusal",
    "SyncRefused",
    "chained",
    "next_hash",
    "settle",
]
