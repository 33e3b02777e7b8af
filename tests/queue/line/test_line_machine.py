"""All invariants hold after every order, whatever people, staff, clocks and power do."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from layso_queue.line import commands, events, from_record
from line_proof.acts import CALLING, COMING, STAFF, TURNING, VISITING, Acts
from line_proof.plans import DAY, MINUTE, RULES, SEVEN
from line_proof.proof import Proof
from line_proof.walk import walk

pytestmark = pytest.mark.proof

SMALL = st.integers(0, 7)


class ADay(RuleBasedStateMachine):
    """Services share counters; people come, wait, are called, go astray, come back."""

    @initialize(rules=st.sampled_from(RULES))
    def begin(self, rules: object) -> None:
        self.proof = Proof(SEVEN)
        self.acts = Acts(self.proof, rules)

    @rule(name=st.sampled_from(COMING), a=SMALL, b=SMALL)
    def people_come(self, name: str, a: int, b: int) -> None:
        self.acts.do(name, a, b)

    @rule(name=st.sampled_from(CALLING), a=SMALL, b=SMALL)
    def counters_call(self, name: str, a: int, b: int) -> None:
        self.acts.do(name, a, b)

    @rule(name=st.sampled_from(VISITING), a=SMALL, b=SMALL)
    def visits_go_on(self, name: str, a: int, b: int) -> None:
        self.acts.do(name, a, b)

    @rule(name=st.sampled_from(STAFF), a=SMALL, b=SMALL)
    def staff_see_to_things(self, name: str, a: int, b: int) -> None:
        self.acts.do(name, a, b)

    @rule(name=st.sampled_from(TURNING), a=SMALL, b=SMALL)
    def the_day_turns(self, name: str, a: int, b: int) -> None:
        self.acts.do(name, a, b)

    @rule(ms=st.sampled_from((1, 30_000, 9 * MINUTE, 4 * 60 * MINUTE)))
    def time_passes(self, ms: int) -> None:
        self.acts.wait(ms)

    @rule(ms=st.integers(-400 * DAY, 400 * DAY))
    def the_clock_jumps(self, ms: int) -> None:
        self.acts.wait(ms)

    @rule()
    def the_power_fails(self) -> None:
        self.proof.crash()

    @rule(at=st.integers(0, 200))
    def any_prefix_is_replayed(self, at: int) -> None:
        self.proof.crash(at)


def test_all_invariants_hold_at_every_step() -> None:
    run_state_machine_as_test(
        ADay,
        settings=settings(
            max_examples=60,
            stateful_step_count=40,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_all_invariants_hold_along_a_long_walk_in_which_everything_happens() -> None:
    done, happened = set(), set()
    of_older_journals = {"CallUndone", "FinishUndone"}
    facts = set(events.__all__) - {"Event", "TicketEvent"} - of_older_journals
    orders = set(commands.__all__) - {"Command", "TicketCommand"}
    for seed in range(1, 7):  # which of them meets what is rare changes with every new act
        for proof in walk(seed, 120):
            happened |= {type(from_record(one)).__name__ for one in proof.records()}
            done |= {type(one).__name__ for one in proof.commands if one.id in proof.day.done}
        if (happened, done) == (facts, orders):
            break
    assert happened == facts
    assert done == orders
