"""Whatever has just happened, an estimate can be made, and it goes from low over middle to high."""

import random
from dataclasses import replace

import pytest

from layso_queue.forecast import Calendar, Learned, Today, estimate
from layso_queue.line import ServiceDay
from layso_queue.line.events import Event
from layso_queue.line.states import CounterState
from layso_queue.simulate import demo_center, simulate


@pytest.mark.parametrize("passed_limit", [0, 3])
def test_every_moment_of_a_busy_day_has_an_estimate(passed_limit: int) -> None:
    chance = random.Random(passed_limit)
    center = demo_center()
    center = replace(center, rules=replace(center.rules, passed_limit=passed_limit))
    today, asked = Today(Learned()), 0

    def saw(day: ServiceDay, event: Event) -> None:
        nonlocal asked
        today.take(event)
        if chance.random() > 0.03:
            return
        asked += 1
        known = today if asked % 2 else Today(Learned())
        made = estimate(day, event.at, calendar=Calendar(), today=known, runs=6)
        waiting = {place[2] for line in day.by_service.values() for place in line}
        assert set(made.tickets) == waiting
        served = {
            code
            for counter in day.counters.values()
            if counter.state is not CounterState.CLOSED
            for code in counter.services
        }
        for (service, _), forecast in made.arrivals.items():
            assert (forecast is not None) == (service in served)
        for forecast in (*made.tickets.values(), *made.arrivals.values()):
            if forecast is not None:
                assert 0 <= forecast.low <= forecast.median <= forecast.high <= 600

    simulate(center, 1950, saw)
    assert asked > 40


def test_who_was_passed_as_often_as_the_rule_allows_is_next() -> None:
    center = replace(demo_center(), rules=replace(demo_center().rules, passed_limit=1))
    nexts: list[float] = []

    def saw(day: ServiceDay, event: Event) -> None:
        due = [one for one in day.tickets.values() if one.passed_by >= 1 and one.state == "waiting"]
        if len(due) == 1 and len(nexts) < 5:
            made = estimate(day, event.at, runs=6)
            own = made.tickets[due[0].id]
            others = [
                made.tickets[place[2]]
                for place in day.by_service[due[0].service]
                if place[2] != due[0].id
            ]
            assert own is not None
            nexts.append(own.median - min((one.median for one in others if one), default=600.0))

    simulate(center, 1951, saw)
    assert nexts
    assert max(nexts) <= 0.01
