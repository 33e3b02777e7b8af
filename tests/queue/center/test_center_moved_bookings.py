"""A booking that the hub moves while its day is open: the line follows, and a check-in wins."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hub_beside import Wire, hub_beside
from hub_place import at, place, someone
from layso_queue.hub.passes import pass_of, public_keys

pytestmark = pytest.mark.anyio


@pytest.fixture
def line(working: Any, hub_model: Path, tmp_path: Path) -> Iterator[Wire]:
    """A center at work on Monday at nine, with a hub that it hears only step by step."""
    with hub_beside(hub_model, tmp_path, working.clock) as hub:
        wire = Wire(hub, working)
        wire.center.exchange.tell_journal(wire.at())
        wire.center.keyring.take(public_keys(hub.keys))
        yield wire


async def book(line: Wire, when: str) -> Any:
    hold = line.hub.sale.hold(place(when))
    booked, _ = line.hub.sale.confirm(hold.id, someone())
    await line.down()
    return booked


async def come(line: Wire, booked: Any, by: str = "code") -> tuple[int, Any]:
    shown = booked.code if by == "code" else pass_of(booked, line.hub.keys)
    answer = await line.place.post("/v1/check-ins", {by: shown})
    return answer.status_code, answer.json()


async def both_know(line: Wire, booked: Any) -> tuple[Any, Any]:
    """Let everything pass both ways; return what the hub and the center hold."""
    for _ in range(2):
        await line.up()
        await line.down()
    with line.center.exchange.begin(line.place.clock.now(), "x") as side:
        return line.hub.sale.booking(booked.code), side.booking(booked.id)


def left(line: Wire, when: str) -> int:
    """Places of a half hour that the hub may still sell."""
    where = place(when)
    free = line.hub.sale.free(where.center, where.service, at("09 00:00"))
    return next((one.free for one in free if one.slot == where.slot), 0)


async def test_moved_from_today_to_another_day_is_of_the_wrong_day_here(line):
    booked = await book(line, "05 09:30")
    line.hub.sale.move(booked.code, at("06 09:00"))
    await line.down()
    status, said = await come(line, booked)
    assert (status, said["code"]) == (409, "BOOKING_WRONG_DAY")
    assert "06/10/2026" in said["detail"]


async def test_moved_away_is_not_missed_at_closing_and_is_let_in_on_its_new_day(line):
    booked = await book(line, "05 09:30")
    line.hub.sale.move(booked.code, at("06 09:00"))
    await line.down()
    line.place.clock.turn_to("2026-10-05T18:00:00+07:00")
    await line.center.opening.once()
    there, here = await both_know(line, booked)
    assert (there.state, here.state) == ("booked", "booked")
    line.place.clock.turn_to("2026-10-06T08:50:00+07:00")
    await line.center.opening.once()
    status, said = await come(line, line.hub.sale.booking(booked.code), "token")
    assert (status, said["channel"]) == (201, "web")


async def test_moved_from_another_day_to_today_is_let_in(line):
    booked = await book(line, "06 09:00")
    status, said = await come(line, booked)
    assert (status, said["code"]) == (409, "BOOKING_WRONG_DAY")
    line.hub.sale.move(booked.code, at("05 09:30"))
    await line.down()
    status, said = await come(line, booked)
    assert status == 201, said
    there, here = await both_know(line, booked)
    assert (there.state, there.number) == ("checked_in", said["number"])
    assert here.slot == there.slot == at("05 09:30")


async def test_moved_away_and_back_again_is_let_in(line):
    booked = await book(line, "05 09:30")
    for when in ("06 09:00", "05 09:30", "06 09:00", "05 14:00"):
        line.hub.sale.move(booked.code, at(when))
        await line.down()
    status, said = await come(line, booked)
    assert status == 201, said


async def test_moved_within_today_counts_from_its_new_slot(line):
    booked = await book(line, "05 14:00")
    line.hub.sale.move(booked.code, at("05 09:30"))
    await line.down()
    status, said = await come(line, booked)
    assert status == 201
    assert said["key"].startswith("2026-10-05T08:30"), "an hour before the new slot"


@pytest.mark.parametrize("to", ["06 09:00", "05 14:00"])
async def test_a_check_in_beats_a_move_that_the_hub_made_without_knowing(line, to):
    booked = await book(line, "05 09:30")
    status, said = await come(line, booked)
    assert status == 201
    line.hub.sale.move(booked.code, at(to))  # the hub has not heard of the check-in
    there, here = await both_know(line, booked)
    assert (there.state, there.number) == ("checked_in", said["number"])
    assert (here.state, here.slot, there.slot) == ("checked_in", at("05 09:30"), at("05 09:30"))
    assert (left(line, "05 09:30"), left(line, to)) == (1, 2)


async def test_a_check_in_beats_a_move_that_the_line_did_not_know_yet(line):
    booked = await book(line, "05 09:30")
    line.hub.sale.move(booked.code, at("06 09:00"))
    line.take_down()  # kept by the exchange, not yet brought into the line
    status, said = await come(line, booked)
    assert status == 201
    there, here = await both_know(line, booked)
    assert (there.state, there.number) == ("checked_in", said["number"])
    assert here.slot == there.slot == at("05 09:30")
    assert left(line, "06 09:00") == 2


async def test_who_has_been_let_in_cannot_be_moved_any_more(line):
    booked = await book(line, "05 09:30")
    assert (await come(line, booked))[0] == 201
    await line.up()
    with pytest.raises(Exception, match="USED_ALREADY"):
        line.hub.sale.move(booked.code, at("06 09:00"))
    assert line.center.exchange is not None


async def test_an_old_qr_says_that_the_booking_was_moved_and_the_code_still_lets_in(line):
    booked = await book(line, "05 09:30")
    line.hub.sale.move(booked.code, at("05 14:00"))
    await line.down()
    status, said = await come(line, booked, "token")
    assert (status, said["code"]) == (409, "BOOKING_MOVED")
    assert "14:00" in said["detail"]
    assert (await come(line, booked))[0] == 201
