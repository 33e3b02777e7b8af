"""Never two slips that look like the first: the short form of `bench.reliability.paper`."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bench.reliability import paper, paper_trial
from bench.reliability.paper import QUESTIONS, STANDING
from bench.reliability.paper_trial import SLIP, Broken, Case, Trial, quick

from layso_printing import Cause, Outcome, PrinterTrust, PrintResult, TicketSlip, next_try

SLY = ("near_end", "half", "late_id", "repeat_id", "lie", "twice", "knife")


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Trial]]:
    made = {name: Trial(tmp_path_factory.mktemp("paper"), quick(name)) for name in paper.PROFILES}
    yield made
    for trial in made.values():
        trial.close()


@pytest.fixture(params=paper.PROFILES)
def trial(trials: dict[str, Trial], request: pytest.FixtureRequest) -> Trial:
    """Each profile in turn."""
    return trials[request.param]


def test_a_cable_cut_at_any_byte_gives_at_most_one_slip_of_each_look(trial: Trial) -> None:
    places = [1, 3, 11, 12, 13, 14, 20, 45, 4096 + QUESTIONS, trial.size // 2]
    places += [trial.size + QUESTIONS + behind for behind in (-200, -3, -2, -1, 0, 1, 9, 13)]
    for place in places:
        first = trial.run(Case("break_off", place))[0]
        assert first.outcome is not Outcome.PRINTED or place >= trial.size, place


def test_power_lost_amid_a_slip_gives_no_second_one(trial: Trial) -> None:
    for place in (5, 40, trial.size // 2, trial.size - 3):
        assert trial.run(Case("power", place))[0].outcome is not Outcome.PRINTED


@pytest.mark.parametrize("fault", STANDING)
def test_a_lasting_fault_amid_a_slip_is_never_tried_again_by_itself(
    trials: dict[str, Trial], fault: str
) -> None:
    trial = trials["confirmed-80"]
    results = trial.run(Case(fault, 9000))
    assert results[0].outcome is Outcome.UNKNOWN or results[0].bytes_sent == 0


@pytest.mark.parametrize("fault", SLY)
def test_sly_faults_give_no_second_slip_either(trial: Trial, fault: str) -> None:
    trial.run(Case(fault))


def test_a_second_try_of_what_may_be_out_would_be_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule removed: whatever is not surely printed is printed again, without a mark."""

    def reckless(slip: TicketSlip, result: PrintResult) -> TicketSlip | None:
        return None if result.outcome is Outcome.PRINTED else slip

    monkeypatch.setattr(paper_trial, "next_try", reckless)
    trial = Trial(tmp_path, quick("confirmed-80"))
    try:
        with pytest.raises(Broken, match="two slips that look like the first"):
            trial.run(Case("break_off", trial.size + QUESTIONS + 1))
    finally:
        trial.close()


def result(outcome: Outcome, cause: Cause | None, sent: int) -> PrintResult:
    return PrintResult(outcome, cause, "confirmed", sent, 0.1)


def test_only_what_never_left_is_tried_again_and_once_and_marked() -> None:
    failed = result(Outcome.FAILED, Cause.PAPER_OUT, 0)
    assert next_try(SLIP, failed) == replace(SLIP, reprint=True)
    assert next_try(replace(SLIP, reprint=True), failed) is None
    assert next_try(SLIP, result(Outcome.UNKNOWN, Cause.STALLED, 1)) is None
    assert next_try(SLIP, result(Outcome.PRINTED, None, 900)) is None
    assert next_try(SLIP, result(Outcome.FAILED, Cause.NO_PRINTER, 0)) is None


def test_a_printer_is_suspect_when_more_than_one_in_twenty_do_not_see_their_slip() -> None:
    trust = PrinterTrust()
    for n in range(40):
        trust.printed(f"t{n}")
    for ticket in ("t1", "t2", "t2", "unknown"):
        trust.not_seen(ticket)
    assert not trust.suspect, "two of forty are no more than five percent"
    trust.not_seen("t3")
    assert trust.suspect
    for n in range(40, 60):
        trust.printed(f"t{n}")
    assert not trust.suspect, "three of sixty"
    trust.not_seen("t50")
    assert trust.suspect
    trust.mended()
    assert not trust.suspect


def test_two_people_do_not_make_a_printer_suspect_and_old_slips_are_forgotten() -> None:
    trust = PrinterTrust()
    for n in range(4):
        trust.printed(f"t{n}")
    trust.not_seen("t0")
    trust.not_seen("t1")
    assert not trust.suspect
    trust.not_seen("t2")
    assert trust.suspect
    for n in range(4, 300):
        trust.printed(f"t{n}")
    assert not trust.suspect
