"""What was told is kept with what came of it; a closed day is learned from; a restart knows it."""

import asyncio
import sqlite3
from contextlib import closing

import orjson
import pytest

from layso_queue.center.foresight import Foresight
from layso_queue.center.hours import Hours
from layso_queue.center.stamps import written
from layso_queue.center.storage import Forecasts
from layso_queue.center.waits import Waits
from layso_queue.forecast import Learned

pytestmark = pytest.mark.anyio

MINUTE = 60_000


def rows(place, query):
    with closing(sqlite3.connect(place.path / "center.db")) as connection:
        return connection.execute(query).fetchall()


async def serve(place, clock, minutes):
    """Call the next one to counter 1, and serve her for some minutes."""
    called = (await place.post("/v1/counters/1/call-next", role="counter")).json()
    path = f"/v1/tickets/{called['id']}"
    await place.post(f"{path}/start", role="counter")
    clock.pass_minutes(minutes)
    await place.post(f"{path}/finish", role="counter")
    return called


async def wait_of(place, ticket):
    return (await place.ask("GET", f"/v1/tickets/{ticket['id']}")).json()["wait"]


async def close_day(place, clock, at):
    await place.post("/v1/counters/1/close", role="counter")
    clock.turn_to(at)
    await place.center.opening.once()
    await place.center.waits.once()


async def test_what_was_told_at_issue_is_kept_with_when_the_call_came(place, clock):
    async with place.opened() as center:
        await center.open_counter(1)
        await center.center.waits.once()
        first = await center.issue("A")
        await serve(center, clock, 1)
        for _ in range(5):
            await center.issue("A")
        await center.center.waits.once()
        told = await center.issue("A")
        assert told["wait"]["low"] < told["wait"]["high"]
        for _ in range(6):
            await serve(center, clock, 7)
        await center.center.waits.once()
    kept = {
        ticket: values
        for ticket, *values in rows(
            place, "SELECT ticket, low, high, issued_at, called_at FROM predictions"
        )
    }
    assert len(kept) == 7
    low, high, issued, called = kept[told["id"]]
    assert {"low": low, "high": high}.items() <= told["wait"].items()
    assert called - issued == 35 * MINUTE
    assert kept[first["id"]][:2] == [0, 0]
    held = rows(place, "SELECT interval_low <= median AND median <= interval_high FROM predictions")
    assert set(held) == {(1,)}


async def test_a_closed_day_is_learned_from_and_a_restart_knows_it(place, clock):
    async with place.opened() as center:
        await center.open_counter(1)
        for _ in range(30):
            await center.issue("A")
        await center.center.waits.once()
        await center.center.publisher.catch_up()
        fresh = (await center.day())["services"][0]["wait"]
        for _ in range(30):
            await serve(center, clock, 2)
        await close_day(center, clock, "2026-10-05T17:30:00+07:00")
    ((through, record),) = rows(place, "SELECT through, record FROM learned")
    learned = Learned.from_record(orjson.loads(record))
    assert (through, learned.days) == ("2026-10-05", 1)
    clock.turn_to("2026-10-06T08:00:00+07:00")
    async with place.opened() as center:
        await center.open_counter(1)
        for _ in range(30):
            await center.issue("A")
        await center.center.waits.once()
        await center.center.publisher.catch_up()
        known = (await center.day())["services"][0]["wait"]
    assert known["median"] < 0.6 * fresh["median"], "visits took two minutes, not the set six"


async def test_a_day_that_is_opened_again_is_learned_once(place, clock):
    async with place.opened() as center:
        await center.open_counter(1)
        await center.issue("A")
        await serve(center, clock, 3)
        await close_day(center, clock, "2026-10-05T17:30:00+07:00")
    kept = Forecasts(place.path / "center.db")
    try:
        foresight = Foresight(kept, Hours.always())
        assert not foresight.learn(clock.now() + MINUTE)
        through, made_at, record = kept.learned()
        kept.keep_learned(through, made_at - 10 * 3_600_000, record)
        assert foresight.learn(clock.now())
        assert Learned.from_record(orjson.loads(kept.learned()[2])).days == 1
    finally:
        kept.close()


async def test_a_center_with_days_behind_it_learns_from_them_at_its_start(place, clock):
    async with place.opened() as center:
        await center.open_counter(1)
        for _ in range(3):
            await center.issue("A")
            await serve(center, clock, 4)
        await close_day(center, clock, "2026-10-05T17:30:00+07:00")
    with closing(sqlite3.connect(place.path / "center.db")) as connection, connection:
        connection.execute("DELETE FROM learned")
    async with place.opened() as center:
        await center.center.waits.once()
    assert rows(place, "SELECT through FROM learned") == [("2026-10-05",)]


async def test_what_cannot_be_read_is_begun_anew(place, clock):
    with closing(sqlite3.connect(place.path / "center.db")) as connection, connection:
        connection.execute("INSERT INTO learned VALUES ('2026-10-04', 1, X'7B7D')")
    async with place.opened() as center:
        await center.open_counter(1)
        await center.issue("A")
        await center.issue("A")
        await center.center.waits.once()
        await center.center.publisher.catch_up()
        assert (await center.day())["services"][0]["wait"]["high"] > 0


async def test_who_may_be_called_before_or_after_lunch_is_told_both_times(place, clock):
    clock.turn_to("2026-10-05T10:30:00+07:00")
    async with place.opened() as center:
        await center.open_counter(1)
        given = [await center.issue("A") for _ in range(60)]
        await center.center.waits.once()
        waits = [await wait_of(center, one) for one in given]
        split = next(one for one, wait in zip(given, waits, strict=True) if "split" in wait)
        page = (await center.ask("GET", f"/t/{split['id']}", role=None)).text
        assert "Dự kiến được gọi trước 11:30 hoặc sau 13:30" in page
    splits = [wait.get("split") for wait in waits]
    assert splits[1] is None
    assert splits[-1] is None, "surely after lunch"
    both = next(split for split in splits if split)
    clock.turn_to("2026-10-05T11:30:00+07:00")
    assert both["before"] == written(clock.now())
    clock.turn_to("2026-10-05T13:30:00+07:00")
    assert both["after"] == written(clock.now())


async def test_at_lunch_minutes_are_still_told(place, clock):
    clock.turn_to("2026-10-05T11:20:00+07:00")
    async with place.opened() as center:
        await center.open_counter(1)
        first = await center.issue("A")
        clock.turn_to("2026-10-05T11:31:00+07:00")
        await center.post("/v1/counters/1/pause", {"reason": "lunch"}, role="counter")
        await center.center.waits.once()
        wait = await wait_of(center, first)
    assert wait["low"] >= 105
    assert wait["high"] <= 150


async def test_a_fault_of_the_estimate_ends_one_estimate_only(working, monkeypatch):
    kept = Forecasts(working.path / "center.db")
    waits = Waits(working.center.writer, working.clock, kept, Hours.always())
    begun = [asyncio.Event(), asyncio.Event()]

    async def once():
        if not begun[0].is_set():
            begun[0].set()
            raise ZeroDivisionError
        begun[1].set()

    monkeypatch.setattr(waits, "once", once)
    running = asyncio.create_task(waits.run())
    try:
        async with asyncio.timeout(30):
            waits.line_changed()
            await begun[0].wait()
            waits.line_changed()
            await begun[1].wait()
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await waits.close()
