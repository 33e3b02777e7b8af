"""The feed: hello, snapshot, deltas, resume."""

import pytest

from feed_client import started
from layso_queue.center.feed import audience as audiences

pytestmark = pytest.mark.anyio


async def test_a_client_is_greeted_gets_a_snapshot_and_then_only_changes(working, follow):
    client = follow()
    hello, snapshot = await started(client)
    assert (hello["role"], hello["heartbeat_s"]) == ("counter", 5)
    assert (hello["epoch"], hello["last_seq"]) == (snapshot["epoch"], snapshot["seq"])
    assert set(snapshot["day"]) == {
        "epoch", "seq", "now", "center", "day", "services", "counters", "tickets", "calls",
        "notices", "alerts",
    }  # fmt: skip
    ticket = await working.issue("A")
    delta = await client.next("delta", "tickets")
    assert (delta["from"], delta["seq"]) == (snapshot["seq"], snapshot["seq"] + 1)
    assert [one["id"] for one in delta["tickets"]] == [ticket["id"]]
    assert [one["code"] for one in delta["services"]] == ["A"]
    assert not {"counters", "calls"} & set(delta)


async def test_a_call_reaches_the_board_with_its_counter_and_recall(working, follow):
    board = follow("display")
    await started(board)
    ticket = await working.issue("A")
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    await working.post(f"/v1/tickets/{ticket['id']}/recall", role="counter")
    calls = []
    while len(calls) < 2:
        calls = (await board.next("delta")).get("calls", calls)
    assert [(one["number"], one["counter"], one["calls"]) for one in calls] == [
        ("A001", 1, 2), ("A001", 1, 1),
    ]  # fmt: skip
    assert calls[0]["seq"] > calls[1]["seq"]


@pytest.mark.parametrize("state", ["called", "parked", "no_show"])
async def test_a_number_that_was_given_up_leaves_the_boards(working, follow, state):
    """By its holder, or a walk-up that staff take back: at the counter both are a cancel."""
    first, given_up = await working.issue("A"), await working.issue("A")
    board = follow("display")
    await started(board)
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    for step in ("start", "finish"):
        await working.post(f"/v1/tickets/{first['id']}/{step}", role="counter")
    await working.post("/v1/counters/1/call-next", role="counter")
    path = f"/v1/tickets/{given_up['id']}"
    for step in {"called": (), "parked": ("start", "park"), "no_show": ("recall", "no-show")}[
        state
    ]:
        body = {"reason": "Đi sao giấy tờ"} if step == "park" else {}
        assert (await working.post(f"{path}/{step}", body, role="counter")).is_success
    told = []
    while [one["ticket"] for one in told[-1:]] != [first["id"]] or told[0]["ticket"] == first["id"]:
        told = (await board.next("delta", "calls"))["calls"]
    assert (await working.post(f"{path}/cancel", {"reason": "left"}, role="counter")).is_success
    while len(told) != 1:
        told = (await board.next("delta", "calls"))["calls"]
    assert [one["ticket"] for one in told] == [first["id"]]
    assert [one["ticket"] for one in (await working.day("display"))["calls"]] == [first["id"]]


async def test_deltas_follow_each_other_without_a_gap_and_end_in_the_snapshot(working, follow):
    client = follow()
    _, snapshot = await started(client)
    seq, tickets = snapshot["seq"], {}
    for n in range(30):
        await working.issue("AHLK"[n % 4])
    while len(tickets) < 30:
        delta = await client.next("delta")
        assert delta["from"] == seq
        seq = delta["seq"]
        tickets |= {one["id"]: one for one in delta.get("tickets", [])}
    day = await working.day()
    assert {one["id"] for one in day["tickets"]} == set(tickets)


async def test_a_finished_ticket_is_told_once_more_and_leaves_the_list(working, follow):
    ticket = await working.issue("A")
    await working.center.publisher.catch_up()
    client = follow()
    _, snapshot = await started(client)
    assert len(snapshot["day"]["tickets"]) == 1
    await working.post(f"/v1/tickets/{ticket['id']}/cancel", {"reason": "left"})
    assert (await client.next("delta", "tickets"))["tickets"][0]["state"] == "cancelled"
    assert (await working.day())["tickets"] == []


async def test_who_comes_back_gets_just_what_is_missing(working, follow):
    first = follow()
    hello, snapshot = await started(first)
    await working.issue("A")
    seen = (await first.next("delta"))["seq"]
    await first.leave()
    for _ in range(2):
        await working.issue("A")
        await working.center.publisher.catch_up()
    back = follow()
    await back.next("hello")
    back.say({"type": "resume", "epoch": hello["epoch"], "seq": seen})
    missed = [await back.next(), await back.next()]
    assert [one["type"] for one in missed] == ["delta", "delta"]
    assert [one["from"] for one in missed] == [seen, seen + 1]
    assert snapshot["seq"] < seen


@pytest.mark.parametrize(
    ("epoch", "seq"), [("other", 1), (None, 0), (None, 10**6), (None, -5), (None, 1)]
)
async def test_who_was_away_too_long_gets_a_snapshot(working, follow, monkeypatch, epoch, seq):
    for audience in working.center.publisher._audiences.values():
        audience._kept = type(audience._kept)(maxlen=2)
    for _ in range(6):
        await working.issue("A")
        await working.center.publisher.catch_up()
    client = follow()
    hello = await client.next("hello")
    client.say({"type": "resume", "epoch": epoch or hello["epoch"], "seq": seq})
    assert (await client.next())["type"] == "snapshot"
    assert audiences.KEPT > 2


async def test_who_is_ahead_is_told_again_after_a_call(working, follow, until):
    for _ in range(3):
        await working.issue("A")
    await working.open_counter(1)
    client = follow()
    _, snapshot = await started(client)
    await working.post("/v1/counters/1/call-next", role="counter")
    ahead = {one["number"]: one["ahead"] for one in snapshot["day"]["tickets"]}
    while ahead != {"A001": None, "A002": 0, "A003": 1}:
        for one in (await client.next("delta")).get("tickets", []):
            ahead[one["number"]] = one["ahead"]
