"""What people are told of their wait: made beside the commands, never more than is known."""

import pytest

pytestmark = pytest.mark.anyio


async def test_waits_are_estimated_beside_the_commands(working):
    for _ in range(4):
        await working.issue("A")
    assert (await working.day())["services"][0]["wait"] is None, "no counter is open"
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    await working.center.waits.once()
    await working.center.publisher.catch_up()
    shown = (await working.day())["services"][0]
    assert shown["wait"]["high"] > shown["wait"]["low"] >= 0
    assert (shown["waiting"], shown["counters"]) == (3, [1])
    assert shown["next"] == ["A002", "A003", "A004"]
    last = next(one for one in (await working.day())["tickets"] if one["number"] == "A004")
    one = (await working.ask("GET", f"/v1/tickets/{last['id']}")).json()
    assert one["wait"]["high"] > 0


async def test_a_new_ticket_is_told_at_once_what_a_newcomer_would_wait(working):
    for _ in range(12):
        await working.issue("A")
    await working.open_counter(1)
    await working.center.waits.once()
    plain = await working.issue("A")
    elderly = await working.issue("A", priority="elderly")
    assert plain["wait"]["high"] > plain["wait"]["low"] > 0
    assert elderly["wait"]["high"] < plain["wait"]["high"]


async def test_who_checks_in_is_told_the_minutes_of_her_own_place(working):
    for _ in range(12):
        await working.issue("A")
    body = {"code": "HEN-1234", "service": "A", "slot": "2026-10-05T09:15:00+07:00"}
    assert (await working.post("/v1/bookings", body, role="admin")).status_code == 201
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    await working.center.waits.once()
    plain = await working.issue("A")
    came = (await working.post("/v1/check-ins", {"code": "HEN-1234"})).json()
    assert came["ahead"] == 0, "her key is 08:15"
    assert 0 < came["wait"]["high"] < plain["wait"]["high"]
    await working.center.waits.once()
    after = (await working.ask("GET", f"/v1/tickets/{came['id']}")).json()["wait"]
    assert after["high"] < plain["wait"]["high"], "as foreseen for that key"


async def test_who_checks_in_too_early_waits_as_a_walk_in(working):
    for _ in range(12):
        await working.issue("A")
    body = {"code": "HEN-1234", "service": "A", "slot": "2026-10-05T15:00:00+07:00"}
    await working.post("/v1/bookings", body, role="admin")
    await working.open_counter(1)
    await working.center.waits.once()
    plain = await working.issue("A")
    came = (await working.post("/v1/check-ins", {"code": "HEN-1234"})).json()
    assert came["ahead"] == plain["ahead"] + 1
    assert came["wait"]["high"] > came["wait"]["low"] > 0


async def test_now_is_not_said_once_the_free_counter_has_called(working):
    await working.open_counter(1)
    await working.center.waits.once()
    first = await working.issue("A")
    assert first["wait"] == {"low": 0, "high": 0}
    await working.post("/v1/counters/1/call-next", role="counter")
    second = await working.issue("A")
    assert second["wait"] != {"low": 0, "high": 0}


async def test_no_minutes_are_promised_where_nobody_could_keep_them(working, monkeypatch):
    for _ in range(3):
        await working.issue("A")
    await working.open_counter(1)
    await working.center.waits.once()
    assert (await working.day())["services"][0]["wait"] is not None
    monkeypatch.setattr("layso_queue.center.waits.TOO_MANY", 2)
    await working.center.waits.once()
    await working.center.publisher.catch_up()
    assert (await working.day())["services"][0]["wait"] is None


async def test_nobody_waits_where_a_free_counter_does(working):
    await working.open_counter(1)
    assert (await working.day())["services"][0]["wait"] == "now"
    await working.center.waits.once()
    assert (await working.day())["services"][0]["wait"] == "now"
