"""The exchange step by step: what each side answers, and why."""

from dataclasses import replace
from functools import partial
from typing import Any

from layso_queue.line.states import BookingState
from layso_queue.sync.at_center import telling
from layso_queue.sync.at_hub import selling
from layso_queue.sync.at_hub.effects import take_effect
from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import Kind
from layso_queue.sync.inbox import try_again
from layso_queue.sync.messages import Ack, Push
from layso_queue.sync.outbox import tell
from layso_queue.sync.positions import Head
from layso_queue.sync.refusals import SyncRefusal, SyncRefused
from layso_queue.sync.trial.world import BEGIN, HOUR

SLOT = BEGIN + 9 * HOUR


def test_a_booking_reaches_the_center_and_its_check_in_the_hub(pair: Any) -> None:
    booking = pair.sold()
    pair.settle()
    may = telling.may_check_in(pair.hall.booking(booking.id), booking)
    assert isinstance(may, Booking)
    telling.check_in(pair.hall, may, "t", "A001", pair.post.moment())
    pair.settle()
    kept = pair.part.booking(booking.id)
    assert kept is not None
    assert (kept.state, kept.number) == (BookingState.CHECKED_IN, "A001")


def test_no_more_is_sold_than_leased(pair: Any) -> None:
    assert [type(pair.sell()) for _ in range(3)] == [Booking, Booking, SyncRefused]


def test_a_place_given_up_is_sold_again_when_the_center_knows(pair: Any) -> None:
    first, _ = pair.sold(), pair.sold()
    pair.settle()
    selling.cancel(pair.part, first.id, pair.province.moment())
    assert pair.sell() == SyncRefused(SyncRefusal.NO_PLACE_LEFT)
    pair.settle()
    assert isinstance(pair.sell(), Booking)


def test_a_place_is_not_sold_again_while_who_came_before_the_cancel_is_not_told(pair: Any) -> None:
    first, _ = pair.sold(), pair.sold()
    pair.settle()
    selling.cancel(pair.part, first.id, pair.province.moment())
    may = telling.may_check_in(pair.hall.booking(first.id), first)
    assert isinstance(may, Booking)
    telling.check_in(pair.hall, may, "t", "A001", pair.post.moment())
    pair.pull()
    pair.pull()
    assert pair.sell() == SyncRefused(SyncRefusal.NO_PLACE_LEFT)
    pair.settle()
    assert pair.sell() == SyncRefused(SyncRefusal.NO_PLACE_LEFT)


def test_a_lost_answer_leads_to_no_second_effect(pair: Any) -> None:
    pair.hall.issue("t1", "kiosk")
    request = pair.post.up.next(pair.hall, pair.post.moment(), None)
    assert isinstance(request, Push)
    assert isinstance(pair.province.serve(request), Ack)
    assert isinstance(pair.push(), Ack)
    assert pair.province.store.table("26041.tally") == {"issued": 1}


def test_one_strange_event_stops_no_others_but_those_of_its_entity(pair: Any) -> None:
    at, outbox = pair.post.moment(), pair.hall.outbox
    for needs in (2, 1):
        document = {"document": {"needs": needs, "edition": needs}}
        tell(outbox, at.event(Kind.CATALOGUE_SET, "catalogue", 3 - needs, document), at.now)
    tell(outbox, replace(at.event(Kind.CLOSURE_LIFTED, "x", 1, {}), kind="ticket.sung"), at.now)
    pair.hall.issue("t1", "kiosk")
    pair.settle()
    aside = [one.refused.why for one in pair.part.inbox.aside()]
    unknown, waits = SyncRefusal.KIND_UNKNOWN, SyncRefusal.WAITS_FOR_EARLIER
    assert aside == [unknown, waits, unknown]
    assert "t1" in pair.province.store.table("26041.tickets")
    pair.province.program = 2
    part = pair.part
    now = pair.province.moment()
    assert try_again(part.inbox, partial(take_effect, part, at=now), now) == 2
    assert pair.province.store.table("26041.catalogue")["catalogue"][0] == 2
    assert [one.entry.event.kind for one in part.inbox.aside()] == ["ticket.sung"]


def test_a_remote_number_is_given_by_the_center_once(pair: Any) -> None:
    telling.set_quota(pair.hall, "A", BEGIN, True, 1, pair.post.moment())
    pair.settle()
    at = pair.province.moment()
    assert selling.hold(pair.part, "A", BEGIN, True, at) is None
    booking = Booking(id=pair.world.new_id(), code="c", service="A", slot=BEGIN, remote=True)
    selling.book(pair.part, booking, at)
    pair.settle()
    kept = pair.part.booking(booking.id)
    assert kept is not None
    assert (kept.state, kept.number) == (BookingState.CHECKED_IN, "A001")
    pair.hall.inbox.log.set_head(Head("another life of the hub"))
    pair.settle()
    assert pair.hall.last_number(0) == 1


def test_a_token_is_used_once_and_an_old_one_names_the_new_time(pair: Any) -> None:
    booking = pair.sold()
    came = replace(booking, state=BookingState.CHECKED_IN, ticket="t", number="A001")
    said = telling.may_check_in(came, booking)
    assert said == SyncRefused(SyncRefusal.TOKEN_USED, {"number": "A001"})
    moved = replace(booking, slot=SLOT + HOUR, version=2)
    said = telling.may_check_in(moved, booking)
    assert said == SyncRefused(SyncRefusal.BOOKING_MOVED, {"slot": SLOT + HOUR})
    assert telling.may_check_in(booking, moved) == moved
    assert telling.may_check_in(None, booking) == booking
