"""Appointments: in time they count an hour before their slot, else from the check-in."""

from collections.abc import Callable

import pytest

from layso_queue.line import Refusal, Refused
from layso_queue.line import commands as c
from layso_queue.line.states import BookingState, Priority, Reason
from line_proof.plans import DAY, MINUTE, SEVEN
from line_proof.town import Town

A_Town = Callable[..., Town]
NINE = 120


def refused(town: Town, kind: type[c.Command] = c.CheckIn, **values: object) -> Refusal:
    if kind is c.CheckIn:
        values = {"ticket": "refused", "code": "b"} | values
    answer = town.ask(kind, **values)
    assert isinstance(answer, Refused)
    return answer.why


@pytest.mark.parametrize("minutes", [NINE - 30, NINE, NINE + 10])
def test_a_check_in_in_time_counts_an_hour_before_the_slot(town: Town, minutes: int) -> None:
    town.book("b", NINE)
    assert town.at(minutes).check_in("an", "b").key == SEVEN + (NINE - 60) * MINUTE


@pytest.mark.parametrize("minutes", [NINE - 30 - 1 / 60_000, NINE + 10 + 1 / 60_000])
def test_a_check_in_early_or_late_counts_from_when_it_was_made(town: Town, minutes: float) -> None:
    town.book("b", NINE)
    checked = town.at(minutes).check_in("an", "b")
    assert checked.key == checked.arrived == SEVEN + round(minutes * MINUTE)


def test_a_booking_gets_a_number_of_the_same_series_and_goes_before(town: Town) -> None:
    town.book("b", NINE)
    town.at(NINE - 59).issue("walks")
    assert town.at(NINE).check_in("an", "b").number == "A002"
    called = town.ok(c.CallNext, counter=1)[0]
    assert (called.ticket, called.reason, called.detail) == ("an", Reason.BOOKING, "09:00")


def test_a_claim_counts_where_it_is_the_better(town: Town) -> None:
    town.book("b", NINE, priority=Priority.ELDERLY)
    assert town.at(NINE).check_in("an", "b").key == SEVEN + (NINE - 240) * MINUTE
    called = town.ok(c.CallNext, counter=1)[0]
    assert (called.reason, called.detail) == (Reason.PRIORITY, "elderly")


def test_a_late_booking_with_a_claim_is_called_for_the_claim(town: Town) -> None:
    town.book("b", NINE, priority=Priority.ELDERLY)
    town.at(NINE + 11).check_in("an", "b")
    assert town.ok(c.CallNext, counter=1)[0].reason is Reason.PRIORITY


def test_a_late_booking_is_called_as_the_oldest(town: Town) -> None:
    town.book("b", NINE)
    town.at(NINE + 11).check_in("an", "b")
    assert town.ok(c.CallNext, counter=1)[0].reason is Reason.OLDEST


def test_a_slot_without_head_start_is_never_worse_than_walking_in(a_town: A_Town) -> None:
    town = a_town(booking_head_start=0)
    town.book("b", NINE)
    checked = town.at(NINE - 30).check_in("an", "b")
    assert checked.key == checked.arrived


@pytest.mark.parametrize("slot", [NINE + 1440, NINE - 1440])
def test_a_booking_of_another_day_is_refused(town: Town, slot: int) -> None:
    town.book("b", slot)
    assert refused(town) is Refusal.BOOKING_WRONG_DAY


def test_the_day_of_a_slot_is_the_local_one(town: Town) -> None:
    town.book("b", -6 * 60)  # 01:00 in Vietnam, still yesterday in UTC
    assert town.check_in("an", "b").number == "A001"


def test_a_used_booking_is_refused(town: Town) -> None:
    town.book("b", NINE)
    town.check_in("an", "b")
    assert refused(town) is Refusal.BOOKING_USED
    assert refused(town, c.CancelBooking, code="b") is Refusal.BOOKING_USED


def test_checking_in_the_same_ticket_again_gives_the_same_number(town: Town) -> None:
    town.book("b", NINE)
    assert town.check_in("an", "b").number == town.check_in("an", "b").number


def test_a_cancelled_booking_is_refused(town: Town) -> None:
    town.book("b", NINE)
    town.ok(c.CancelBooking, code="b")
    assert refused(town) is Refusal.BOOKING_CANCELLED


def test_a_booking_that_nobody_came_for_is_missed_at_closing(town: Town) -> None:
    town.book("b", NINE)
    town.ok(c.CloseDay)
    assert town.day.bookings["b"].state is BookingState.MISSED
    assert refused(town) is Refusal.BOOKING_MISSED


def test_an_unknown_booking_is_refused(town: Town) -> None:
    assert refused(town) is Refusal.BOOKING_UNKNOWN
    assert refused(town, c.CancelBooking, code="b") is Refusal.BOOKING_UNKNOWN


def test_a_code_is_kept_once(town: Town) -> None:
    town.book("b", NINE)
    values = {"code": "b", "service": "copies", "slot": SEVEN + DAY}
    assert refused(town, c.MakeBooking, **values) is Refusal.BOOKING_KNOWN_ALREADY


def test_a_closed_service_takes_no_check_in(town: Town) -> None:
    town.book("b", NINE)
    town.ok(c.CloseService, service="copies", reason="the system is down")
    assert refused(town) is Refusal.SERVICE_CLOSED
    assert town.day.bookings["b"].state is BookingState.BOOKED


def test_a_moved_booking_is_of_its_new_slot(town: Town) -> None:
    town.book("b", NINE)
    town.ok(c.MoveBooking, code="b", service="copies", slot=SEVEN + (NINE + 60) * MINUTE)
    assert town.at(NINE + 60).check_in("an", "b").key == SEVEN + NINE * MINUTE


def test_a_booking_moved_to_another_day_is_of_the_wrong_day_and_is_not_missed(town: Town) -> None:
    town.book("b", NINE)
    town.ok(c.MoveBooking, code="b", service="copies", slot=SEVEN + NINE * MINUTE + DAY)
    assert refused(town) is Refusal.BOOKING_WRONG_DAY
    assert "BookingMissed" not in [type(one).__name__ for one in town.ok(c.CloseDay)]
    assert town.day.bookings["b"].state is BookingState.BOOKED


def test_a_booking_comes_back_to_the_day_that_it_was_moved_from(town: Town) -> None:
    town.book("b", NINE)
    for days in (1, 0):
        slot = SEVEN + NINE * MINUTE + days * DAY
        town.ok(c.MoveBooking, code="b", service="copies", slot=slot)
    assert town.at(NINE).check_in("an", "b").number == "A001"


@pytest.mark.parametrize(
    ("end", "why"),
    [
        (lambda town: town.at(NINE).check_in("an", "b"), Refusal.BOOKING_USED),
        (lambda town: town.ok(c.CancelBooking, code="b"), Refusal.BOOKING_CANCELLED),
    ],
)
def test_what_became_of_a_booking_is_not_moved_any_more(town: Town, end, why) -> None:
    town.book("b", NINE)
    end(town)
    assert refused(town, c.MoveBooking, code="b", service="copies", slot=SEVEN + DAY) is why


def test_a_move_to_where_a_booking_stands_changes_nothing(town: Town) -> None:
    town.book("b", NINE)
    slot = town.day.bookings["b"].slot
    assert town.ok(c.MoveBooking, code="b", service="copies", slot=slot) == []
    assert refused(town, c.MoveBooking, code="b", service="moon", slot=slot) is (
        Refusal.SERVICE_UNKNOWN
    )
