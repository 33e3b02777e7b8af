"""What more processes must not multiply is counted once for all of them, on both databases."""

import asyncio
import random
import threading
from collections import Counter

import httpx
import pytest
from sqlalchemy import func, select

from hub_place import CENTER, SERVICE, at, place, someone
from hub_server import new_hub
from layso_queue.hub.guards import MESSAGES, Guards
from layso_queue.hub.limits import Limits, Rate
from layso_queue.hub.pages.booking import HOLDS
from layso_queue.hub.pages.table import CODES, SIGN_INS
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage import Sale
from layso_queue.hub.storage.askings import count
from layso_queue.hub.storage.sweeping import erase
from layso_queue.hub.storage.tables import askings, notices
from layso_queue.hub.web.app import open_app

SIX = Rate("sign-in", 6, 300, everywhere=True)
SECRET = b"s" * 32
HOURS = ("08:30", "09:00", "09:30", "14:00")
WAYS = ("email", "sms", "webhook:cong-dvc")


def _process(database, clock):
    return Guards(database, clock, Limits(clock), SECRET)


def _kept(database):
    return database.read(lambda c: c.execute(select(askings)).all())


def test_two_processes_allow_together_what_one_would(database, clock):
    one, other = _process(database, clock), _process(database, clock)
    allowed = [guard.wait(SIX, "10.0.0.9") == 0 for _ in range(6) for guard in (one, other)]
    assert sum(allowed) == 6
    assert allowed[:6] == [True] * 6
    assert other.wait(SIX, "10.0.0.9") == 50
    assert other.wait(SIX, "10.0.0.8") == 0
    clock.ms += 50_000
    assert one.wait(SIX, "10.0.0.9") == 0
    assert other.wait(SIX, "10.0.0.9") == 50
    clock.ms += 300_000
    assert [other.wait(SIX, "10.0.0.9") for _ in range(7)] == [0] * 6 + [50]


def test_no_address_is_kept_and_what_is_over_is_forgotten(database, clock):
    _process(database, clock).wait(SIX, "10.0.0.9")
    (row,) = _kept(database)
    assert b"10.0.0.9" not in bytes(row.client)
    erase(database, clock.now())
    assert len(_kept(database)) == 1
    clock.ms += 50_001
    erase(database, clock.now())
    assert _kept(database) == []


def test_many_who_ask_at_once_are_counted_one_by_one(database, clock):
    gate, outcomes = threading.Barrier(16), []

    def ask():
        gate.wait(30)
        outcomes.append(count(database, "r", bytes(16), clock.now(), 1000, 5))

    threads = [threading.Thread(target=ask) for _ in range(16)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert outcomes.count(0) == 5
    assert (
        database.read(lambda c: c.execute(select(func.count()).select_from(askings)).scalar()) == 1
    )


def test_a_limit_that_guards_no_secret_needs_no_database(database, clock):
    assert Limits(clock).wait(Rate("look", 600, 60), "10.0.0.9") == 0
    assert _kept(database) == []


def test_two_processes_let_an_address_keep_together_what_one_would(database, clock, sale):
    few = Rate("hold", 3, 600)
    one, other = _process(database, clock), _process(database, clock)
    times = [f"05 {hour}" for hour in HOURS]
    for guard, when in zip((one, other, one), times, strict=False):
        sale.hold(place(when), judge=guard.judge(few, "10.0.0.9"))
    with pytest.raises(Refused) as refused:
        sale.hold(place("05 14:00"), judge=other.judge(few, "10.0.0.9"))
    assert (refused.value.why, refused.value.about) == (Refusal.TOO_FAST, {"seconds": 200})
    free = {one.slot: one.free for one in sale.free(CENTER, SERVICE, at("06 00:00"))}
    assert [free[at(when)] for when in times] == [1, 1, 1, 2], "what was refused is not kept"
    sale.hold(place("05 14:00"), judge=other.judge(few, "10.0.0.8"))
    with pytest.raises(Refused, match="SLOT_OVER"):
        sale.hold(place("05 07:00"), judge=other.judge(few, "10.0.0.7"))
    assert other.wait(few, "10.0.0.7") == 0


def test_nobody_is_flooded_with_messages_by_what_others_do(database, clock):
    def process(seed):
        may_tell = _process(database, clock).may_tell
        return Sale(database, clock, random.Random(seed).randbytes, lambda _: WAYS, may_tell)

    one, other = process(1), process(2)
    phone = someone(email="an@example.vn")
    booked, _ = one.confirm(one.hold(place("06 09:00")).id, phone)
    slots = [f"{day} {hour}" for day in ("05", "06", "07") for hour in HOURS]
    for n in range(14):
        (one, other)[n % 2].move(booked.code, at(slots[n % len(slots)]))
    other.cancel(booked.code)
    told = Counter(
        row.way for row in database.read(lambda c: c.execute(select(notices)).all())
        if row.kind != "reminder"
    )  # fmt: skip
    assert told == {"sms": MESSAGES.n, "email": MESSAGES.n, "webhook:cong-dvc": 16}
    assert one.booking(booked.code).state == "cancelled", "it is done all the same"
    assert all(b"0900000001" not in bytes(row.client) for row in _kept(database))
    clock.ms += MESSAGES.seconds * 1000
    other.confirm(other.hold(place("07 14:00")).id, phone)
    told = database.read(lambda c: c.execute(select(notices.c.way)).scalars().all())
    assert told.count("sms") > MESSAGES.n


@pytest.mark.parametrize(
    ("path", "form", "rate"),
    [
        ("/vi/staff/sign-in", {"name": "canbo", "password": "x"}, SIGN_INS),
        ("/vi/find", {"code": "0123456789ABCDEFG"}, CODES),
        ("/vi/hold", {"center": CENTER, "service": "A", "slot": str(at("05 09:00"))}, HOLDS),
    ],
)
def test_the_pages_of_two_hubs_share_the_limit(url, tmp_path, clock, path, form, rate):
    hubs = [new_hub(url, tmp_path, clock, seed) for seed in (1, 2)]

    async def post(hub):
        transport = httpx.ASGITransport(open_app(hub), client=("10.0.0.9", 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://hub") as browser:
            asked = await browser.post(path, data=form, headers={"origin": "http://hub"})
            return asked.status_code

    async def post_all():
        return [await post(hub) for hub in (hubs[1], hubs[0], hubs[1])]

    try:
        before = [hubs[0].guards.wait(rate, "10.0.0.9") for _ in range(rate.n - 1)]
        assert not any(before), "all but one were asked at the first hub"
        first, *others = asyncio.run(post_all())
    finally:
        for hub in hubs:
            hub.database.close()
    assert first not in (429, 500)
    assert others == [429, 429]
