"""What people do on a simulated day: they are sent on, copy, leave, come back, come with more."""

from collections import Counter as Tally
from dataclasses import replace
from typing import Any

import pytest

from layso_queue.line import events
from layso_queue.line.states import Priority, Reason, TicketState
from layso_queue.simulate import (
    Appointments,
    DayRun,
    Description,
    Desk,
    Dossiers,
    Law,
    Leaving,
    Length,
    Parking,
    Period,
    PriorityShare,
    Returning,
    Service,
    Transfer,
    simulate,
)

MINUTE = 60_000
HOURS = ((450.0, 690.0), (810.0, 1020.0))


@pytest.fixture(scope="module")
def plain() -> Description:
    """Two services of exactly five minutes at three counters, and nothing that disturbs."""
    five = Length(mean=5, law=Law.FIXED)
    return Description(
        services=(
            Service(code="A", share=0.5, length=five),
            Service(code="B", share=0.5, length=five),
        ),
        desks=(
            Desk(number=1, services=("A",), hours=HOURS),
            Desk(number=2, services=("B",), hours=HOURS),
            Desk(number=3, services=("A", "B"), hours=HOURS),
        ),
        arrivals=(Period(start=450, end=680, people=110), Period(start=800, end=960, people=60)),
    )


def _of(run: DayRun, kind: Any) -> list[Any]:
    return [event for event in run.events if isinstance(event, kind)]


def test_a_habit_of_nobody_leaves_the_day_as_it_was(plain: Description) -> None:
    odd = replace(
        plain,
        transfers=(Transfer(service="A", to="B", share=0.0),),
        parking=(Parking(service="A", share=0.0),),
        dossiers=Dossiers(share=0.0),
        leaving=Leaving(share=0.0),
    )
    assert simulate(odd, 4).events == simulate(plain, 4).events


def test_people_sent_on_keep_their_number_and_are_served_at_both_desks(plain: Description) -> None:
    run = simulate(replace(plain, transfers=(Transfer(service="A", to="B", share=0.3),)), 1)
    sent = _of(run, events.TicketTransferred)
    issued = sum(visit.service == "A" for visit in run.visits)
    assert 0.15 < len(sent) / issued < 0.45
    assert {event.service for event in sent} == {"B"}
    starts = Tally(event.ticket for event in _of(run, events.ServiceStarted))
    assert {starts[event.ticket] for event in sent} == {2}
    assert run.day.tally[TicketState.SERVED] == len(run.visits)


def test_who_goes_to_copy_is_back_after_a_while_and_near_the_front(plain: Description) -> None:
    away = Length(mean=9, law=Law.FIXED)
    run = simulate(replace(plain, parking=(Parking(service="B", share=0.4, away=away),)), 1)
    went = {event.ticket: event.at for event in _of(run, events.TicketParked)}
    back = {event.ticket: event.at for event in _of(run, events.TicketResumed)}
    assert len(went) > 20
    assert {back[ticket] - at for ticket, at in went.items()} == {9 * MINUTE}
    resumed = {e.ticket for e in _of(run, events.TicketCalled) if e.reason is Reason.RESUMED}
    assert resumed == set(went)


def test_a_parked_visit_takes_as_long_in_all_as_one_in_a_single_piece(plain: Description) -> None:
    run = simulate(replace(plain, parking=(Parking(service="B", share=1.0, before=0.25),)), 1)
    at: dict[str, int] = {}
    takes: Tally[str] = Tally()
    for event in run.events:
        if isinstance(event, events.ServiceStarted):
            at[event.ticket] = event.at
        elif isinstance(event, events.TicketParked | events.ServiceFinished):
            takes[event.ticket] += event.at - at[event.ticket]
    assert set(takes.values()) == {5 * MINUTE}


def test_who_loses_patience_leaves_at_that_minute_unless_she_was_called(plain: Description) -> None:
    patience = Length(mean=2, law=Law.FIXED)
    run = simulate(replace(plain, leaving=Leaving(share=0.5, patience=patience)), 1)
    left = [visit for visit in run.visits if visit.left is not None]
    assert len(left) > 10
    assert {visit.left - visit.arrived for visit in left if visit.left} == {2 * MINUTE}
    assert all(visit.called is None for visit in left)
    assert run.day.tally[TicketState.CANCELLED] == len(left)


def test_who_was_not_there_comes_back_with_the_old_key_or_as_the_last(plain: Description) -> None:
    gone = replace(plain, no_show=0.2, returning=Returning(share=0.8))
    run = simulate(gone, 2)
    missed = {event.ticket: event.at for event in _of(run, events.NoShowMarked)}
    keys = {event.ticket: event.key for event in _of(run, events.TicketIssued)}
    returned = _of(run, events.TicketReturned)
    soon = [e for e in returned if e.at - missed[e.ticket] <= 15 * MINUTE]
    late = [e for e in returned if e.at - missed[e.ticket] > 15 * MINUTE]
    assert soon
    assert late
    assert all(event.key == keys[event.ticket] for event in soon)
    assert all(event.key == event.at for event in late)
    assert {v.ticket for v in run.visits if v.returned} == {event.ticket for event in returned}
    assert all(v.finished for v in run.visits if v.returned)


def test_several_dossiers_are_on_the_ticket_and_take_longer(plain: Description) -> None:
    run = simulate(replace(plain, dossiers=Dossiers(share=0.3, more=4, each=0.5)), 1)
    many = {e.ticket: e.dossiers for e in _of(run, events.TicketIssued)}
    assert 0.15 < sum(n > 1 for n in many.values()) / len(many) < 0.45
    for visit in run.visits:
        assert visit.finished is not None
        assert visit.started is not None
        assert visit.finished - visit.started == 5 * MINUTE * (1 + 0.5 * (many[visit.ticket] - 1))


def test_a_part_of_the_morning_stands_at_the_door_and_takes_numbers_at_once(
    plain: Description,
) -> None:
    run = simulate(replace(plain, at_door=0.2), 1)
    opening = run.day.opened_at
    after = [visit.arrived - opening for visit in run.visits]
    at_door = [ms for ms in after if ms % 9000 == 0]
    assert at_door == [9000 * i for i in range(len(at_door))]
    assert 0.12 < len(at_door) / sum(ms < 270 * MINUTE for ms in after) < 0.35


def test_bookings_have_claims_of_their_own_and_some_are_missed(plain: Description) -> None:
    slots = tuple(480.0 + 2 * i for i in range(100))
    claims = (PriorityShare(priority=Priority.MERIT, share=0.5),)
    kept = Appointments(service="A", slots=slots, show=0.85, priorities=claims)
    run = simulate(replace(plain, appointments=(kept,)), 1)
    made = _of(run, events.BookingMade)
    assert 30 < sum(event.priority is Priority.MERIT for event in made) < 70
    assert 5 <= len(_of(run, events.BookingMissed)) <= 28
    of = {event.code: event.priority for event in made}
    came = [visit for visit in run.visits if visit.booking is not None]
    assert all(visit.priority is of[visit.booking] for visit in came if visit.booking)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"transfers": (Transfer(service="A", to="A", share=0.1),)}, "another service"),
        ({"transfers": (Transfer(service="A", to="Q", share=0.1),)}, "no such service: Q"),
        ({"parking": (Parking(service="A", share=1.2),)}, "from zero to one"),
        ({"at_door": -0.1}, "from zero to one"),
        ({"desks": (Desk(number=1, services=("A",), hours=HOURS),)}, "no desk serves B"),
        ({"desks": (Desk(number=1, services=("A", "B"), hours=HOURS, pace=0.0),)}, "above zero"),
    ],
)
def test_a_habit_that_cannot_be_is_refused(
    plain: Description, wrong: dict[str, Any], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        replace(plain, **wrong)
