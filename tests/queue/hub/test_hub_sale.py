"""Places are held and sold, and never sold twice; on both databases."""

import threading

import orjson
import pytest
from sqlalchemy import text
from sqlalchemy.event import listen

from hub_buyers import SLOT, count, left, refused, sell, told_of, unbalanced
from hub_place import lease, place, someone
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import CHALLENGE_TRIES, HOLD_MS
from layso_queue.hub.storage import StoreFailed
from layso_queue.hub.storage.sweeping import bring_back
from layso_queue.hub.storage.tables import bookings, entries, holds, leases


def test_a_held_place_is_sold_once_and_a_repeat_is_answered_alike(sale, database):
    hold = sale.hold(place(SLOT))
    assert left(sale) == 1
    made, new = sale.confirm(hold.id, someone())
    again, new_again = sale.confirm(hold.id, someone())
    assert (new, new_again) == (True, False)
    assert made == again == sale.booking(made.code)
    assert (made.state, made.day, made.name) == ("booked", "2026-10-06", "Nguyễn Văn Mẫu 1")
    assert len(made.code) == 17
    assert count(database, holds) == 0
    assert left(sale) == 1
    assert unbalanced(database) == 0


def test_a_sale_waits_for_the_disk_and_a_hold_does_not(sale, database):
    if not database.is_postgresql:
        pytest.skip("SQLite keeps every transaction on the disk: there is nothing to choose")
    said: list[str] = []
    listen(database.engine, "commit", lambda c: said.append(_waits(c)))
    held = sale.hold(place(SLOT))
    assert said == ["off"]
    sale.confirm(held.id, someone())
    assert said == ["off", "on"]
    sale.let_go(sale.hold(place(SLOT)).id)
    assert said == ["off", "on", "off", "off"]


def _waits(connection) -> str:
    return connection.exec_driver_sql("SHOW synchronous_commit").scalar_one()


def test_many_buyers_at_once_never_get_more_than_there_is(sale, database):
    lease(database, place(SLOT), 7, version=2)
    buyers, gate, outcomes = 40, threading.Barrier(40), []

    def buy(number):
        gate.wait(30)
        try:
            outcomes.append(sell(sale, number))
        except Refused as refused:
            outcomes.append(refused.why)

    threads = [threading.Thread(target=buy, args=(n,)) for n in range(buyers)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(outcomes) == buyers
    assert outcomes.count(Refusal.SLOT_FULL) == buyers - 7
    assert count(database, bookings) == 7
    assert left(sale) == 0
    assert unbalanced(database) == 0
    numbers = database.read(
        lambda c: [
            one["entity"]
            for one in map(orjson.loads, c.execute(told_of("out")).scalars())
            if one["kind"] == "booking.booked"
        ]
    )
    assert len(numbers) == len(set(numbers)) == 7
    seqs = database.read(lambda c: [*c.execute(told_of("out", entries.c.seq)).scalars()])
    assert seqs == list(range(1, len(seqs) + 1))


def test_the_database_itself_refuses_to_give_a_place_back_twice(database):
    with pytest.raises(StoreFailed, match="no_place_is_given_back_twice"):
        database.write(lambda c: c.execute(leases.update().values(sold=-1)))


def test_a_hold_ends_after_ten_minutes_and_its_place_returns(sale, database, sides, clock):
    hold = sale.hold(place(SLOT))
    clock.ms += HOLD_MS
    assert sale.held(hold.id) is None
    refused(Refusal.HOLD_GONE, sale.confirm, hold.id, someone())
    assert left(sale) == 1
    assert bring_back(database, sides, clock.now()) == 1
    assert bring_back(database, sides, clock.now()) == 0
    assert left(sale) == 2


def test_a_new_hold_gives_the_former_one_back(sale, database):
    first = sale.hold(place(SLOT))
    second = sale.hold(place("06 09:30"), first.id)
    assert (left(sale), left(sale, slot="06 09:30")) == (2, 1)
    lease(database, place("07 09:00"), 0, version=2)
    refused(Refusal.SLOT_FULL, sale.hold, place("07 09:00"), second.id)
    assert sale.held(second.id) is not None


def test_wrong_answers_give_the_place_back(sale):
    hold = sale.hold(place(SLOT))
    tries = [sale.count_try(hold.id) for _ in range(CHALLENGE_TRIES)]
    assert tries == [4, 3, 2, 1, 0]
    assert sale.held(hold.id) is None
    assert left(sale) == 2


def test_nothing_is_sold_of_the_past_or_of_a_frozen_center(sale, database, clock):
    clock.pass_minutes(31)
    refused(Refusal.SLOT_OVER, sale.hold, place("05 08:30"))
    assert sale.hold(place("05 00:00", remote=True)).place.remote
    refused(Refusal.SLOT_OVER, sale.hold, place("06 00:00", remote=True))
    clock.pass_minutes(16 * 60)
    refused(Refusal.SLOT_OVER, sale.hold, place("05 00:00", remote=True))
    database.write(lambda c: c.execute(text("UPDATE centers SET frozen = true")))
    refused(Refusal.SALES_FROZEN, sale.hold, place(SLOT))
    refused(Refusal.NOT_FOUND, sale.hold, place(SLOT)._replace(center="00004"))


def test_a_smaller_lease_never_undersells_what_is_sold(sale, database):
    sell(sale, 1)
    sale.hold(place(SLOT))
    assert lease(database, place(SLOT), 1, version=2) == 2
    assert lease(database, place(SLOT), 9, version=1) == 2
    assert left(sale) == 0
    assert lease(database, place(SLOT), 3, version=3) == 3
    assert left(sale) == 1
