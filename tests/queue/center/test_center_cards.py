"""A booking is let in by its person's ID card."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from card_line import NUMBER, book, card_line, scan
from hub_beside import Wire
from hub_place import CENTER, at
from layso_queue.hub.persons import card_key_of

pytestmark = pytest.mark.anyio
OTHER = "075190000012"


@pytest.fixture
def line(working: Any, hub_model: Path, tmp_path: Path) -> Iterator[Wire]:
    with card_line(working, hub_model, tmp_path) as wire:
        yield wire


async def test_one_booking_is_let_in_at_once(line):
    booked = await book(line, "05 09:30")
    status, said = await scan(line)
    assert (status, said["number"], said["channel"]) == (201, "A001", "web")
    assert said["appointment"] == {"slot": "2026-10-05T09:30:00.000+07:00", "came": "in_time"}
    await line.up()
    assert line.hub.sale.booking(booked.code).number == "A001"


async def test_a_lost_answer_is_given_again_by_the_same_id(line):
    await book(line, "05 09:30")
    id = line.place.new_id()
    first = await scan(line, id=id)
    await line.up()  # by now the booking counts as used everywhere
    again = await scan(line, id=id)
    assert (again[0], again[1]["number"]) == (200, first[1]["number"])


async def test_of_several_bookings_the_person_chooses(line):
    await book(line, "05 14:00", "H")
    await book(line, "05 09:30", "A")
    status, said = await scan(line)
    assert (status, said["code"]) == (409, "BOOKING_CHOOSE")
    assert [(one["service"], one["at"]) for one in said["bookings"]] == [
        ("A", "09:30"),
        ("H", "14:00"),
    ]
    status, ticket = await scan(line, booking=said["bookings"][1]["id"])
    assert (status, ticket["service"]) == (201, "H")
    status, ticket = await scan(line)
    assert (status, ticket["service"]) == (201, "A"), "only one is left"


async def test_another_card_has_no_booking(line):
    await book(line, "05 09:30")
    status, said = await scan(line, OTHER)
    assert (status, said["code"]) == (409, "CARD_WITHOUT_BOOKING")


async def test_a_number_taken_from_home_is_shown(line):
    await book(line, "05 00:00", remote=True)
    status, said = await scan(line)
    assert (status, said["number"]) == (200, "A001")
    assert (await scan(line))[1]["number"] == "A001"


@pytest.mark.parametrize(
    ("minutes", "came", "key"), [(-45, "early", None), (20, "late", None), (5, "in_time", "09:00")]
)
async def test_early_and_late_are_let_in_as_walk_ins_and_told_so(line, minutes, came, key):
    await book(line, "05 14:00")
    line.place.clock.turn_to("2026-10-05T14:00:00+07:00")
    line.place.clock.pass_minutes(minutes)
    status, said = await scan(line)
    assert (status, said["appointment"]["came"]) == (201, came)
    assert (said["key"] == said["issued_at"]) is (came != "in_time")


async def test_what_lets_nobody_in_says_why(line):
    booked = await book(line, "05 09:30")
    line.hub.sale.move(booked.code, at("06 09:00"))
    await line.down()
    status, said = await scan(line)
    assert (status, said["code"]) == (409, "BOOKING_WRONG_DAY")
    assert "06/10/2026" in said["detail"]
    line.hub.sale.move(booked.code, at("05 14:00"))
    line.hub.sale.cancel(booked.code)
    await line.down()
    assert (await scan(line))[1]["code"] == "BOOKING_CANCELLED"
    await book(line, "05 09:30", "H")
    assert (await scan(line))[0] == 201
    assert (await scan(line))[1]["code"] in ("BOOKING_USED", "BOOKING_CANCELLED")


async def test_a_used_booking_is_told_so(line):
    await book(line, "05 09:30")
    await scan(line)
    status, said = await scan(line)
    assert (status, said["code"]) == (409, "BOOKING_USED")


@pytest.mark.parametrize("card", ["", "x" * 64, "A" * 64, "0" * 63, NUMBER])
async def test_what_is_no_hash_is_refused_before_anybody_looks(line, card):
    answer = await line.place.post("/v1/check-ins", {"card": card})
    assert (answer.status_code, answer.json()["code"]) == (422, "BAD_INPUT")


async def test_kiosks_are_told_the_key_and_nobody_else(line):
    answer = await line.place.ask("GET", "/v1/card-key")
    assert answer.json() == {"key": card_key_of(CENTER, line.hub.keys.secret).hex()}
    assert (await line.place.ask("GET", "/v1/card-key", role="display")).status_code == 403
