"""Counters of a simulated day: officers' paces, breaks, lunch, an early close, hours and days."""

from dataclasses import replace
from itertools import groupby
from typing import Any

import pytest

from layso_queue.line import events
from layso_queue.simulate import (
    Breaks,
    DayRun,
    Description,
    Desk,
    Effects,
    Law,
    Length,
    Period,
    Service,
    simulate,
)
from layso_queue.simulate.policies import with_officers, with_paces

MINUTE = 60_000
HOURS = ((450.0, 690.0), (810.0, 1020.0))


@pytest.fixture(scope="module")
def plain() -> Description:
    """Visits of exactly four minutes at two counters that are never idle for long."""
    return Description(
        services=(Service(code="A", share=1.0, length=Length(mean=4, law=Law.FIXED)),),
        desks=tuple(Desk(number=n, services=("A",), hours=HOURS) for n in (1, 2)),
        arrivals=(Period(start=440, end=660, people=100), Period(start=800, end=980, people=80)),
    )


def _minute(run: DayRun, at: int) -> float:
    return (at - run.day.opened_at) / MINUTE + run.description.opens


def _takes(run: DayRun) -> dict[int, set[float]]:
    found: dict[int, set[float]] = {}
    for visit in run.visits:
        assert visit.finished is not None
        assert visit.started is not None
        assert visit.counter is not None
        minutes = (visit.finished - visit.started) / MINUTE
        found.setdefault(visit.counter, set()).add(round(minutes, 4))
    return found


def test_a_slow_officer_takes_longer_for_the_same_visits(plain: Description) -> None:
    run = simulate(with_paces(plain, {1: 1.5, 2: 0.75}), 1)
    assert _takes(run) == {1: {6.0}, 2: {3.0}}


def test_officers_are_drawn_once_and_lie_around_one(plain: Description) -> None:
    many = replace(plain, desks=tuple(replace(plain.desks[0], number=n) for n in range(1, 201)))
    drawn = [desk.pace for desk in with_officers(many, 0.2, seed=3).desks]
    assert drawn == [desk.pace for desk in with_officers(many, 0.2, seed=3).desks]
    assert sum(drawn) / 200 == pytest.approx(1.0, abs=0.06)
    assert 0.13 < (sum((pace - 1) ** 2 for pace in drawn) / 200) ** 0.5 < 0.27


def test_tired_hours_and_the_day_itself_stretch_every_visit_alike(plain: Description) -> None:
    tired = Effects(hours=((600.0, 690.0, 1.5),))
    run = simulate(replace(plain, effects=tired), 1)
    for visit in run.visits:
        assert visit.finished is not None
        assert visit.started is not None
        late = 600 <= _minute(run, visit.started) < 690
        assert (visit.finished - visit.started) / MINUTE == (6.0 if late else 4.0)
    factors = [simulate(replace(plain, effects=Effects(day_cv=0.2)), seed) for seed in range(3)]
    takes = [next(iter(_takes(one)[1])) / 4 for one in factors]
    assert all(len(_takes(one)[1]) == 1 for one in factors)
    assert len(set(takes)) == 3
    assert all(0.5 < factor < 1.9 for factor in takes)


def test_breaks_begin_after_the_visit_under_way_and_last_their_time(plain: Description) -> None:
    breaks = Breaks(a_day=3, length=Length(mean=6, law=Law.FIXED))
    run = simulate(replace(plain, breaks=breaks), 1)
    took = 0
    for number in (1, 2):
        mine = [e for e in run.events if getattr(e, "counter", None) == number]
        for i, event in enumerate(mine):
            if isinstance(event, events.CounterPaused) and event.reason == "break":
                follow = mine[i + 1 :]
                ends = next(e.at for e in follow if isinstance(e, events.CounterResumed))
                busy = [e.at for e in follow if isinstance(e, events.ServiceFinished)]
                free = busy[0] if _serving(mine[:i]) else event.at
                at_lunch = _minute(run, ends) >= 690 > _minute(run, event.at)
                assert ends - free == 6 * MINUTE or (at_lunch and ends - free < 6 * MINUTE)
                took += 1
    assert took >= 3


def _serving(mine: list[Any]) -> bool:
    last = [e for e in mine if isinstance(e, events.ServiceStarted | events.ServiceFinished)]
    called = [e for e in mine if isinstance(e, events.TicketCalled)]
    done = sum(isinstance(e, events.ServiceFinished) for e in last)
    return len(called) > done


def test_lunch_says_so_and_ends_for_every_counter_at_its_own_minute(plain: Description) -> None:
    early = replace(plain.desks[1], hours=((450.0, 660.0), (780.0, 1020.0)))
    busy = Breaks(a_day=6)
    run = simulate(replace(plain, desks=(plain.desks[0], early), breaks=busy), 2)
    lunches = {
        (event.counter, _minute(run, event.at))
        for event in run.events
        if isinstance(event, events.CounterPaused) and event.reason == "lunch"
    }
    assert lunches == {(1, 690.0), (2, 660.0)}
    back = {
        (event.counter, _minute(run, event.at))
        for event in run.events
        if isinstance(event, events.CounterResumed) and _minute(run, event.at) in (780, 810)
    }
    assert back == {(1, 810.0), (2, 780.0)}


def test_a_counter_may_close_early_but_never_the_last_of_a_service(plain: Description) -> None:
    two = (
        Service(code="A", share=0.8, length=plain.services[0].length),
        Service(code="B", share=0.2, length=plain.services[0].length),
    )
    desks = (plain.desks[0], replace(plain.desks[1], services=("A", "B")))
    day = replace(plain, services=two, desks=desks, breaks=Breaks(early=1.0, early_by=40))
    for seed in range(5):
        run = simulate(day, seed)
        closed = {
            e.counter: _minute(run, e.at) for e in run.events if isinstance(e, events.CounterClosed)
        }
        assert 980 <= closed[1] < 1025, "within forty minutes, or when its last visit is over"
        assert closed[2] == max(closed.values())
        assert all(visit.finished for visit in run.visits)


def test_nobody_is_called_to_a_counter_that_pauses(plain: Description) -> None:
    run = simulate(replace(plain, breaks=Breaks(a_day=5, early=0.5)), 7)
    open_at: dict[int, bool] = {}
    calls = 0
    for event in run.events:
        if isinstance(event, events.CounterOpened | events.CounterResumed):
            open_at[event.counter] = True
        elif isinstance(event, events.CounterPaused | events.CounterClosed):
            open_at[event.counter] = False
        elif isinstance(event, events.TicketCalled):
            assert open_at[event.counter]
            calls += 1
    assert calls == len(run.visits)


def test_an_observer_sees_every_event_on_the_living_day(plain: Description) -> None:
    seen: list[events.Event] = []
    waited: list[int] = []

    def watch(day: Any, event: events.Event) -> None:
        assert day.seq == event.seq
        seen.append(event)
        waited.append(len(day.by_service["A"]))

    run = simulate(plain, 1, watch)
    assert tuple(seen) == run.events == simulate(plain, 1).events
    assert max(waited) > 2
    assert len(list(groupby(waited))) > 50


def test_officers_sign_for_what_their_counters_do(plain: Description) -> None:
    named = replace(plain.desks[1], officer="hoa")
    run = simulate(replace(plain, desks=(plain.desks[0], named), breaks=Breaks(a_day=2)), 1)
    signed = {
        (event.counter, event.actor)
        for event in run.events
        if getattr(event, "counter", None) is not None
    }
    assert signed == {(1, "nv01"), (2, "hoa")}
    others = {e.actor for e in run.events if getattr(e, "counter", None) is None}
    assert others == {"house"}


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Breaks, {"a_day": -1.0}),
        (Breaks, {"early_by": -1.0}),
        (Effects, {"day_cv": -0.1}),
        (Effects, {"hours": ((600.0, 500.0, 1.1),)}),
        (Effects, {"hours": ((500.0, 600.0, 0.0),)}),
    ],
)
def test_what_is_less_than_nothing_is_refused(kind: type[Any], wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"none or more|above zero"):
        kind(**wrong)
