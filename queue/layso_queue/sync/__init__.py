"""The messages that center and hub both speak, and the rules of their exchange. Pure.

Nothing in here opens a database, a connection or a clock: who uses it passes an open transaction,
the time in ms since the epoch, ids and randomness.

A **hub** implements `at_hub.storage.HubSide` (one center's rows, locked, in one open transaction)
and answers three requests of a center, which it decodes with `wire.read_request` and encodes with
`wire.write`:

- `Push`:  `at_hub.receiving.receive(side, push, at)`
- `Fetch`: `at_hub.receiving.give_back(side, fetch, at)`
- `Pull`:  `at_hub.feeding.feed(side, pull, at)`; an empty `Feed` is held up to `LONG_POLL_S`.

`at` is a `Moment(now, new_id)`. It sells through `at_hub.selling`: `hold` then `book` or `release`,
`cancel`, `reschedule`, each in the same kind of transaction, so that the sale and its event are
kept together or not at all. After a restore from a backup it calls `side.begin_anew()`: every
center is frozen until its `echo.done` has come.

A **center** implements `at_center.storage.CenterSide` and drives `at_center.uplink.Uplink` (push,
fetch) and `at_center.downlink.Downlink` (pull): ask for the next request, send it, give it the
answer or the failure, wait as long as `backoff` says. It tells its facts in the transactions that
make them: through `at_center.telling` those of places and bookings, through `outbox.tell` the rest.
After a restore from a backup it calls `at_center.lives.begin_life` before its first number.

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
