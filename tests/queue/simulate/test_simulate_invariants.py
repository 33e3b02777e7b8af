"""The line's twelve invariants hold on simulated days, and each rule's removal is seen there."""

from typing import Any

import pytest
from bench.reliability.days.__main__ import watch
from bench.reliability.days.cases import cases
from bench.reliability.days.rules import Broken
from bench.reliability.days.sabotage import RULES, seen
from bench.reliability.days.taking import Take
from bench.reliability.days.trial import Trial

from layso_queue.line import ServiceDay, commands
from layso_queue.simulate import Description, Size, simulate, sized_center
from layso_queue.simulate.policies import with_services
from line_proof.proof import Proof


def test_no_invariant_is_broken_on_thirty_days_under_five_sets_of_rules() -> None:
    found = watch(days=30, seed=5)
    assert found["passed"], found
    assert found["days"] == 30
    assert len(found["by_rules"]) == 5  # type: ignore[arg-type]
    assert int(str(found["tickets"])) > 6000


@pytest.mark.parametrize(("invariant", "rule"), RULES, ids=lambda one: getattr(one, "__name__", ""))
def test_a_rule_taken_away_is_seen_within_a_few_days(invariant: int, rule: Take) -> None:
    found = seen(rule, days=10, seed=1)
    assert found is not None, "nobody noticed"
    assert invariant in found[1].which


def test_the_rules_cover_all_twelve_invariants() -> None:
    assert {invariant for invariant, _ in RULES} == set(range(1, 13))


def test_the_watch_makes_mistakes_of_staff_on_every_day() -> None:
    for _, description, own in cases(days=2, seed=1):
        trial = Trial(description, own)
        run = trial.play()
        assert trial.slips.tried > 10
        assert len(run.visits) > 60


@pytest.fixture
def small() -> Description:
    """Thirty people at three counters, two of which serve the same."""
    center = with_services(sized_center(Size.S), 3, ("H", "X", "N", "E", "A", "L", "M", "K", "S"))
    return with_services(center, 2, ("A", "S", "H"))


def test_the_slower_proof_of_the_line_agrees_about_a_small_day(small: Description) -> None:
    proof = Proof(clock=0)

    def decide(day: ServiceDay, command: commands.Command, now: int) -> Any:
        proof.clock = now
        return proof.do(command)

    run = simulate(small, 1, decide=decide)
    assert len(run.visits) > 20
    assert [one.seq for one in run.events] == [record["seq"] for record in proof.records()]


def test_a_fault_that_only_the_day_shows_is_seen(small: Description) -> None:
    trial = Trial(small, 1)

    def forget(day: ServiceDay, command: commands.Command, now: int) -> Any:
        if isinstance(command, commands.FinishService) and len(day.tickets) > 3:
            day.tickets[command.ticket].dossiers += 1
        return trial.decide(day, command, now)

    with pytest.raises(Broken, match="replayed otherwise"):
        trial.watched(simulate(small, 1, trial.saw, forget))
