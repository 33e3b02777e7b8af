"""The feed: hello, snapshot, deltas, resume, and clients that misbehave."""

import asyncio

import pytest

from layso_queue.center.feed import audience as audiences
from layso_queue.center.feed import client as clients
from layso_queue.center.feed.mailbox import LIMIT, Instead, Mailbox

pytestmark = pytest.mark.anyio


async def _started(client):
    hello = await client.next("hello")
    client.say({"type": "start"})
    return hello, await client.next("snapshot")


async def test_a_client_is_greeted_gets_a_snapshot_and_then_only_changes(working, follow):
    client = follow()
    hello, snapshot = await _started(client)
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
    await _started(board)
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
    await _started(board)
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
    _, snapshot = await _started(client)
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
    _, snapshot = await _started(client)
    assert len(snapshot["day"]["tickets"]) == 1
    await working.post(f"/v1/tickets/{ticket['id']}/cancel", {"reason": "left"})
    assert (await client.next("delta", "tickets"))["tickets"][0]["state"] == "cancelled"
    assert (await working.day())["tickets"] == []


async def test_who_comes_back_gets_just_what_is_missing(working, follow):
    first = follow()
    hello, snapshot = await _started(first)
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


@pytest.mark.parametrize(
    "frame",
    ["{", "[]", "null", '"start"', '{"type":"stop"}', b"\x00\x01", "x" * 5000, "\x00",
     '{"type":"resume","epoch":1,"seq":2}', '{"type":"resume","epoch":"e","seq":true}',
     '{"type":"resume","epoch":"e","seq":1e999}', '{"type":["start"]}'],
)  # fmt: skip
@pytest.mark.parametrize("late", [False, True])
async def test_a_frame_that_is_none_is_answered_with_a_problem_and_1008(follow, frame, late):
    client = follow()
    if late:
        await _started(client)
    else:
        await client.next("hello")
    client.say(frame)
    problem = await client.next("problem")
    assert (problem["code"], problem["title"]) == ("FRAME_UNKNOWN", "Tin nhắn không hiểu được")
    assert await client.ended() == 1008


@pytest.mark.parametrize("role", [None, "wrong"])
async def test_a_device_that_is_not_enrolled_is_turned_away(working, follow, role):
    working.tokens["wrong"] = "0" * 64
    client = follow(role)
    await client.ended()
    assert client.denied == 401
    assert client.frames.empty()
    del working.tokens["wrong"]


async def test_silence_is_death_and_heartbeats_are_life(working, follow, monkeypatch):
    monkeypatch.setattr(clients, "HEARTBEAT_S", 0.02)
    monkeypatch.setattr(clients, "DEAD_AFTER_S", 0.3)
    silent, alive = follow(), follow()
    await _started(silent)
    _, snapshot = await _started(alive)
    for _ in range(30):
        beat = await alive.next("heartbeat")
        assert beat["seq"] >= snapshot["seq"]
        alive.say({"type": "heartbeat", "seq": beat["seq"], "now": beat["now"]})
    assert await silent.ended() == 1001
    assert alive.closed is None


async def test_who_never_says_from_where_is_let_go(follow, monkeypatch):
    monkeypatch.setattr(clients, "DEAD_AFTER_S", 0.05)
    client = follow()
    assert await client.ended() == 1001


async def test_nobody_waits_for_a_client_that_does_not_read(working, follow):
    slow, quick = follow(), follow()
    await _started(slow)
    _, snapshot = await _started(quick)
    slow.reading.clear()
    seq = snapshot["seq"]
    for _ in range(2 * LIMIT + 4):
        await working.issue("A")
        await working.center.publisher.catch_up()
        seq = max(seq, (await quick.next("delta"))["seq"])
    assert seq > snapshot["seq"] + 2 * LIMIT
    slow.reading.set()
    assert await slow.ended() == 1013, "it missed twice what may wait"


async def test_a_client_that_was_slow_for_a_while_gets_the_newest_snapshot(working, follow):
    slow = follow()
    await _started(slow)
    slow.reading.clear()
    for _ in range(LIMIT + 10):
        await working.issue("A")
        await working.center.publisher.catch_up()
    slow.reading.set()
    assert len((await slow.next("snapshot"))["day"]["tickets"]) == LIMIT + 10
    await working.issue("H")
    assert (await slow.next("delta", "tickets"))["tickets"][0]["number"] == "H001"


async def test_a_client_that_goes_leaves_nothing_behind(working, follow):
    client = follow()
    await _started(client)
    assert working.center.publisher.listeners == 1
    await client.leave()
    assert working.center.publisher.listeners == 0
    assert not [t for t in asyncio.all_tasks() if "_receive" in repr(t) or "_send" in repr(t)]


async def test_a_center_that_stops_lets_everybody_go(working, follow):
    client = follow()
    await _started(client)
    await working.center.publisher.close()
    assert await client.ended() == 1001


async def test_who_is_ahead_is_told_again_after_a_call(working, follow, until):
    for _ in range(3):
        await working.issue("A")
    await working.open_counter(1)
    client = follow()
    _, snapshot = await _started(client)
    await working.post("/v1/counters/1/call-next", role="counter")
    ahead = {one["number"]: one["ahead"] for one in snapshot["day"]["tickets"]}
    while ahead != {"A001": None, "A002": 0, "A003": 1}:
        for one in (await client.next("delta")).get("tickets", []):
            ahead[one["number"]] = one["ahead"]


async def test_a_mailbox_that_closes_sends_nothing_more():
    box = Mailbox()
    box.put("a")
    assert await box.take() == "a"
    box.want_snapshot()
    box.put("b")
    assert await box.take() is Instead.SNAPSHOT
    box.put("c")
    box.close()
    box.put("d")
    assert await box.take() is Instead.GOING
    assert await box.take() is Instead.GOING
