"""What only staff can decide: which copy is the real one, and what was set aside."""

import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from hub_beside import Wire, hub_beside, model_hub
from layso_queue.center.command import main
from layso_queue.center.keeping.aside import NotAside, NotSuperseded, let_go, retry, take_over
from layso_queue.center.keeping.link_life import LinkLife
from layso_queue.center.sync.link import Standing
from layso_queue.line.states import TicketState
from layso_queue.sync import Event, Kind, SyncRefusal, SyncRefused
from layso_queue.sync.at_center.lives import begin_life
from layso_queue.sync.at_center.storage import LinkState, Mode
from layso_queue.sync.moment import Moment
from layso_queue.sync.positions import Entry
from layso_queue.sync.storage import SetAside

pytestmark = pytest.mark.anyio

BOOKING = "01999999-0000-7000-8000-00000000000b"


def begin(place):
    return place.center.exchange.begin(place.clock.now(), place.new_id())


def cancelled(place, seq=1):
    """A booking of which this center never heard is given up."""
    event = Event(
        id=place.new_id(),
        kind=Kind.BOOKING_CANCELLED,
        entity=BOOKING,
        version=seq + 1,
        occurred_at=place.clock.now(),
        payload={},
    )
    return Entry(seq, bytes(32), event)


def put_aside(place, *entries, why=SyncRefusal.BOOKING_UNKNOWN):
    with begin(place) as side:
        for entry in entries:
            side.inbox.set_aside(SetAside(entry, SyncRefused(why)), place.clock.now())


async def supervise(place):
    await place.sign_in(1, staff="truong", role="supervisor")


async def test_what_is_set_aside_is_said_in_words_and_can_be_dismissed(working):
    await supervise(working)
    first, second = cancelled(working), cancelled(working, 2)
    put_aside(working, first)
    put_aside(working, second, why=SyncRefusal.WAITS_FOR_EARLIER)
    answer = await working.ask(
        "GET", "/v1/web/set-aside", role="supervisor", headers={"Accept-Language": "vi"}
    )
    one, other = answer.json()["set_aside"]
    assert (one["id"], one["code"], one["kind"]) == (
        first.event.id, "BOOKING_UNKNOWN", "booking.cancelled",
    )  # fmt: skip
    assert one["what"] == "Lịch hẹn bị hủy"
    assert one["why"].startswith("Trung tâm không có lịch hẹn này.")
    assert other["why"] == "Còn chờ một việc trước đó cũng được để riêng."
    path = f"/v1/web/set-aside/{first.event.id}"
    still = await working.post(f"{path}/retry", role="supervisor")
    assert (still.status_code, still.json()["code"]) == (409, "STILL_SET_ASIDE")
    assert still.json()["reason"] == "BOOKING_UNKNOWN"
    left = await working.post(f"{path}/dismiss", role="supervisor")
    assert [one["id"] for one in left.json()["set_aside"]] == [second.event.id]
    again = await working.post(f"{path}/dismiss", role="supervisor")
    assert (again.status_code, again.json()["code"]) == (404, "ASIDE_UNKNOWN")


async def test_a_retry_takes_the_events_of_one_thing_in_their_order(working):
    from layso_queue.sync import Booking

    await supervise(working)
    moved = Event(
        id=working.new_id(),
        kind=Kind.BOOKING_RESCHEDULED,
        entity=BOOKING,
        version=2,
        occurred_at=working.clock.now(),
        payload={"service": "A", "slot": working.clock.now() + 3_600_000},
    )
    put_aside(working, Entry(1, bytes(32), moved), cancelled(working, 2))
    known = Booking(id=BOOKING, code="7K2P9QXMWD3RTV4H", service="A", slot=working.clock.now())
    with begin(working) as side:
        side.keep_booking(known)
        last = side.inbox.aside()[1].entry.event.id
    path = f"/v1/web/set-aside/{last}/retry"
    done = await working.post(path, role="supervisor")
    assert (done.status_code, done.json()) == (200, {"set_aside": []})
    with begin(working) as side:
        assert side.booking(BOOKING).version == 3
        with pytest.raises(NotAside):
            retry(side, last, Moment(working.clock.now(), working.new_id))
        with pytest.raises(NotAside):
            let_go(side, last)


async def test_staff_say_which_copy_is_the_real_one(working):
    await supervise(working)
    refused = await working.post("/v1/web/take-over", role="supervisor")
    assert (refused.status_code, refused.json()["code"]) == (409, "NOT_SUPERSEDED")
    with begin(working) as side:
        mine = side.outbox.head().incarnation
        side.keep_state(LinkState(mode=Mode.SUPERSEDED, by="the-copy"))
    done = await working.post("/v1/web/take-over", role="supervisor")
    assert (done.status_code, done.json()) == (200, {"mode": "returning"})
    with begin(working) as side:
        assert side.outbox.head().incarnation not in (mine, "the-copy")
        assert side.state.lineage[:2] == ("the-copy", mine)
        with pytest.raises(NotSuperseded):
            take_over(side, Moment(working.clock.now(), working.new_id))


def test_the_same_by_the_command_line(place, capsys):
    from layso_queue.center.storage import Exchange

    words = ["--language", "en", "web"]
    on = ["--data", str(place.path)]
    assert main([*words, "take-over", *on]) == 2
    assert "--yes" in capsys.readouterr().err
    assert main([*words, "take-over", *on, "--yes"]) == 2
    assert "nothing to decide" in capsys.readouterr().err
    entry = cancelled(place)
    exchange = Exchange(place.path / "center.db", "26041")
    with exchange.begin(place.clock.now(), place.new_id()) as side:
        side.keep_state(LinkState(mode=Mode.SUPERSEDED, by="the-copy"))
        side.inbox.set_aside(SetAside(entry, SyncRefused(SyncRefusal.BOOKING_UNKNOWN)), 1)
    exchange.close()
    assert main([*words, "take-over", *on, "--yes"]) == 0
    assert "is the real center" in capsys.readouterr().out
    assert main([*words, "set-aside", "list", *on]) == 0
    line = capsys.readouterr().out
    assert line.startswith(entry.event.id)
    assert "An appointment given up. The center does not have this appointment." in line
    assert main([*words, "set-aside", "retry", entry.event.id, *on]) == 1
    assert main([*words, "set-aside", "dismiss", entry.event.id, *on]) == 0
    assert main([*words, "set-aside", "dismiss", entry.event.id, *on]) == 2
    capsys.readouterr()
    assert main([*words, "set-aside", "list", *on]) == 0
    assert "Nothing is set aside." in capsys.readouterr().out


@dataclass
class Hub:
    """As much of a link as is asked for here."""

    standing: Standing


async def test_tickets_that_the_hub_returns_come_back_with_their_numbers(
    working, tmp_path: Path, tmp_path_factory
):
    model = model_hub(tmp_path_factory.mktemp("hub"))
    with hub_beside(model, tmp_path, working.clock) as hub:
        wire = Wire(hub, working, _chance=random.Random(1))
        wire.center.exchange.tell_journal(wire.at())
        known = await working.issue("A")
        await wire.up()
        facts = _returned(working, known, "A007", moved="served")
        clash = _returned(working, known, known["number"], ticket=working.new_id())
        put_aside(working, *facts, *clash, why=SyncRefusal.NEEDS_STAFF)
        with begin(working) as side:
            begin_life(side, wire.at())
        link = Hub(Standing(mode=Mode.RETURNING, aside=3))
        center = working.center
        life = LinkLife(center.exchange, link, center.writer, working.clock, working.new_id)
        assert await life.must_leap()
        assert await life.must_leap(), "it was only asked"
        await life.leapt()
        assert not await life.must_leap()
        await life.bring_back()
        day = await center.writer.look(lambda desk: dict(desk.day.tickets))
        back = day[facts[0].event.entity]
        assert (back.number, back.state) == ("A007", TicketState.CANCELLED)
        with begin(working) as side:
            (left,) = side.inbox.aside()
        assert left.refused.why is SyncRefusal.NUMBER_TAKEN
        assert (await working.issue("A"))["number"] == "A008"


def _returned(place, like, number, *, ticket="", moved=""):
    """What the hub gives back of one ticket: it was given, and perhaps moved on."""
    ticket, now = ticket or place.new_id(), place.clock.now()
    payload = {
        "number": number, "series": "A", "n": int(number[1:]), "service": "A", "channel": "kiosk",
        "language": "vi", "key": now, "day": "2026-10-05", "booking": "",
    }  # fmt: skip
    about = {"entity": ticket, "version": 1, "occurred_at": now}
    facts = [Event(id=ticket, kind=Kind.TICKET_ISSUED, payload=payload, **about)]
    if moved:
        facts.append(
            Event(id=place.new_id(), kind=Kind.TICKET_MOVED, payload={"state": moved}, **about)
        )
    return [Entry(n + 1, bytes(32), fact) for n, fact in enumerate(facts)]
