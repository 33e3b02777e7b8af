"""Of an ID card only a keyed hash is anywhere, and not for long."""

import io
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pysqlite3
import pytest
import structlog

from card_line import NUMBER, book, card_line, hashed, scan
from hub_beside import Wire
from hub_place import CENTER, TOKEN, at
from hub_reader import sum_of
from layso_queue.center.log import log_to
from layso_queue.center.storage import bring_up_to_date
from layso_queue.center.sync.card_key import CardKey
from layso_queue.hub.persons import card_key_of, card_of, clean_card
from layso_queue.hub.storage.sweeping import erase
from layso_queue.hub.web.app import open_app

pytestmark = pytest.mark.anyio


@pytest.fixture
def line(working: Any, hub_model: Path, tmp_path: Path) -> Iterator[Wire]:
    with card_line(working, hub_model, tmp_path) as wire:
        yield wire


def test_each_center_has_a_key_of_its_own():
    secret = b"s" * 32
    one, other = card_key_of("26041", secret), card_key_of("26042", secret)
    assert card_of(NUMBER, one) != card_of(NUMBER, other)
    assert re.fullmatch("[0-9a-f]{64}", card_of(NUMBER, one))
    assert card_of("", one) == ""


@pytest.mark.parametrize(
    ("typed", "clean"),
    [("075 085 123 456", NUMBER), (" 075.085.123.456 ", NUMBER), ("", ""), ("  ", "")]
    + [(bad, None) for bad in ("07508512345", "0750851234567", "o75085123456", "٠٧٥٠٨٥١٢٣٤٥٦")],
)
def test_an_id_card_number_is_twelve_digits_or_none(typed, clean):
    assert clean_card(typed) == clean


def test_the_key_is_kept_apart_for_its_owner_only(tmp_path):
    file = tmp_path / "card.key"
    assert CardKey(file).key == b""
    assert CardKey(file).take(b"k" * 32)
    assert not CardKey(file).take(b"k" * 32)
    assert CardKey(file).key == b"k" * 32
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for damaged in ("", "zz", "00", "é"):
        file.write_text(damaged)
        assert CardKey(file).key == b""


async def test_the_number_is_nowhere_but_on_the_card(line, tmp_path):
    """From the page of the hub to the kiosk's question: databases, copies, logs, what is sent."""
    heard: list[bytes] = []
    log = io.StringIO()
    with log_to(log):
        transport = httpx.ASGITransport(open_app(line.hub), raise_app_exceptions=True)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://hub", headers={"origin": "http://hub"}
        ) as browser:
            form = {"center": CENTER, "service": "A", "slot": str(at("05 09:30"))}
            kept = await browser.post("/vi/hold", data=form)
            path = kept.headers["location"]
            page = await browser.get(path)
            assert 'name="card"' in page.text
            assert "no-store" in page.headers["cache-control"]
            hold = path.rpartition("/")[2]
            who = {"name": "Nguyễn Văn Mẫu", "phone": "0912345678", "sum": sum_of(line.hub, hold)}
            wrong = await browser.post(path, data={**who, "card": "12"})
            assert wrong.status_code == 303
            again = await browser.get(wrong.headers["location"])
            assert "12 chữ số" in again.text
            form = {**who, "sum": sum_of(line.hub, hold), "card": "075 085 123 456"}
            made = await browser.post(path, data=form)
            assert "/b/" in made.headers["location"]
            assert NUMBER not in (await browser.get(made.headers["location"])).text
            keys = await browser.get("/v1/sync/keys", headers={"authorization": f"Bearer {TOKEN}"})
            heard.append(keys.content)
            assert keys.json()["card"] == line.center.web.card_key.key.hex()
        await line.down()
        status, said = await scan(line)
        assert status == 201
        await line.up()
        structlog.get_logger().info("said", said=said)
    backup = tmp_path / "backup"
    bring_up_to_date(line.place.path / "center.db", backup)
    with pysqlite3.connect(str(line.place.path / "center.db")) as source:
        copy = pysqlite3.connect(str(tmp_path / "copy.db"))
        source.backup(copy)
        copy.close()
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert {"hub.db", "center.db", "copy.db", "hub.keys"} <= {one.name for one in files}
    for trace in (NUMBER, "075 085 123 456", "75085123456"):
        found = [one.name for one in files if trace.encode() in one.read_bytes()]
        assert found == []
        assert trace not in log.getvalue()
        assert all(trace.encode() not in body for body in heard)
    mark = hashed(line).encode()
    assert mark in b"".join(one.read_bytes() for one in files if "center.db" in one.name)


async def test_after_thirty_days_the_hub_forgets_the_hash_too(line):
    booked = await book(line, "05 09:30")
    line.place.clock.pass_minutes(32 * 1440)
    assert erase(line.hub.database, line.place.clock.now()) == 1
    assert line.hub.sale.booking(booked.code).card == ""


async def test_the_center_forgets_the_hash_after_its_day_and_the_name_after_thirty(line):
    booked = await book(line, "05 09:30")
    line.place.clock.pass_minutes(3 * 1440)

    def kept() -> tuple[str, str]:
        with line.center.exchange.begin(line.place.clock.now(), "x") as side:
            found = side.booking(booked.id)
            return found.card, found.name

    line.center.offer.offer()
    assert kept() == ("", booked.name)
    line.place.clock.pass_minutes(30 * 1440)
    line.center.offer.offer()
    assert kept() == ("", "")
