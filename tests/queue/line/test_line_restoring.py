"""After a restore: what slips say comes back, and no number that may be in use is given."""

from typing import Any

import pytest

from layso_queue.line import Refusal, Refused
from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.states import BookingState, Channel
from line_proof.plans import MINUTE, SEVEN
from line_proof.town import Town


def slip(ticket: str, number: str, minutes: float = 0, **values: object) -> dict[str, object]:
    came = SEVEN + round(minutes * MINUTE)
    about = {"ticket": ticket, "number": number, "service": "copies", "arrived": came, "key": came}
    return about | {"id": ticket} | values


def test_a_lost_ticket_comes_back_with_its_number_and_its_place(town: Town) -> None:
    town.at(20).issue("late")
    town.ok(c.RestoreTicket, **slip("an", "A007", 5))
    assert town.ticket("an").number == "A007"
    assert town.order() == ["an", "late"]


def test_said_twice_it_comes_back_once_and_the_first_request_is_answered_with_it(
    town: Town,
) -> None:
    assert len(town.ok(c.RestoreTicket, **slip("an", "A003"))) == 1
    assert town.ok(c.RestoreTicket, **slip("an", "A003")) == []
    assert town.ok(c.RestoreTicket, **slip("an", "A003", id="other")) == []
    assert town.ok(c.IssueTicket, id="an", ticket="an", service="copies") == []
    assert town.day.done["an"].ticket == "an"


def test_the_series_goes_on_after_the_highest_number_that_came_back(town: Town) -> None:
    for ticket, number in (("b", "A009"), ("a", "A004")):
        town.ok(c.RestoreTicket, **slip(ticket, number))
    assert town.issue("new").number == "A010"


def test_an_emergency_number_comes_back_too(town: Town) -> None:
    town.ok(c.RestoreTicket, **slip("an", "Z1-07"))
    assert (town.ticket("an").number, town.ticket("an").channel) == ("Z1-07", Channel.EMERGENCY)
    assert town.issue("new").number == "A001"


def test_a_floor_leaves_out_numbers_once(town: Town) -> None:
    town.issue("an")
    town.ok(c.SetNumberFloor, by=200)
    assert [town.issue(one).number for one in ("b", "c")] == ["A202", "A203"]
    assert town.issue("d", "civil").number == "B201"


def test_numbers_below_the_floor_still_come_back(town: Town) -> None:
    town.ok(c.SetNumberFloor, by=200)
    town.ok(c.RestoreTicket, **slip("an", "A012"))
    assert town.issue("new").number == "A201"


def test_a_floor_can_be_lowered_until_a_number_was_given_above_it(town: Town) -> None:
    town.ok(c.SetNumberFloor, by=200)
    town.ok(c.RestoreTicket, **slip("an", "A012"))
    town.ok(c.SetNumberFloor, by=20)
    assert town.issue("new").number == "A033"
    town.ok(c.SetNumberFloor, by=0)
    assert town.issue("more").number == "A034"


def test_a_floor_never_fills_a_series_up(town: Town) -> None:
    short = Town(series_limit=40)
    short.ok(c.SetNumberFloor, by=200)
    assert short.issue("an").number == "A021"


def test_a_booking_comes_back_checked_in(town: Town) -> None:
    town.book("b", 60)
    town.at(40).ok(c.RestoreTicket, **slip("an", "A005", 40, key=SEVEN, booking="b"))
    assert town.day.bookings["b"].state is BookingState.CHECKED_IN
    town.ok(c.RestoreTicket, **slip("cu", "A006", 40, booking="gone"))
    assert town.ticket("cu").booking is None


def whose(town: Town, ticket: str, code: str = "b", **more: Any) -> list[e.Event]:
    found = {"service": "copies", "slot": SEVEN + 60 * MINUTE} | more
    return town.ok(c.RestoreBooking, code=code, ticket=ticket, **found)


@pytest.mark.parametrize("known", [True, False])
def test_a_ticket_that_came_back_without_its_booking_finds_it(town: Town, known: bool) -> None:
    if known:
        town.book("b", 60)
    town.at(40).ok(c.RestoreTicket, **slip("an", "A005", 40))
    assert [type(one) for one in whose(town, "an")] == [e.BookingRestored]
    booking = town.day.bookings["b"]
    assert (booking.state, booking.ticket) == (BookingState.CHECKED_IN, "an")
    assert booking.slot == SEVEN + 60 * MINUTE
    assert town.ticket("an").booking == "b"
    assert whose(town, "an", id="again") == []
    refused = town.ask(c.CheckIn, ticket="cu", code="b")
    assert isinstance(refused, Refused)
    assert refused.why is Refusal.BOOKING_USED


def test_a_check_in_that_came_back_beats_what_became_of_its_booking(town: Town) -> None:
    town.book("b", 60)
    town.ok(c.CancelBooking, code="b")
    town.ok(c.RestoreTicket, **slip("an", "A005"))
    whose(town, "an")
    assert town.day.bookings["b"].state is BookingState.CHECKED_IN
