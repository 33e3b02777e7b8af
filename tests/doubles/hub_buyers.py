"""Buyers at a hub's sale, and what a look behind it shows."""

from typing import Any

import pytest
from sqlalchemy import func, select, text

from hub_place import at, place, someone
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage.tables import entries
from layso_queue.sync.at_hub.feeding import feed
from layso_queue.sync.messages import Pull, Sender

SLOT = "06 09:00"


def told_of(way, column=entries.c.event):
    return select(column).where(entries.c.way == way).order_by(entries.c.seq)


def center_has_all(database, sides):
    """The center pulls: it has every event that the hub told."""

    def work(connection):
        side, at_now = sides.open(connection, "26041")
        head = side.outbox.head()
        feed(side, Pull(sender=Sender(center="26041", incarnation="c-1"), after=head), at_now)

    database.write(work)


def count(database, table):
    return database.read(lambda c: c.execute(select(func.count()).select_from(table)).scalar_one())


def unbalanced(database):
    """Slots where the places taken are not those held, sold or on their way back."""
    same = "x.center=l.center AND x.service=l.service AND x.remote=l.remote AND x.slot=l.slot"
    key = "'lease:slot:' || l.service || ':' || l.slot"
    query = f"""SELECT count(*) FROM leases l WHERE l.sold <>
        (SELECT count(*) FROM holds x WHERE {same})
      + (SELECT count(*) FROM bookings x WHERE x.state <> 'cancelled' AND {same})
      + (SELECT count(*) FROM freed x WHERE x.center = l.center AND x.key = {key})"""
    return database.read(lambda c: c.execute(text(query)).scalar_one())


def left(sale, service="A", slot=SLOT):
    found = sale.free("26041", service, at("08 00:00"))
    return {one.slot: one.free for one in found}.get(at(slot), 0)


def sell(sale, number=1, slot=SLOT, service="A"):
    return sale.confirm(sale.hold(place(slot, service)).id, someone(number))[0]


def refused(why: Refusal, work: Any, *words: Any) -> None:
    with pytest.raises(Refused) as found:
        work(*words)
    assert found.value.why is why
