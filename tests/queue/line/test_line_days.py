"""Opening, closing and opening again; dates; services that give no numbers."""

from collections.abc import Callable

import pytest

from layso_queue.line import Refusal, Refused, ServiceDay, apply
from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.applying import OutOfOrder
from layso_queue.line.plan import Rules
from line_proof.plans import USUAL, plan
from line_proof.town import Town

A_Town = Callable[..., Town]


def test_closing_expires_who_waits_is_away_or_was_not_there(town: Town) -> None:
    for one in ("parked", "gone", "waits"):
        town.issue(one)
    town.ok(c.ParkTicket, ticket=town.serve(), reason="to copy")
    town.lose(town.next())
    town.ok(c.CloseDay)
    assert {town.ticket(one).state.value for one in ("waits", "parked", "gone")} == {"expired"}


def test_who_is_at_a_counter_at_closing_is_served_to_the_end(town: Town) -> None:
    town.issue("served")
    town.issue("called")
    town.serve(1)
    town.next(2)
    town.ok(c.CloseDay)
    town.finish("served")
    town.ok(c.StartService, ticket="called")
    town.finish("called")
    assert {one.state.value for one in town.day.tickets.values()} == {"served"}


@pytest.mark.parametrize("away", [False, True])
def test_a_settled_day_leaves_nobody_on_the_way(town: Town, away: bool) -> None:
    town.issue("served")
    town.issue("called")
    town.serve(1)
    town.next(2)
    town.ok(c.CloseDay)
    if away:
        town.lose("called")
    told = town.ok(c.SettleDay)
    states = {one.id: one.state.value for one in town.day.tickets.values()}
    assert states == {"served": "served", "called": "expired"}
    assert [one.outcome for one in told if isinstance(one, e.ServiceFinished)] == ["left_open"]
    assert all(one.ticket is None for one in town.day.counters.values())
    assert town.ok(c.SettleDay) == [], "there is nobody left to settle"


def test_a_day_is_not_settled_while_people_come(town: Town) -> None:
    refused = town.ask(c.SettleDay)
    assert isinstance(refused, Refused)
    assert refused.why is Refusal.DAY_OPEN_ALREADY


def test_a_closed_day_sends_nobody_on(town: Town) -> None:
    town.issue("an")
    town.serve()
    town.ok(c.CloseDay)
    for kind, values in (
        (c.ParkTicket, {"reason": "to copy"}),
        (c.TransferTicket, {"reason": "also", "service": "land"}),
    ):
        assert town.ask(kind, ticket="an", **values) == Refused(Refusal.DAY_CLOSED)


def test_a_call_is_not_undone_in_a_closed_day_where_nobody_would_call_again(town: Town) -> None:
    town.issue("an")
    town.next()
    town.ok(c.CloseDay)
    assert town.ask(c.Undo, ticket="an") == Refused(Refusal.DAY_CLOSED)


def test_nobody_comes_back_to_a_closed_day(town: Town) -> None:
    town.issue("an")
    town.next()
    town.ok(c.CloseDay)
    town.lose("an")
    assert town.ask(c.ReturnTicket, ticket="an") == Refused(Refusal.DAY_CLOSED)


def test_an_earlier_date_is_refused_unless_it_is_confirmed(a_town: A_Town) -> None:
    town = a_town(open_all=False, last_date="2026-11-24")
    refused = town.ask(c.OpenDay, plan=town.plan)
    about = {"date": "2026-11-23", "last": "2026-11-24"}
    assert refused == Refused(Refusal.DATE_GOES_BACK, about)
    assert len(town.ok(c.OpenDay, plan=town.plan, confirmed=True)) == 1


def test_a_date_that_was_is_not_begun_again_even_if_confirmed(a_town: A_Town) -> None:
    town = a_town(open_all=False, last_date="2026-11-23")
    refused = town.ask(c.OpenDay, plan=town.plan, confirmed=True)
    assert isinstance(refused, Refused)
    assert refused.why is Refusal.DATE_GOES_BACK


def test_the_next_date_opens_after_the_last(a_town: A_Town) -> None:
    town = a_town(open_all=False, last_date="2026-11-22")
    town.ok(c.OpenDay, plan=town.plan)
    assert town.day.last_date == "2026-11-23"


def test_a_new_date_never_begins_in_a_closed_day(town: Town) -> None:
    town.ok(c.CloseDay)
    refused = town.ask(c.OpenDay, plan=plan(date="2026-11-24"))
    assert refused == Refused(Refusal.DAY_CLOSED)


def test_a_closed_service_gives_numbers_again_once_reopened(town: Town) -> None:
    town.ok(c.CloseService, service="copies", reason="the system is down")
    refused = town.ask(c.IssueTicket, ticket="an", service="copies")
    about = {"service": "copies", "reason": "the system is down"}
    assert refused == Refused(Refusal.SERVICE_CLOSED, about)
    town.ok(c.ReopenService, service="copies")
    assert town.issue("an").number == "A001"


def test_reopening_an_open_service_says_nothing(town: Town) -> None:
    assert town.ok(c.ReopenService, service="copies") == []


def test_who_waits_for_a_service_that_closes_is_still_called(town: Town) -> None:
    town.issue("an")
    town.ok(c.CloseService, service="copies", reason="the system is down")
    assert town.next() == "an"


def test_a_pause_ends_with_the_reason_gone(town: Town) -> None:
    town.ok(c.PauseCounter, counter=1, reason="a break")
    assert (town.day.counters[1].state.value, town.day.counters[1].reason) == ("paused", "a break")
    town.ok(c.ResumeCounter, counter=1)
    assert (town.day.counters[1].state.value, town.day.counters[1].reason) == ("open", "")


def test_a_journal_with_a_gap_is_not_applied(town: Town) -> None:
    event = town.ok(c.IssueTicket, ticket="an", service="copies")[0]
    with pytest.raises(OutOfOrder):
        apply(ServiceDay.before(0), event)


def test_a_day_not_opened_has_no_plan() -> None:
    with pytest.raises(RuntimeError):
        _ = ServiceDay.before(0).opened_plan


def test_a_place_that_is_not_in_a_line_cannot_be_taken_out(town: Town) -> None:
    with pytest.raises(LookupError):
        town.day.by_service["copies"].remove((1, 2, "nobody"))


def test_a_class_takes_the_first_rule_that_names_it() -> None:
    assert Rules(head_starts=USUAL.head_starts).head_start(USUAL.head_starts[0].priority) == 240
