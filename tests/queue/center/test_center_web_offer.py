"""The catalogue and the standing that a center tells its hub: what is new, once, and readable."""

import asyncio

import orjson
import pytest

from layso_queue.center.procedures import Procedure, shipped
from layso_queue.center.sync.catalogue import (
    ROOM_OF_PROCEDURES,
    document_of,
    documents_of,
    procedures_of,
    tell_catalogue,
)
from layso_queue.hub.storage.catalogue import catalogue_of
from layso_queue.hub.storage.catalogue import procedures_of as read_procedures
from layso_queue.sync import Event, Kind
from layso_queue.sync.envelope import MOST_PAYLOAD
from layso_queue.sync.events import CATALOGUE
from layso_queue.sync.messages import Push, Sender
from layso_queue.sync.moment import Moment
from layso_queue.sync.packing import pack
from layso_queue.sync.trial.world import BEGIN, World
from layso_queue.sync.wire import read_request, write

PORTAL = "https://dichvucong.gov.vn"


@pytest.fixture
def tell(exchange):
    world = World(1)

    def once(document):
        with exchange.begin(BEGIN, "first") as side:
            told = tell_catalogue(side, {CATALOGUE: document}, Moment(BEGIN, world.new_id))
            return told, [one.event for one in side.outbox.after(0, 100)]

    return once


def _procedures(*pairs):
    return [
        Procedure(f"P{n}", service, 5, portal, "Việc", "Thing").shown()
        for n, (service, portal) in enumerate(pairs)
    ]


def test_the_hub_reads_what_the_center_tells(settings, tell):
    procedures = _procedures(("A", PORTAL), ("A", PORTAL), ("H", PORTAL), ("H", ""))
    told, events = tell(document_of(settings, procedures))
    assert told
    read = catalogue_of("26041", events[0].payload["document"])
    assert read.name == (settings.center.name.vi, settings.center.name.en)
    assert [one.code for one in read.services] == list("AHLKXNESM")
    assert read.services[0].documents["vi"] == list(settings.services[0].documents.vi)
    # A service is done online where all of it is; one that is so in part is not.
    assert [one.online_url for one in read.services[:3]] == [PORTAL, "", ""]


def test_a_content_is_told_once_and_its_return_again(settings, tell):
    one, other = document_of(settings, []), document_of(settings, _procedures(("A", PORTAL)))
    assert tell(one)[0]
    assert not tell(one)[0]
    assert tell(other)[0]
    told, events = tell(one)
    assert told
    assert [event.version for event in events] == [1, 2, 3]
    assert {(event.kind, event.entity) for event in events} == {(Kind.CATALOGUE_SET, "catalogue")}


def test_a_restored_center_tells_its_catalogue_again(settings, tell, exchange):
    document = document_of(settings, [])
    tell(document)
    lost = Event(
        id=World(3).new_id(),
        kind=Kind.CATALOGUE_SET,
        entity="catalogue",
        version=7,
        occurred_at=BEGIN,
        payload={"document": {}},
    )
    with exchange.begin(BEGIN, "x") as side:
        assert side.take_back(lost) is None
    assert tell(document)[0]
    assert not tell(document)[0]


def test_a_catalogue_with_very_long_lists_still_fits_an_event(settings):
    line = "Giấy chứng nhận quyền sử dụng đất " * 5
    lists = settings.services[0].documents.model_copy(update={"vi": (line,) * 60})
    long = tuple(one.model_copy(update={"documents": lists}) for one in settings.services)
    document = document_of(settings.model_copy(update={"services": long}), [])
    assert len(orjson.dumps({"document": document})) <= MOST_PAYLOAD
    kept = catalogue_of("26041", document).services[0].documents["vi"]
    assert 0 < len(kept) < 60


def test_the_shipped_procedures_are_told_whole_in_small_pieces(settings):
    procedures = [one.shown() for one in shipped(set("AHLKXNESM"))]
    told = {}
    for name, document in documents_of(settings, procedures).items():
        assert len(pack(orjson.dumps({"document": document}))) < 4_000, f"{name} on a thin line"
        if name != CATALOGUE:
            service, read = read_procedures(document)
            assert name == f"{CATALOGUE}:{service}"
            told |= {one.code: one for one in read}
    assert len(told) == len(procedures)
    for one in procedures:
        kept = told[one["code"]]
        assert (kept.name_vi, kept.minutes, kept.words) == (
            one["name"]["vi"],
            one["minutes"],
            one["words"],
        )
        assert (kept.documents, kept.online_url) == (one["documents"], one["portal"])


def test_more_procedures_than_fit_are_cut_and_the_event_still_goes():
    many = [
        Procedure(f"P{n}", "A", 5, PORTAL, "Việc rất dài " * 15, "Thing", words="chữ " * 50).shown()
        for n in range(400)
    ]
    document = procedures_of("A", many)
    assert len(orjson.dumps(document)) <= ROOM_OF_PROCEDURES
    assert 10 < len(read_procedures(document)[1]) < 400


def test_only_what_changed_is_told_again(settings, exchange):
    world = World(1)

    def tell(procedures):
        with exchange.begin(BEGIN, "first") as side:
            head = side.outbox.head()
            before = head.seq if head else 0
            documents = documents_of(settings, procedures)
            told = tell_catalogue(side, documents, Moment(BEGIN, world.new_id))
            names = [one.event.entity for one in side.outbox.after(before, 100)]
            assert told == bool(names)
            return names

    assert tell(_procedures(("A", ""), ("H", ""))) == [CATALOGUE, "catalogue:A", "catalogue:H"]
    assert tell(_procedures(("A", ""), ("H", ""))) == []
    assert tell(_procedures(("A", ""))) == ["catalogue:H"], "none any more is told too"


def _events(center):
    with center.exchange.begin(center.clock.now(), "x") as side:
        return [one.event for one in side.outbox.after(0, 2000)]


@pytest.mark.anyio
async def test_a_center_tells_all_that_it_offers_and_then_nothing_more(working):
    center = working.center
    while await asyncio.to_thread(center.offer.offer):
        pass
    events = _events(center)
    services = [f"{CATALOGUE}:{one.code}" for one in center.settings.services]
    assert [one.entity for one in events[:10]] == [CATALOGUE, *services]
    assert {one.kind for one in events[:10]} == {Kind.CATALOGUE_SET}
    assert {one.kind for one in events[10:]} == {Kind.QUOTA_SET}
    assert not await asyncio.to_thread(center.offer.offer)
    assert _events(center) == events


@pytest.mark.anyio
async def test_the_status_is_a_new_one_only_when_something_is_new(working):
    offer = working.center.offer
    assert offer.status() is None
    await offer.look()
    first = offer.status()
    assert (first.open, first.day) == (True, "2026-10-05")
    services = {one.code: one for one in first.services}
    assert list(services) == list("AHLKXNESM")
    assert (services["A"].open, services["A"].waiting, services["A"].low) == (True, 0, None)
    working.clock.pass_minutes(1)
    await offer.look()
    assert offer.status() is first
    await working.issue("A")
    await offer.look()
    second = offer.status()
    assert second.n > first.n
    assert {one.code: one.waiting for one in second.services}["A"] == 1
    sender = Sender(center="26041", incarnation="a")
    push = Push(sender=sender, base_seq=0, prev_hash=bytes(32), events=(), status=second)
    assert read_request(write(push)).status == second


@pytest.mark.anyio
async def test_minutes_are_told_where_a_counter_is_open(working):
    offer = working.center.offer
    await working.open_counter(1)
    await offer.look()
    free = {one.code: one for one in offer.status().services}
    assert (free["A"].low, free["A"].high) == (0, 0)
    assert free["H"].low is None
    for _ in range(4):
        await working.issue("A")
    await working.center.waits.once()
    await offer.look()
    busy = {one.code: one for one in offer.status().services}["A"]
    assert busy.waiting == 4
    assert 0 < busy.low <= busy.high


@pytest.mark.anyio
async def test_a_closed_center_is_told_as_closed(place):
    place.clock.turn_to("2026-10-04T09:00:00+07:00")
    async with place.opened():
        await place.center.offer.look()
        status = place.center.offer.status()
    assert not status.open
    assert not any(one.open for one in status.services)


@pytest.mark.anyio
async def test_numbers_of_statuses_go_on_after_a_start_and_a_clock_put_back(place):
    seen = []
    for when in ("2026-10-05T09:00:00+07:00", "2020-10-05T09:00:00+07:00"):
        place.clock.turn_to(when)
        async with place.opened():
            await place.center.offer.look()
            seen.append(place.center.offer.status().n)
    assert seen[0] < seen[1]


@pytest.mark.anyio
async def test_a_center_with_a_hub_keeps_its_offer_by_itself(place):
    file = place.path / "settings.toml"
    hub = '[hub]\nurl = "http://127.0.0.1:1"\nkey = "k"\n\n[[services]]'
    file.write_text(file.read_text("utf-8").replace("[[services]]", hub, 1), "utf-8")
    async with place.opened():
        center = place.center
        async with asyncio.timeout(30):
            while center.offer.status() is None or not _events(center):
                await asyncio.sleep(0.01)
        assert _events(center)[0].kind == Kind.CATALOGUE_SET
