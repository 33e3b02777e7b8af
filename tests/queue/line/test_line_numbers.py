"""How numbers are given, written, adopted and never given twice."""

from collections.abc import Callable

import pytest

from layso_queue.line import Refusal, Refused, ServiceDay, apply, decide
from layso_queue.line import commands as c
from layso_queue.line.numbers import emergency, ordinary, parse_emergency
from layso_queue.line.states import Channel
from line_proof.plans import DAY, MINUTE, SEVEN, plan
from line_proof.town import Town

A_Town = Callable[..., Town]


def why(answer: object) -> Refusal | None:
    return answer.why if isinstance(answer, Refused) else None


def test_a_series_begins_with_001_each_day(town: Town) -> None:
    assert [town.issue(one).number for one in ("an", "binh")] == ["A001", "A002"]
    assert town.issue("chi", "civil").number == "B001"


def test_after_999_a_number_has_four_digits() -> None:
    assert [ordinary("A", n) for n in (1, 999, 1000)] == ["A001", "A999", "A1000"]


def test_the_thousandth_person_gets_a1000() -> None:
    day = ServiceDay.before(0)
    orders = [c.OpenDay(id="open", actor="clock", plan=plan())]
    for n in range(1000):
        orders.append(c.IssueTicket(id=f"c{n}", actor="K1", ticket=f"t{n}", service="copies"))
    for order in orders:
        for event in decide(day, order, SEVEN):
            apply(day, event)
    assert [day.tickets[one].number for one in ("t998", "t999")] == ["A999", "A1000"]


def test_a_full_series_gives_no_more(a_town: A_Town) -> None:
    town = a_town(series_limit=2)
    town.issue("an")
    town.issue("binh")
    refused = town.ask(c.IssueTicket, ticket="chi", service="copies")
    assert refused == Refused(Refusal.SERIES_FULL, {"service": "copies", "limit": 2})
    assert town.issue("chi", "civil").number == "B001"


def test_the_same_ticket_under_a_new_command_has_the_same_number(town: Town) -> None:
    assert town.issue("an").number == town.issue("an").number == "A001"
    assert town.issue("binh").number == "A002"


def test_the_same_command_twice_acts_once(town: Town) -> None:
    first = town.ok(c.IssueTicket, id="same", ticket="an", service="copies")
    assert len(first) == 1
    assert town.ok(c.IssueTicket, id="same", ticket="an", service="copies") == []
    assert town.day.done["same"].ticket == "an"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (c.CloseDay, {}),
        (c.IssueTicket, {"ticket": "binh", "service": "copies"}),
        (c.CancelTicket, {"ticket": "an", "reason": "left"}),
    ],
)
def test_the_id_of_another_command_is_refused(town: Town, kind: type, values: dict) -> None:
    town.issue("an", id="taken")
    assert why(town.ask(kind, id="taken", **values)) is Refusal.TICKET_KNOWN_OTHERWISE


def test_the_id_of_a_call_at_another_counter_is_refused(town: Town) -> None:
    town.issue("an")
    town.issue("binh")
    town.ok(c.CallNext, id="taken", counter=1)
    assert why(town.ask(c.CallNext, id="taken", counter=2)) is Refusal.TICKET_KNOWN_OTHERWISE


def test_an_emergency_number_stands_where_its_person_came(town: Town) -> None:
    town.at(10).issue("an")
    held = town.at(60).cut_off("held", "Z1-07", minutes=5)
    assert (held.number, held.channel) == ("Z1-07", Channel.EMERGENCY)
    assert town.order() == ["held", "an"]


@pytest.mark.parametrize("minutes", [-400 * 1440, 400 * 1440])
def test_a_kiosk_clock_gone_wrong_is_held_within_the_day(town: Town, minutes: int) -> None:
    held = town.at(60).cut_off("held", "Z1-07", minutes=minutes)
    assert held.arrived == (SEVEN if minutes < 0 else SEVEN + 60 * MINUTE)


def test_an_emergency_number_handed_over_twice_is_taken_once(town: Town) -> None:
    town.cut_off("held", "Z1-07")
    again = {"ticket": "held", "number": "Z1-07", "service": "copies", "issued_at": SEVEN}
    assert town.ok(c.TakeOverEmergency, **again) == []


def test_a_ticket_issued_normally_adopts_the_number_in_its_persons_hand(town: Town) -> None:
    issued = town.issue("an")
    adopted = town.at(3).cut_off("an", "Z1-07")
    assert (adopted.number, adopted.key) == ("Z1-07", issued.key)
    assert town.day.by_number["A001"] == town.day.by_number["Z1-07"] == "an"
    assert town.issue("binh").number == "A002"


def test_a_ticket_that_is_over_adopts_no_number(town: Town) -> None:
    town.issue("an")
    town.ok(c.CancelTicket, ticket="an", reason="left")
    assert town.cut_off("an", "Z1-07").number == "A001"


@pytest.mark.parametrize("number", ["Z1-00", "Z1-7", "Z1-007", "Z0-01", "A001", "z1-01", "Z1-07\n"])
def test_what_no_kiosk_writes_is_no_emergency_number(town: Town, number: str) -> None:
    values = {"ticket": "held", "number": number, "service": "copies", "issued_at": SEVEN}
    assert why(town.ask(c.TakeOverEmergency, **values)) is Refusal.BAD_EMERGENCY_NUMBER


def test_an_emergency_number_beyond_the_limit_is_refused(a_town: A_Town) -> None:
    town = a_town(emergency_limit=3)
    town.cut_off("third", "Z1-03")
    values = {"ticket": "fourth", "number": "Z1-04", "service": "copies", "issued_at": SEVEN}
    assert why(town.ask(c.TakeOverEmergency, **values)) is Refusal.EMERGENCY_LIMIT


def test_emergency_numbers_are_read_as_they_are_written() -> None:
    assert parse_emergency(emergency("Z12", 7)) == ("Z12", 7)


def test_a_rehearsal_counts_nowhere(town: Town) -> None:
    numbers = [town.ok(c.IssueRehearsal, service="copies")[0].number for _ in range(2)]
    assert numbers == ["?A001", "?A002"]
    assert (town.day.tickets, town.day.by_number, sum(town.day.tally.values())) == ({}, {}, 0)
    assert town.issue("an").number == "A001"


@pytest.mark.parametrize("jump", [-400 * DAY, 400 * DAY, -1])
def test_a_clock_that_jumps_repeats_no_number_and_keeps_the_order(town: Town, jump: int) -> None:
    town.at(30).issue("an")
    town.proof.clock += jump
    assert town.issue("binh").number == "A002"
    town.at(31)
    assert town.issue("chi").number == "A003"
    assert town.order() == ["an", "binh", "chi"]


def test_a_day_opened_again_goes_on_with_its_series(town: Town) -> None:
    town.issue("an")
    town.ok(c.CloseDay)
    town.ok(c.OpenDay, plan=town.plan)
    assert town.issue("binh").number == "A002"
