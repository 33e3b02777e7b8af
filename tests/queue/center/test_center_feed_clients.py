"""The feed and its clients: who sends nonsense, is slow, silent or gone keeps nobody waiting."""

import asyncio

import pytest

from feed_client import started
from layso_queue.center.feed import client as clients
from layso_queue.center.feed.mailbox import LIMIT, Instead, Mailbox

pytestmark = pytest.mark.anyio


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
        await started(client)
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
    await started(silent)
    _, snapshot = await started(alive)
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
    await started(slow)
    _, snapshot = await started(quick)
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
    await started(slow)
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
    await started(client)
    assert working.center.publisher.listeners == 1
    await client.leave()
    assert working.center.publisher.listeners == 0
    assert not [t for t in asyncio.all_tasks() if "_receive" in repr(t) or "_send" in repr(t)]


async def test_a_center_that_stops_lets_everybody_go(working, follow):
    client = follow()
    await started(client)
    await working.center.publisher.close()
    assert await client.ended() == 1001


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
