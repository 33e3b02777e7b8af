"""A simulated day is a day of the real line: replayable, repeatable, and by its rules."""

from dataclasses import replace
from itertools import groupby

import pytest

from layso_queue.line import ServiceDay, apply, events, from_record, to_record, view
from layso_queue.line.plan import HeadStart, Rules
from layso_queue.line.states import CounterState, DayState, Priority, Reason, TicketState
from layso_queue.simulate import (
    Appointments,
    DayRun,
    Description,
    Desk,
    Length,
    Period,
    PriorityShare,
    Service,
    simulate,
    usual_arrivals,
)

HOURS = ((450.0, 690.0), (810.0, 1020.0))
MINUTE = 60_000


@pytest.fixture(scope="module")
def usual() -> Description:
    """About 440 people at seven counters, with lunch, priorities, bookings and no-shows."""
    return Description(
        services=(
            Service(code="A", share=0.4, length=Length(mean=5)),
            Service(code="B", share=0.35, length=Length(mean=7, cv=0.8)),
            Service(code="C", share=0.25, length=Length(mean=6)),
        ),
        desks=(
            *(Desk(number=n, services=("A", "C"), hours=HOURS) for n in (1, 2, 3, 4)),
            *(Desk(number=n, services=("B",), hours=HOURS) for n in (5, 6)),
            Desk(number=7, services=("B", "C"), hours=((480.0, 690.0), (840.0, 960.0))),
        ),
        arrivals=usual_arrivals(400),
        priorities=(PriorityShare(priority=Priority.ELDERLY, share=0.1),),
        no_show=0.08,
        walk=0.5,
        appointments=(Appointments(service="C", slots=tuple(range(480, 680, 5))),),
        rules=Rules(head_starts=(HeadStart(priority=Priority.ELDERLY, minutes=240),)),
    )


@pytest.fixture(scope="module")
def run(usual: Description) -> DayRun:
    return simulate(usual, 1)


def _replayed(run: DayRun) -> ServiceDay:
    day = ServiceDay.before(0)
    for event in run.events:
        apply(day, from_record(to_record(event)))
    return day


def test_a_simulated_journal_replays_to_the_same_bytes(run: DayRun) -> None:
    assert len(run.events) > 1500
    assert view.canonical(_replayed(run)) == view.canonical(run.day)
    assert run.day.state is DayState.CLOSED


def test_the_same_seed_gives_the_same_events(usual: Description, run: DayRun) -> None:
    assert simulate(usual, 1).events == run.events


def test_another_seed_gives_another_day(usual: Description, run: DayRun) -> None:
    assert simulate(usual, 2).events != run.events


def test_no_open_counter_is_idle_while_somebody_waits_for_it(run: DayRun) -> None:
    day = ServiceDay.before(0)
    busy_moments = 0
    for _, together in groupby(run.events, key=lambda event: event.at):
        for event in together:
            apply(day, event)
        for counter in day.counters.values():
            if counter.state is CounterState.OPEN and view.waiting_for(day, counter):
                assert counter.ticket is not None
                busy_moments += 1
    assert busy_moments > 100


def test_everybody_with_a_number_is_called_and_accounted_for(run: DayRun) -> None:
    assert run.turned_away == 0
    assert len(run.waits) == len(run.visits) == len(run.day.tickets)
    missed = sum(visit.missed for visit in run.visits)
    assert 0 < missed == run.day.tally[TicketState.NO_SHOW] + run.day.tally[TicketState.EXPIRED]
    assert run.day.tally[TicketState.SERVED] == len(run.visits) - missed


def test_times_of_a_visit_go_forward_and_the_walk_is_kept(run: DayRun) -> None:
    for visit in run.visits:
        assert visit.called is not None
        assert visit.wait is not None
        assert visit.wait >= 0
        if not visit.missed:
            assert visit.started is not None
            assert visit.finished is not None
            assert visit.started - visit.called == MINUTE // 2
            assert visit.finished > visit.started


def test_somebody_who_never_comes_is_called_twice_and_costs_two_minutes(run: DayRun) -> None:
    called = {e.ticket: e.at for e in run.events if isinstance(e, events.TicketCalled)}
    missed = [e for e in run.events if isinstance(e, events.NoShowMarked)]
    again = [e.ticket for e in run.events if isinstance(e, events.TicketRecalled)]
    assert missed
    assert sorted(again) == sorted(one.ticket for one in missed)
    assert all(one.at - called[one.ticket] == 2 * MINUTE for one in missed)


def test_nobody_is_called_over_lunch(run: DayRun) -> None:
    midnight = run.day.opened_at - 420 * MINUTE
    minutes = [(v.called - midnight) / MINUTE for v in run.visits if v.called is not None]
    assert not [minute for minute in minutes if 690 < minute < 810 or minute < 450]
    assert [minute for minute in minutes if minute == 810]


def test_a_desk_calls_only_in_its_own_hours_and_for_its_own_services(run: DayRun) -> None:
    midnight = run.day.opened_at - 420 * MINUTE
    of_seven = [visit for visit in run.visits if visit.counter == 7]
    assert {visit.service for visit in of_seven} == {"B", "C"}
    called = [(visit.called - midnight) / MINUTE for visit in of_seven if visit.called]
    assert min(called) >= 480
    assert max(called) < 960


def test_bookings_and_priority_are_called_by_the_rules_of_the_line(run: DayRun) -> None:
    why = {e.reason for e in run.events if isinstance(e, events.TicketCalled)}
    assert why == {Reason.OLDEST, Reason.BOOKING, Reason.PRIORITY}
    came = sum(visit.booking is not None for visit in run.visits)
    missed = sum(isinstance(event, events.BookingMissed) for event in run.events)
    assert came + missed == 40
    assert 25 < came < 40


def test_a_full_series_turns_people_away(usual: Description) -> None:
    full = simulate(replace(usual, appointments=(), rules=Rules(series_limit=50)), 1)
    assert len(full.visits) == 150
    assert full.turned_away > 200


def test_one_more_counter_shortens_the_same_peoples_waits(usual: Description) -> None:
    more = (*usual.desks, Desk(number=8, services=("A", "B", "C"), hours=HOURS))
    few, many = simulate(usual, 3), simulate(replace(usual, desks=more), 3)
    came = [{(v.ticket, v.arrived) for v in one.visits} for one in (few, many)]
    assert came[0] == came[1]
    assert sum(many.waits) < 0.8 * sum(few.waits)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"no_show": 0.1, "rules": Rules(start_at_call=True)}, "nobody is missed"),
        ({"services": (Service(code="A", share=0.5, length=Length(mean=5)),)}, "services' shares"),
        ({"desks": ()}, "needs desks"),
        ({"desks": (Desk(number=1, services=("A",), hours=((500.0, 400.0),)),)}, "hours end"),
        ({"priorities": (PriorityShare(priority=Priority.ELDERLY, share=1.1),)}, "priorities'"),
    ],
)
def test_a_description_that_does_not_fit_together_is_refused(
    usual: Description, wrong: dict[str, object], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        replace(usual, **wrong)  # type: ignore[arg-type]


def test_a_day_without_anybody_opens_and_closes(usual: Description) -> None:
    nobody = (Period(start=450.0, end=460.0, people=0.0),)
    run = simulate(replace(usual, arrivals=nobody, appointments=()), 1)
    assert run.visits == ()
    assert run.day.state is DayState.CLOSED
