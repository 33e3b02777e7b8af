"""A booking is let in by its person's ID card; of the card only a keyed hash is anywhere."""

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

from hub_beside import Wire, hub_beside
from hub_place import CENTER, TOKEN, at, place, someone
from hub_reader import sum_of
from layso_queue.center.log import log_to
from layso_queue.center.storage import bring_up_to_date
from layso_queue.center.sync.card_key import CardKey
from layso_queue.hub.persons import card_key_of, card_of, clean_card
from layso_queue.hub.storage import Person
from layso_queue.hub.storage.sweeping import erase
from layso_queue.hub.web.app import open_app

pytestmark = pytest.mark.anyio
NUMBER = "075085123456"
OTHER = "075190000012"
NAMES = {"vi": "Chứng thực", "en": "Copies"}


@pytest.fixture
def line(working: Any, hub_model: Path, tmp_path: Path) -> Iterator[Wire]:
    with hub_beside(hub_model, tmp_path, working.clock) as hub:
        wire = Wire(hub, working)
        wire.center.exchange.tell_journal(wire.at())
        wire.center.web.card_key.take(card_key_of(CENTER, hub.keys.secret))
        yield wire


def hashed(line: Wire, number: str = NUMBER) -> str:
    return card_of(number, card_key_of(CENTER, line.hub.keys.secret))


def holder(line: Wire, n: int = 1, number: str = NUMBER) -> Person:
    return someone(n, card=hashed(line, number))


async def book(line: Wire, when: str, service: str = "A", n: int = 1, *, remote: bool = False):
    hold = line.hub.sale.hold(place(when, service, remote=remote))
    booked, _ = line.hub.sale.confirm(hold.id, holder(line, n))
    await line.down()
    return booked


async def scan(line: Wire, number: str = NUMBER, id: str = "", **more: str) -> tuple[int, Any]:
    body = {"id": id or line.place.new_id(), "card": hashed(line, number), **more}
    answer = await line.place.ask("POST", "/v1/check-ins", body)
    return answer.status_code, answer.json()


async def test_one_booking_is_let_in_at_once(line):
    booked = await book(line, "05 09:30")
    status, said = await scan(line)
    assert (status, said["number"], said["channel"]) == (201, "A001", "web")
    assert said["appointment"] == {"slot": "2026-10-05T09:30:00.000+07:00", "came": "in_time"}
    await line.up()
    assert line.hub.sale.booking(booked.code).number == "A001"


async def test_a_lost_answer_is_given_again_by_the_same_id(line):
    await book(line, "05 09:30")
    id = line.place.new_id()
    first = await scan(line, id=id)
    await line.up()  # by now the booking counts as used everywhere
    again = await scan(line, id=id)
    assert (again[0], again[1]["number"]) == (200, first[1]["number"])


async def test_of_several_bookings_the_person_chooses(line):
    await book(line, "05 14:00", "H")
    await book(line, "05 09:30", "A")
    status, said = await scan(line)
    assert (status, said["code"]) == (409, "BOOKING_CHOOSE")
    assert [(one["service"], one["at"]) for one in said["bookings"]] == [
        ("A", "09:30"),
        ("H", "14:00"),
    ]
    status, ticket = await scan(line, booking=said["bookings"][1]["id"])
    assert (status, ticket["service"]) == (201, "H")
    status, ticket = await scan(line)
    assert (status, ticket["service"]) == (201, "A"), "only one is left"


async def test_another_card_has_no_booking(line):
    await book(line, "05 09:30")
    status, said = await scan(line, OTHER)
    assert (status, said["code"]) == (409, "CARD_WITHOUT_BOOKING")


async def test_a_number_taken_from_home_is_shown(line):
    await book(line, "05 00:00", remote=True)
    status, said = await scan(line)
    assert (status, said["number"]) == (200, "A001")
    assert (await scan(line))[1]["number"] == "A001"


@pytest.mark.parametrize(
    ("minutes", "came", "key"), [(-45, "early", None), (20, "late", None), (5, "in_time", "09:00")]
)
async def test_early_and_late_are_let_in_as_walk_ins_and_told_so(line, minutes, came, key):
    await book(line, "05 14:00")
    line.place.clock.turn_to("2026-10-05T14:00:00+07:00")
    line.place.clock.pass_minutes(minutes)
    status, said = await scan(line)
    assert (status, said["appointment"]["came"]) == (201, came)
    assert (said["key"] == said["issued_at"]) is (came != "in_time")


async def test_what_lets_nobody_in_says_why(line):
    booked = await book(line, "05 09:30")
    line.hub.sale.move(booked.code, at("06 09:00"))
    await line.down()
    status, said = await scan(line)
    assert (status, said["code"]) == (409, "BOOKING_WRONG_DAY")
    assert "06/10/2026" in said["detail"]
    line.hub.sale.move(booked.code, at("05 14:00"))
    line.hub.sale.cancel(booked.code)
    await line.down()
    assert (await scan(line))[1]["code"] == "BOOKING_CANCELLED"
    await book(line, "05 09:30", "H")
    assert (await scan(line))[0] == 201
    assert (await scan(line))[1]["code"] in ("BOOKING_USED", "BOOKING_CANCELLED")


async def test_a_used_booking_is_told_so(line):
    await book(line, "05 09:30")
    await scan(line)
    status, said = await scan(line)
    assert (status, said["code"]) == (409, "BOOKING_USED")


@pytest.mark.parametrize("card", ["", "x" * 64, "A" * 64, "0" * 63, NUMBER])
async def test_what_is_no_hash_is_refused_before_anybody_looks(line, card):
    answer = await line.place.post("/v1/check-ins", {"card": card})
    assert (answer.status_code, answer.json()["code"]) == (422, "BAD_INPUT")


async def test_kiosks_are_told_the_key_and_nobody_else(line):
    answer = await line.place.ask("GET", "/v1/card-key")
    assert answer.json() == {"key": card_key_of(CENTER, line.hub.keys.secret).hex()}
    assert (await line.place.ask("GET", "/v1/card-key", role="display")).status_code == 403


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
            assert wrong.status_code == 422
            assert "12 chữ số" in wrong.text
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
