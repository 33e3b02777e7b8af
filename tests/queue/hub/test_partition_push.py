"""What comes after a cut comes in bulk: it ends as told one by one, and wakes nobody too late."""

import random

import pytest
from sqlalchemy import select

from hub_place import CENTER, place, someone
from layso_queue.hub.storage import Exchange, Sale, Sides
from layso_queue.hub.storage.tables import notices, seen, tickets
from layso_queue.hub.times import MINUTE_MS
from layso_queue.sync import FIRST, Event, Kind
from layso_queue.sync import messages as m

SENDER = m.Sender(center=CENTER, incarnation="c-1")


class Teller:
    """Makes the facts of a center and pushes them."""

    def __init__(self, exchange, clock):
        self.exchange, self.clock = exchange, clock
        self.seq, self.hash, self.made = 0, FIRST, 0

    def event(self, kind, entity, ago_ms=0, **payload):
        self.made += 1
        return Event(
            id=f"01990000-0000-7000-8000-{self.made:012x}",
            kind=kind,
            entity=entity,
            version=1,
            occurred_at=self.clock.now() - ago_ms,
            payload=payload,
        )

    def life(self, name, n, ago_ms=0):
        """A ticket given, called, called back and served."""
        same = {"number": f"A{n:03}", "service": "A", "key": n}
        given = {**same, "series": "A", "n": n, "day": "2026-10-05", "channel": "kiosk"}
        yield self.event(Kind.TICKET_ISSUED, name, ago_ms, **given, language="vi", booking="")
        for state in ("called", "waiting", "called", "serving", "served"):
            yield self.event(Kind.TICKET_MOVED, name, ago_ms, **same, state=state, counter=2)

    def push(self, *events):
        push = m.Push(sender=SENDER, base_seq=self.seq, prev_hash=self.hash, events=events)
        answer = self.exchange.push(push)
        assert isinstance(answer, m.Ack)
        self.seq, self.hash = answer.seq, answer.hash


@pytest.fixture
def told(database, clock):
    ways = lambda _: ("sms",)  # noqa: E731
    return Teller(Exchange(database, Sides(clock, random.Random(1).randbytes, ways)), clock)


def _shown(database, name):
    row = database.read(lambda c: c.execute(select(tickets).where(tickets.c.id == name)).one())
    return {key: value for key, value in row._mapping.items() if key not in ("id", "number", "key")}


@pytest.mark.parametrize("ago_ms", [0, 60 * MINUTE_MS])
def test_a_push_of_many_ends_as_one_push_each(database, told, ago_ms):
    told.push(*told.life("at-once", 1, ago_ms), *told.life("beside", 2, ago_ms))
    for event in told.life("one-by-one", 3, ago_ms):
        told.push(event)
    assert _shown(database, "at-once") == _shown(database, "one-by-one")
    assert _shown(database, "at-once")["state"] == "served"
    assert len(database.read(lambda c: c.execute(select(seen)).all())) == 18


def test_a_fact_that_comes_again_has_no_effect_again(database, told):
    life = list(told.life("t-1", 1))
    told.push(*life)
    told.push(*life[:3], *life[1:2])
    assert _shown(database, "t-1")["state"] == "served"


@pytest.mark.parametrize(("ago", "count"), [(1, 1), (60, 0)])
def test_nobody_is_told_of_a_call_of_an_hour_ago(database, told, clock, ago, count):
    sale = Sale(database, clock, random.Random(3).randbytes)
    booked, _ = sale.confirm(sale.hold(place("05 09:00")).id, someone())
    about = {"service": "A", "slot": booked.slot, "remote": False}
    came = {"ticket": "t-1", "number": "A001"}
    checked = told.event(Kind.BOOKING_CHECKED_IN, booked.id, **about, **came)
    life = list(told.life("t-1", 1, ago * MINUTE_MS))
    told.push(life[0], checked, *life[1:2])
    rows = database.read(lambda c: c.execute(select(notices.c.kind)).scalars().all())
    assert rows.count("now") == count
