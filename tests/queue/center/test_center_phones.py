"""A phone number left at the kiosk: the hub tells of the turn; then the number is nowhere."""

import asyncio
import io
import shutil
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pysqlite3
import pytest
from sqlalchemy import func, select

from hub_place import TOKEN
from hub_server import Served, new_hub, served
from layso_queue.center.log import log_to
from layso_queue.center.storage.phones import FollowingPhone, PhoneBook
from layso_queue.center.sync.client import HubAway
from layso_queue.center.sync.phones import Phones
from layso_queue.hub.notices.posts import Posts
from layso_queue.hub.storage.sweeping import erase
from layso_queue.hub.storage.tables import followers

pytestmark = pytest.mark.anyio
PHONE = "0912345678"


class Gateway:
    """An adapter that keeps what it is given."""

    def __init__(self) -> None:
        self.got: list[Any] = []

    def send(self, written: Any) -> None:
        self.got.append(written)


@dataclass
class Both:
    """A center at work with a hub over HTTP."""

    place: Any
    hub: Served
    sms: Gateway

    def kept_at_hub(self) -> int:
        query = select(func.count()).select_from(followers)
        return int(self.hub.hub.database.read(lambda c: c.execute(query).scalar_one()))

    def kept_here(self) -> list[Any]:
        return self.place.center.web._book.all()


async def until(condition: Any, wait: float = 30.0) -> None:
    async with asyncio.timeout(wait):
        while not condition():
            await asyncio.sleep(0.02)


@pytest.fixture
async def both(place: Any, hub_model: Path, tmp_path: Path) -> AsyncIterator[Both]:
    folder = tmp_path / "hub"
    folder.mkdir()
    shutil.copyfile(hub_model, folder / "hub.db")
    sms = Gateway()
    url = f"sqlite:///{folder / 'hub.db'}"
    hub = new_hub(url, folder, place.clock, posts=Posts({"sms": sms}))
    with served(hub, place.clock) as at:
        settings = place.path / "settings.toml"
        text = settings.read_text("utf-8") + f'\n[hub]\nurl = "{at.url}"\nkey = "{TOKEN}"\n'
        settings.write_text(text, "utf-8")
        async with place.opened():
            await until(lambda: place.center.web.shown()["texts"])
            yield Both(place, at, sms)


async def serve_next(place: Any) -> str:
    """Call and serve whoever is next at counter 1; return her number."""
    called = await place.post("/v1/counters/1/call-next", role="counter")
    assert called.status_code == 200, called.text
    for move in ("start", "finish"):
        answer = await place.post(f"/v1/tickets/{called.json()['id']}/{move}", role="counter")
        assert answer.status_code == 200, answer.text
    return str(called.json()["number"])


async def test_a_walk_in_is_told_five_before_and_at_her_turn_and_forgotten(both, tmp_path):
    place, log = both.place, io.StringIO()
    with log_to(log):
        assert (await place.day("kiosk"))["day"]["web"]["texts"] is True
        for _ in range(6):
            await place.issue("A")
        mine = await place.issue("A", phone=PHONE, language="en")
        assert "phone" not in mine
        await until(lambda: both.kept_at_hub() == 1)
        await until(lambda: both.kept_here() == [])
        await place.open_counter(1)
        assert both.sms.got == []
        await serve_next(place)
        await until(lambda: len(both.sms.got) == 1)
        for _ in range(5):
            await serve_next(place)
        called = await place.post("/v1/counters/1/call-next", role="counter")
        assert called.json()["number"] == mine["number"]
        await until(lambda: len(both.sms.got) == 2)
        for move in ("start", "finish"):
            await place.post(f"/v1/tickets/{mine['id']}/{move}", role="counter")
        await until(lambda: both.kept_at_hub() == 0)
        first, second = both.sms.got
        assert (first.kind, first.to) == ("five_before", PHONE)
        assert mine["number"] in first.text
        assert f"https://dat-lich.example.vn/en/t/{mine['id']}" in first.text
        assert (second.kind, second.to) == ("now", PHONE)
        assert "counter 1" in second.text
        assert PHONE not in str(first.facts)
        await leaves_no_trace(both, tmp_path, log)


async def test_a_number_whose_ticket_never_ended_is_gone_the_day_after(both, tmp_path):
    place, log = both.place, io.StringIO()
    with log_to(log):
        await place.issue("A", phone=PHONE)
        await until(lambda: both.kept_at_hub() == 1)
        place.clock.turn_to("2026-10-06T08:00:00+07:00")
        erase(both.hub.hub.database, place.clock.now())
        assert both.kept_at_hub() == 0
        await until(lambda: both.kept_here() == [])
        both.hub.hub.courier.go()
        assert both.sms.got == []
        await leaves_no_trace(both, tmp_path, log)


async def leaves_no_trace(both: Both, folder: Path, log: io.StringIO) -> None:
    """The number is in no file of either side, nor in the log."""
    with closing(pysqlite3.connect(str(both.hub.hub.database.file), timeout=20)) as beside:
        assert beside.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert {"hub.db", "center.db", "phones.db"} <= {one.name for one in files}
    for trace in (PHONE, PHONE[1:]):
        assert [one.name for one in files if trace.encode() in one.read_bytes()] == []
        assert trace not in log.getvalue()


async def test_a_center_without_a_hub_keeps_no_number(working):
    answer = await working.post("/v1/tickets", {"service": "A", "phone": PHONE})
    assert answer.status_code == 201
    assert not (working.path / "phones.db").exists()
    assert (await working.day("kiosk"))["day"]["web"] == {"cards": False, "texts": False}


@pytest.mark.parametrize(
    "wrong", ["0212345678", "091234567", "09123456789", "+84912345678", "٠٩" * 5]
)
async def test_what_gets_no_messages_is_refused(working, wrong):
    answer = await working.post("/v1/tickets", {"service": "A", "phone": wrong})
    assert (answer.status_code, answer.json()["code"]) == (422, "BAD_INPUT")
    assert wrong not in answer.text


class Away:
    """A hub that comes and goes."""

    def __init__(self) -> None:
        self.there, self.told = False, []

    async def tell_phones(self, phones: Any) -> None:
        if not self.there:
            raise HubAway("not there")
        self.told += phones


@pytest.fixture
def phones(working):
    book = PhoneBook(working.path / "waiting.db")
    yield Phones(book, working.center.writer), book
    book.close()


async def test_a_number_waits_for_a_hub_that_is_away_while_its_ticket_lives(working, phones):
    keeping, book = phones
    stays, leaves = await working.issue("A"), await working.issue("A")
    for one in (stays, leaves):
        await keeping.note(one["id"], PHONE, "vi")
    away = Away()
    with pytest.raises(HubAway):
        await keeping.once(away)
    assert len(book.all()) == 2
    await working.post(f"/v1/tickets/{leaves['id']}/cancel", {"reason": "left"})
    with pytest.raises(HubAway):
        await keeping.once(away)
    assert [one.ticket for one in book.all()] == [stays["id"]]
    away.there = True
    await keeping.once(away)
    assert ([one.ticket for one in away.told], book.all()) == ([stays["id"]], [])


async def test_when_the_day_closes_no_number_is_left(working, phones):
    keeping, book = phones
    ticket = await working.issue("A")
    await keeping.note(ticket["id"], PHONE, "vi")
    working.clock.turn_to("2026-10-05T18:00:00+07:00")
    await working.center.opening.once()
    working.clock.turn_to("2026-10-06T08:00:00+07:00")
    await working.center.opening.once()
    await keeping.tidy()
    assert book.all() == []
    assert PHONE.encode() not in (working.path / "waiting.db").read_bytes()


def test_a_damaged_file_of_numbers_begins_anew(tmp_path):
    file = tmp_path / "phones.db"
    file.write_bytes(b"no database at all, but long enough to be read as one" * 40)
    book = PhoneBook(file)
    book.keep(FollowingPhone("t", PHONE, "vi"))
    assert [one.phone for one in book.all()] == [PHONE]
    assert PHONE not in repr(book.all())
    book.close()
