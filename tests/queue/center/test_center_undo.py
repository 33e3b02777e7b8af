"""Taking back over HTTP: the last move, once, soon, by the counter that made it."""

import pytest

from layso_queue.sync.moment import Moment

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("steps", "before"),
    [
        ([], "waiting"),
        (["start"], "called"),
        (["start", "finish"], "serving"),
        (["recall", "no-show"], "called"),
    ],
)
async def test_undo_takes_back_the_last_move_once(working, steps, before):
    ticket = await working.issue("A")
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    path = f"/v1/tickets/{ticket['id']}"
    for step in steps:
        assert (await working.post(f"{path}/{step}", role="counter")).status_code == 200
    body = {"id": working.new_id()}
    undone = await working.post(f"{path}/undo", body, role="counter")
    assert undone.json()["state"] == before
    again = await working.post(f"{path}/undo", body, role="counter")
    assert again.json() == undone.json()
    calls = (await working.day())["calls"]
    assert calls == [] if not steps else calls[0]["number"] == "A001"


async def test_another_counter_takes_nothing_back_but_who_is_in_charge_does(working):
    ticket = await working.issue("A")
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    path = f"/v1/tickets/{ticket['id']}"
    await working.post(f"{path}/start", role="counter")
    body = {"reason": "trả kết quả", "service": "S"}
    await working.post(f"{path}/transfer", body, role="counter")
    await working.sign_in(2, staff="nv02")
    refused = await working.post(f"{path}/undo", role="counter")
    assert (refused.status_code, refused.json()["code"]) == (409, "NOT_THIS_COUNTER")
    await working.sign_in(2, staff="truong", role="supervisor")
    undone = await working.post(f"{path}/undo", role="supervisor")
    assert (undone.json()["state"], undone.json()["service"]) == ("serving", "A")
    assert undone.json()["counter"] == 1


async def test_what_is_taken_back_too_late_is_refused_in_words(working):
    ticket = await working.issue("A")
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    path = f"/v1/tickets/{ticket['id']}"
    await working.post(f"{path}/start", role="counter")
    working.clock.pass_minutes(2.1)
    refused = await working.post(f"{path}/undo", role="counter")
    assert (refused.status_code, refused.json()["code"]) == (409, "TOO_LATE")
    assert (await working.day())["day"]["undo_minutes"] == 2


async def test_a_counters_pause_and_closing_are_taken_back_once(working):
    await working.open_counter(1)
    await working.post("/v1/counters/1/pause", {"reason": "lunch"}, role="counter")
    press = {"id": working.new_id()}
    for _ in range(2):
        back = await working.post("/v1/counters/1/undo", press, role="counter")
        assert (back.status_code, back.json()["state"]) == (200, "open")
    await working.post("/v1/counters/1/close", role="counter")
    assert (await working.post("/v1/counters/1/undo", role="counter")).json()["state"] == "open"
    refused = await working.post("/v1/counters/1/undo", role="counter")
    assert (refused.status_code, refused.json()["code"]) == (409, "TOO_LATE")
    other = await working.post("/v1/counters/2/undo", role="counter")
    assert other.json()["code"] == "ROLE_NOT_ALLOWED"


async def test_nothing_can_be_undone_of_a_waiting_ticket(working):
    ticket = await working.issue("A")
    await working.open_counter(1)
    refused = await working.post(f"/v1/tickets/{ticket['id']}/undo", role="counter")
    assert (refused.status_code, refused.json()["code"]) == (409, "WRONG_STATE")
    assert "A001" in refused.json()["detail"]


async def test_the_hub_hears_where_a_ticket_stands_again_and_nothing_of_a_claim(working):
    center = working.center
    at = Moment(working.clock.now(), working.new_id)
    center.exchange.tell_journal(at)
    ticket = await working.issue("A", priority="elderly")
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    path = f"/v1/tickets/{ticket['id']}"
    await working.post(f"{path}/start", role="counter")
    away = {"service": "S", "reason": "trả kết quả"}
    await working.post(f"{path}/transfer", away, role="counter")
    for _ in range(2):
        assert (await working.post(f"{path}/undo", role="counter")).status_code == 200
    await working.post(f"{path}/confirm-priority", {"confirmed": True}, role="counter")
    for _ in range(2):
        assert (await working.post(f"{path}/undo", role="counter")).status_code == 200
    while center.exchange.tell_journal(at):
        pass
    with center.exchange.begin(at.now, "a") as side:
        told = [entry.event.payload for entry in side.outbox.after(0, 500)]
    moves = [(one["state"], one["service"], one["counter"]) for one in told if "state" in one]
    assert moves == [
        ("called", "A", 1), ("serving", "A", 1), ("waiting", "S", None),
        ("serving", "A", 1), ("called", "A", 1), ("waiting", "A", None),
    ]  # fmt: skip


async def test_a_board_forgets_only_a_call_that_was_taken_back(working):
    ticket = await working.issue("A")
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    path = f"/v1/tickets/{ticket['id']}"
    await working.post(f"{path}/start", role="counter")
    await working.post(f"{path}/undo", role="counter")
    assert [one["number"] for one in (await working.day("display"))["calls"]] == ["A001"]
    await working.post(f"{path}/undo", role="counter")
    assert (await working.day("display"))["calls"] == []
