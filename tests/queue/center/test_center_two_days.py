"""Two days in one process: what was left at a counter overnight is over in the morning."""

import pytest

from layso_kiosk.counter.desk import read_desk
from layso_kiosk.link.mirror import DayMirror

pytestmark = pytest.mark.anyio

CLOSING, GRACE_OVER = "2026-10-05T17:00:00+07:00", "2026-10-05T19:00:00+07:00"
MORNING = "2026-10-06T07:00:00+07:00"


async def _left_at_counters(place):
    """A001 being served at counter 1, A002 called at counter 2."""
    tickets = [await place.issue("A") for _ in range(2)]
    for number, ticket in enumerate(tickets, 1):
        await place.open_counter(number)
        called = await place.post(f"/v1/counters/{number}/call-next", role="counter")
        assert called.json()["id"] == ticket["id"]
    await place.sign_in(1)
    path = f"/v1/tickets/{tickets[0]['id']}/start"
    assert (await place.post(path, role="counter")).status_code == 200
    return tickets


async def _until(client, mirror, seen):
    while not seen(mirror):
        frame = await client.next()
        if frame["type"] == "snapshot":
            mirror.take_snapshot(frame["day"])
        elif frame["type"] == "delta":
            mirror.take_delta(frame)


async def _turn(place, *moments):
    for moment in moments:
        place.clock.turn_to(moment)
        await place.center.opening.once()


async def _states(place, tickets):
    asked = [await place.ask("GET", f"/v1/tickets/{one['id']}") for one in tickets]
    return [one.json()["state"] for one in asked]


async def test_the_end_of_the_grace_settles_what_was_left_at_the_counters(working, follow):
    tickets = await _left_at_counters(working)
    client, mirror = follow(), DayMirror()
    client.say({"type": "start"})
    await _until(client, mirror, lambda day: len(day.tickets) == 2)
    await _turn(working, CLOSING)
    assert await _states(working, tickets) == ["serving", "called"], "they are served to the end"
    await _turn(working, GRACE_OVER)
    assert await _states(working, tickets) == ["served", "expired"]
    await _until(client, mirror, lambda day: not day.tickets)
    assert [read_desk(mirror.as_snapshot(), n).ticket for n in (1, 2)] == [None, None]
    journal = (await working.ask("GET", "/v1/journal?after=0&limit=99", role="auditor")).json()
    ends = [one["record"] for one in journal["entries"][-2:]]
    assert {one["ticket"]: one.get("outcome") for one in ends} == {
        tickets[0]["id"]: "left_open", tickets[1]["id"]: None,
    }  # fmt: skip


async def test_nothing_of_yesterday_lives_on_where_the_center_slept_over_the_grace(working, follow):
    tickets = await _left_at_counters(working)
    client, mirror = follow(), DayMirror()
    client.say({"type": "start"})
    await _until(client, mirror, lambda day: len(day.tickets) == 2)
    await _turn(working, MORNING)
    assert await _states(working, tickets) == ["served", "expired"]
    new = [await working.issue("A") for _ in range(2)]
    await _until(client, mirror, lambda day: new[1]["id"] in day.tickets)
    assert {one["number"] for one in mirror.tickets.values()} == {"A001", "A002"}
    assert set(mirror.tickets) == {one["id"] for one in new}, "the ghosts have gone"
    assert [one["id"] for one in (await working.day())["tickets"]] == [one["id"] for one in new]
    desk = read_desk(mirror.as_snapshot(), 2)
    assert (desk.ticket, desk.state, len(desk.waiting)) == (None, "closed", 2)
    await working.open_counter(2)
    assert (await working.post("/v1/counters/2/call-next", role="counter")).status_code == 200
    await _until(client, mirror, lambda day: read_desk(day.as_snapshot(), 2).ticket is not None)
    assert read_desk(mirror.as_snapshot(), 2).ticket["id"] == new[0]["id"]


async def test_a_client_that_was_away_over_night_gets_a_snapshot_not_deltas(working, follow):
    await _left_at_counters(working)
    client = follow()
    client.say({"type": "start"})
    snapshot = await client.next("snapshot")
    await _turn(working, MORNING)
    await working.day()  # told by now
    late = follow()
    late.say({"type": "resume", "epoch": snapshot["epoch"], "seq": snapshot["seq"]})
    await late.next("hello")
    assert (await late.next())["type"] == "snapshot"


async def test_who_is_served_over_a_closing_by_hand_is_not_settled_under_the_hands(working):
    tickets = await _left_at_counters(working)
    await working.sign_in(1, staff="truong", role="supervisor")
    await _turn(working, "2026-10-05T20:00:00+07:00")
    await _turn(working, "2026-10-06T07:30:00+07:00")
    tickets = await _left_at_counters(working)
    await working.sign_in(1, staff="truong", role="supervisor")
    working.clock.turn_to("2026-10-06T18:30:00+07:00")
    assert (await working.post("/v1/day/close", role="supervisor")).status_code == 200
    await _turn(working, "2026-10-06T20:00:00+07:00")
    assert await _states(working, tickets) == ["serving", "called"]
    await _turn(working, "2026-10-06T20:30:00+07:00")
    assert await _states(working, tickets) == ["served", "expired"]


async def _told(place, moment):
    await _turn(place, moment)
    return [(one["code"], one["text"]["vi"]) for one in (await place.day())["alerts"]]


async def test_staff_are_told_of_the_numbers_that_end_with_the_day(working):
    await _left_at_counters(working)
    waiting = [await working.issue("A") for _ in range(3)]
    assert await _told(working, "2026-10-05T16:59:59+07:00") == []
    ((code, said),) = await _told(working, CLOSING)
    assert code == "NUMBERS_AT_CLOSING"
    assert "còn 3 người" in said
    assert "19:00" in said
    await working.post(f"/v1/tickets/{waiting[0]['id']}/cancel", {"reason": "left"})
    ((code, said),) = await _told(working, "2026-10-05T18:44:59+07:00")
    assert (code, "còn 2 người" in said) == ("NUMBERS_AT_CLOSING", True)
    ((code, said),) = await _told(working, "2026-10-05T18:45:00+07:00")
    assert (code, "Còn 2 người" in said) == ("NUMBERS_END_SOON", True)
    ((code, said),) = await _told(working, GRACE_OVER)
    assert (code, said.startswith("2 số")) == ("NUMBERS_EXPIRED", True), "who was called is no part"
    assert "19:00" in said
    assert await _told(working, MORNING) == []
