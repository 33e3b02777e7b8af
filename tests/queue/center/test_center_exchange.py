"""The exchange on the center's own database: against the trial's hub, crashes and all."""

from dataclasses import replace
from functools import partial

import pytest

from exchange_link import SLOT, linked
from layso_queue.center.storage import Archive
from layso_queue.line.states import BookingState
from layso_queue.sync import Booking, Kind, SyncRefusal, SyncRefused
from layso_queue.sync.at_center import telling
from layso_queue.sync.at_hub import selling
from layso_queue.sync.inbox import take_in, try_again
from layso_queue.sync.outbox import acknowledge, tell
from layso_queue.sync.positions import Entry
from layso_queue.sync.trial.world import DAY


@pytest.fixture
def link(tmp_path):
    with linked(tmp_path) as found:
        yield found


def test_a_web_booking_stands_in_the_lines_book_of_its_day(link):
    booking = link.sell()
    link.settle()
    archive = Archive(link.file)
    kept = archive.booking(booking.code)
    assert (kept.id, kept.service, kept.slot, kept.cancelled_at) == (booking.id, "A", SLOT, None)
    selling.cancel(link.hub.part("26041"), booking.id, link.at)
    link.settle()
    assert archive.booking(booking.code).cancelled_at is not None
    archive.close()
    with link.begin() as side:
        assert side.booking(booking.id).state is BookingState.CANCELLED
        assert side.booking(booking.id).name == "Lê Thị Ánh"


def test_a_moved_booking_moves_in_the_lines_book(link):
    booking = link.sell()
    with link.begin() as side:
        telling.set_quota(side, "A", SLOT + DAY, False, 1, link.at)
    link.settle()
    selling.reschedule(link.hub.part("26041"), booking.id, "A", SLOT + DAY, link.at)
    link.settle()
    archive = Archive(link.file)
    assert archive.booking(booking.code).slot == SLOT + DAY
    assert archive.booking(booking.code).day > "2026"
    archive.close()


def test_both_ends_name_the_same_hash_and_what_was_sold_is_counted(link):
    assert isinstance(link.sell(), Booking)
    assert isinstance(link.sell(), Booking)
    assert link.sell() == SyncRefused(SyncRefusal.NO_PLACE_LEFT)
    with link.begin() as side:
        telling.set_quota(side, "A", SLOT, False, 0, link.at)
    link.settle()
    with link.begin() as side:
        assert telling.places_of_web(side, "A", SLOT) == 2
        assert side.outbox.head() == link.hub.part("26041").inbox.log.head()
        assert side.outbox.acked() == side.outbox.head().seq
        assert side.bookings_from(SLOT) == sorted(side.bookings_from(0), key=lambda b: b.slot)


def test_a_transaction_that_fails_keeps_nothing(link):
    def lease_and_die():
        with link.begin() as side:
            telling.set_quota(side, "A", SLOT, False, 9, link.at)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        lease_and_die()
    with link.begin() as side:
        assert telling.places_of_web(side, "A", SLOT) == 2
        head = side.outbox.head()
    with link.begin() as side:
        assert side.outbox.head() == head


def test_what_is_set_aside_stays_in_order_with_its_reason(link):
    refusing = [SyncRefused(SyncRefusal.BOOKING_UNKNOWN, {"booking": "x"})]
    at = link.at
    events = [at.event(Kind.BOOKING_CANCELLED, entity, 2, {}) for entity in ("x", "x", "y")]
    with link.begin() as side:
        for n, event in enumerate(events):
            effect = partial(lambda said, _: said, refusing[0] if event.entity == "x" else None)
            assert take_in(side.inbox, Entry(n + 1, bytes(32), event), effect, at)
    with link.begin() as side:
        aside = side.inbox.aside()
        assert [one.entry.event for one in aside] == events[:2]
        assert aside[0].refused == refusing[0]
        assert aside[1].refused.why is SyncRefusal.WAITS_FOR_EARLIER
        assert try_again(side.inbox, lambda _: None, at) == 2
        assert side.inbox.aside() == []
        assert side.inbox.seen(events[2].id)


def test_facts_are_dropped_35_days_after_the_hub_has_them_but_for_the_last(link):
    with link.begin() as side:
        for _ in range(3):
            tell(side.outbox, link.at.event(Kind.CLOSURE_LIFTED, "c", 1, {}), link.world.now)
    link.settle()
    with link.begin() as side:
        last = side.outbox.head().seq
        acknowledge(side.outbox, last, link.world.now + 40 * DAY)
        assert [one.seq for one in side.outbox.after(0, 100)] == [last]


def test_a_booking_of_the_hub_replaces_no_other_with_its_id(link):
    booking = link.sell()
    link.settle()
    with link.begin() as side:
        came = replace(side.booking(booking.id), state=BookingState.CHECKED_IN, ticket="t")
        side.keep_booking(came)
        assert side.booking(booking.id) == came
        assert len(side.bookings_from(0)) == 1
