"""Bookings and leases: what both sides make of facts, in whatever order these come."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from layso_queue.line.states import BookingState
from layso_queue.sync.backoff import LONGEST_S, Backoff
from layso_queue.sync.bookings import Booking, settle
from layso_queue.sync.clocks import Offset
from layso_queue.sync.leases import Lease, answered, grant, lease_key, told

BOOKED = Booking(id="b", code="c", service="A", slot=9)
CANCELLED = replace(BOOKED, state=BookingState.CANCELLED, version=2)
MOVED = replace(BOOKED, slot=11, version=2)
MISSED = replace(BOOKED, state=BookingState.MISSED)
CAME = replace(BOOKED, state=BookingState.CHECKED_IN, ticket="t", number="A001")
KEY = lease_key("A", 9)


def after(*facts: Booking) -> Booking:
    known: Booking | None = None
    for fact in facts:
        known = settle(known, fact)
    assert known is not None
    return known


def test_a_person_in_the_hall_beats_a_cancel_and_a_move() -> None:
    assert after(BOOKED, CANCELLED, CAME).state is BookingState.CHECKED_IN
    moved = after(BOOKED, MOVED, CAME)
    assert (moved.state, moved.slot, moved.number) == (BookingState.CHECKED_IN, 9, "A001")
    assert after(BOOKED, CAME, CANCELLED).state is BookingState.CHECKED_IN


def test_who_gave_up_has_not_missed_and_who_moved_may_still_come() -> None:
    assert after(BOOKED, MISSED, CANCELLED).state is BookingState.CANCELLED
    assert after(BOOKED, MISSED, MOVED).state is BookingState.BOOKED
    assert after(BOOKED, MISSED).state is BookingState.MISSED


def test_facts_in_any_order_and_twice_end_alike() -> None:
    for facts in permutations((BOOKED, CANCELLED, MOVED, MISSED, CAME)):
        end = after(*facts)
        assert (end.state, end.slot, end.number, end.version) == (CAME.state, 9, "A001", 2)
        assert after(*facts, *facts) == end


BOOKINGS = st.builds(
    Booking,
    id=st.just("b"),
    code=st.sampled_from(("", "c")),
    service=st.just("A"),
    slot=st.integers(1, 3),
    version=st.integers(1, 3),
    state=st.sampled_from(BookingState),
    ticket=st.sampled_from(("", "t1", "t2")),
    number=st.sampled_from(("", "A001", "A002")),
)


def test_both_sides_keep_the_same_of_two_numbers_for_one_ticket() -> None:
    other = replace(CAME, number="A002")
    assert settle(CAME, other).number == settle(other, CAME).number == "A001"


@given(BOOKINGS, BOOKINGS)
def test_two_sides_agree_on_state(one: Booking, other: Booking) -> None:
    here, there = settle(one, other), settle(other, one)
    assert here.state == there.state
    assert here.version == there.version
    assert settle(here, other) == here


def test_a_smaller_lease_counts_only_once_the_hub_has_answered() -> None:
    mine = grant(None, KEY, 5)
    mine = grant(mine, KEY, 2)
    assert mine.counted == 5
    assert answered(mine, 3, mine.version).counted == 3


def test_an_answer_to_an_older_word_changes_nothing() -> None:
    mine = grant(grant(grant(None, KEY, 5), KEY, 1), KEY, 4)
    assert answered(mine, 1, 2) == mine
    assert answered(mine, 4, 3).counted == 4


def test_the_hub_keeps_what_it_has_sold_and_sells_no_more() -> None:
    lease = replace(told(None, KEY, 5, 1), sold=4)
    lease = told(lease, KEY, 2, 2)
    assert lease.kept() == 4
    assert not lease.may_sell()
    assert told(lease, KEY, 9, 1) == lease


def test_nothing_is_sold_without_a_lease() -> None:
    assert not Lease(key=KEY).may_sell()


def test_tries_become_rarer_up_to_five_minutes_and_are_spread() -> None:
    backoff = Backoff()
    assert backoff.wait(0.5) == 0
    waits = []
    for _ in range(30):
        backoff.failed()
        waits.append((backoff.wait(0.0), backoff.wait(1.0)))
    assert waits[0] == (1.0, 2.0)
    assert waits[-1] == (LONGEST_S / 2, LONGEST_S)
    assert waits == sorted(waits)
    backoff.succeeded()
    assert backoff.wait(1.0) == 0


def test_a_clock_is_warned_of_beyond_two_minutes() -> None:
    offset = Offset()
    assert (offset.ms, offset.warns) == (None, False)
    offset.measure(sent=1_000_000, got=1_000_400, hub=1_000_000)
    assert (offset.ms, offset.warns) == (200, False)
    offset.measure(sent=1_000_000, got=1_000_400, hub=1_130_200)
    assert (offset.ms, offset.warns) == (-130_000, True)
