"""A counter has a slip printed at a kiosk: once for each press, and hears how it fared."""

import pytest

from feed_client import FeedClient

pytestmark = pytest.mark.anyio


async def listening(client, **start):
    await client.next("hello")
    client.say({"type": "start", **start})
    await client.next("snapshot")
    return client


@pytest.fixture
async def working(working):
    await working.sign_in(1)
    return working


@pytest.fixture
async def kiosk(follow):
    return await listening(follow("kiosk"), prints=True)


async def ordered(working, ticket, **body):
    answer = await working.post(f"/v1/tickets/{ticket['id']}/print", body, role="counter")
    return answer.status_code, answer.json()


async def fared(working, order):
    return (await working.ask("GET", f"/v1/prints/{order['id']}", role="counter")).json()


async def test_a_slip_is_sent_to_the_kiosk_that_is_there_and_the_counter_hears_of_it(
    working, kiosk
):
    ticket = await working.issue("A")
    status, order = await ordered(working, ticket, id=working.new_id())
    assert (status, order["kiosk"], order["outcome"]) == (202, "D-kiosk", "sent")
    frame = await kiosk.next("print")
    assert (frame["order"], frame["ticket"]["number"]) == (order["id"], "A001")
    assert (frame["reprint"], frame["ticket"]["paper"]) == (False, "unknown")
    report = {"outcome": "printed", "reprint": False, "order": order["id"]}
    await working.post(f"/v1/tickets/{ticket['id']}/paper", report, role="kiosk")
    assert (await fared(working, order))["outcome"] == "printed"
    assert (await ordered(working, ticket, id=order["id"]))[1]["outcome"] == "printed"


async def test_one_press_prints_one_slip_however_often_it_is_asked(working, kiosk):
    ticket = await working.issue("A")
    press = working.new_id()
    for _ in range(3):
        assert (await ordered(working, ticket, id=press))[0] == 202
    status, _ = await ordered(working, ticket, id=working.new_id())
    first, second = await kiosk.next("print"), await kiosk.next("print")
    assert (status, first["order"], first["reprint"]) == (202, press, False)
    assert second["order"] != press
    assert second["reprint"], "a slip may be about"
    assert kiosk.frames.empty() or (await kiosk.next())["type"] != "print"


async def test_after_a_restart_nothing_is_printed_again(place):
    async with place.opened():
        client = await listening(FeedClient(place.app, place.tokens["kiosk"]), prints=True)
        await place.sign_in(1)
        ticket = await place.issue("A")
        _, order = await ordered(place, ticket, id=place.new_id())
        await client.next("print")
        await client.leave()
    async with place.opened():
        client = await listening(FeedClient(place.app, place.tokens["kiosk"]), prints=True)
        await place.sign_in(1)
        status, again = await ordered(place, ticket, id=order["id"])
        assert (status, again["outcome"]) == (202, "unknown")
        _, new = await ordered(place, ticket, id=place.new_id())
        assert (await client.next("print"))["order"] == new["id"]
        await client.leave()


async def test_without_a_kiosk_that_prints_a_sentence_comes_at_once(working, follow):
    ticket = await working.issue("A")
    await listening(follow("kiosk"))
    await listening(follow("display"), prints=True)
    status, problem = await ordered(working, ticket)
    assert (status, problem["code"]) == (409, "NO_KIOSK_PRINTS")
    status, problem = await ordered(working, ticket, kiosk="K9")
    assert (status, problem["code"]) == (409, "KIOSK_AWAY")
    assert "K9" in problem["detail"]
    shown = await working.ask("GET", f"/v1/tickets/{ticket['id']}", role="counter")
    assert shown.json()["paper"] == "none", "nothing was ordered"


async def test_a_kiosk_that_has_left_is_away(working, follow):
    ticket = await working.issue("A")
    client = await listening(follow("kiosk"), prints=True)
    await client.leave()
    assert (await ordered(working, ticket))[1]["code"] == "NO_KIOSK_PRINTS"


async def test_a_counter_prints_at_its_own_kiosk_if_it_has_one(working, kiosk):
    ticket = await working.issue("A")
    counters = working.center.settings.counters
    object.__setattr__(counters[0], "kiosk", "K7")
    status, problem = await ordered(working, ticket)
    assert (status, problem["code"], problem["kiosk"]) == (409, "KIOSK_AWAY", "K7")
    assert (await ordered(working, ticket, kiosk="D-kiosk"))[0] == 202


async def test_only_who_is_still_about_gets_a_slip(working, kiosk):
    ticket = await working.issue("A")
    await working.post(f"/v1/tickets/{ticket['id']}/cancel", {"reason": "về"}, role="counter")
    assert (await ordered(working, ticket))[1]["code"] == "WRONG_STATE"
    assert (await ordered(working, {"id": working.new_id()}))[1]["code"] == "TICKET_UNKNOWN"
    assert (await fared(working, {"id": working.new_id()}))["code"] == "PRINT_UNKNOWN"


async def test_what_another_device_says_of_an_order_counts_nothing(working, kiosk):
    ticket = await working.issue("A")
    _, order = await ordered(working, ticket, id=working.new_id())
    report = {"outcome": "printed", "order": order["id"]}
    await working.post(f"/v1/tickets/{ticket['id']}/paper", report, role="counter")
    assert (await fared(working, order))["outcome"] == "sent"


async def test_an_order_is_not_lost_where_a_snapshot_takes_the_place_of_deltas(working, kiosk):
    ticket = await working.issue("A")
    kiosk.reading.clear()
    for _ in range(70):
        await working.issue("A")
    kiosk.say({"type": "start"})
    _, order = await ordered(working, ticket, id=working.new_id())
    kiosk.reading.set()
    assert (await kiosk.next("print"))["order"] == order["id"]
