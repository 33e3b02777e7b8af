"""Days long over become sums: the statistics say the same before, meanwhile and afterwards."""

import random
import threading
from collections import Counter
from dataclasses import asdict, replace
from itertools import count

import pytest
from sqlalchemy import insert

from hub_place import CENTER
from hub_server import new_hub, served
from layso_queue.hub import hub as hub_module
from layso_queue.hub.storage import CenterRow, Centers, Database, LiveTicket, summing
from layso_queue.hub.storage import tables as t
from layso_queue.hub.storage.days import STEPS, quantile
from layso_queue.hub.storage.forgetting import forget_old
from layso_queue.hub.storage.overview import counts_of_day
from layso_queue.hub.storage.rows import Booked
from layso_queue.hub.storage.summing import KEEP_ROWS_DAYS, sum_up
from layso_queue.hub.storage.tables import bookings, tickets
from layso_queue.hub.storage.upsert import put
from layso_queue.hub.times import DAY_MS, MINUTE_MS, day_of

OTHER = "00004"
CHANNELS = ("kiosk", "web", "staff", "emergency")
ENDS = ("served", "no_show", "cancelled", "expired")
MADE_BY = ("web", "portal:cong-dvc", "center")


class Town:
    """Two centers whose tickets and bookings are known to the test as well as to the hub."""

    def __init__(self, database, clock, seed):
        self.database, self.clock, self.chance = database, clock, random.Random(seed)
        Centers(database).register(CenterRow(OTHER, "Trung tâm khác", "Another", "01", 0), "e" * 64)
        self.known = {}
        self._ids = count()

    def ticket(self, center, days_ago, **more):
        """A ticket of a day, as it was last told of then."""
        began = self.clock.now() - days_ago * DAY_MS
        called = self.chance.choice((None, began + self.chance.randrange(300 * MINUTE_MS)))
        ticket = LiveTicket(
            id=f"t-{next(self._ids)}",
            center=center,
            day=day_of(began),
            number="A001",
            service=self.chance.choice("AH"),
            state=self.chance.choice(ENDS),
            channel=self.chance.choice(CHANNELS),
            counter=None,
            key=began,
            issued_at=began,
            called_at=called,
            changed_at=began + MINUTE_MS,
        )
        return self.tell(replace(ticket, **more))

    def booking(self, center, days_ago):
        slot = self.clock.now() - days_ago * DAY_MS
        id = f"b-{next(self._ids)}"
        texts = dict.fromkeys(("number", "ticket", "name", "phone", "email"))
        words = {"language": "vi", "priority": "none", "card": "", "service": "A"}
        booking = Booked(
            id=id, code=id, hold=id, person=id, version=1, center=center, remote=False, slot=slot,
            day=day_of(slot), state=self.chance.choice(("checked_in", "cancelled", "missed")),
            channel=self.chance.choice(MADE_BY), made_at=slot, changed_at=slot, **texts, **words,
        )  # fmt: skip
        return self.tell(booking)

    def tell(self, one):
        table = tickets if isinstance(one, LiveTicket) else bookings
        self.database.write(lambda c: put(c, table, asdict(one)))
        self.known[one.id] = one
        return one

    def agrees(self):
        """Whether the statistics of every day are those of what the test knows."""
        days = {one.day for one in self.known.values()}
        for day in days:
            told = counts_of_day(self.database, day)
            ours = [one for one in self.known.values() if one.day == day]
            assert set(told) == {one.center for one in ours}
            for center, counts in told.items():
                here = [one for one in ours if one.center == center]
                mine = [one for one in here if isinstance(one, LiveTicket)]
                booked = [one for one in here if isinstance(one, Booked)]
                assert counts.tickets == Counter(one.channel for one in mine)
                assert counts.states == Counter(one.state for one in mine)
                assert counts.waits == Counter(_step(one) for one in mine if one.called_at)
                assert counts.bookings == Counter(one.state for one in booked)
                assert counts.booked_by == Counter(one.channel for one in booked)
        return len(days)

    def rows(self, table=tickets):
        return self.database.read(lambda c: {row.id for row in c.execute(table.select())})


def _step(ticket):
    minutes = (ticket.called_at - ticket.issued_at) // MINUTE_MS
    return max(step for step in STEPS if step <= minutes)


@pytest.fixture
def town(database, clock, monkeypatch):
    monkeypatch.setattr(summing, "AT_ONCE", 5)
    return Town(database, clock, 1)


@pytest.mark.parametrize("seed", range(2))
def test_sums_and_rows_say_together_what_the_rows_said(database, clock, monkeypatch, seed):
    monkeypatch.setattr(summing, "AT_ONCE", 7)
    town = Town(database, clock, seed)
    for center in (CENTER, OTHER):
        town.ticket(center, 0)
        for ago in town.chance.choices((1, 20, 34, 36, 37, 60), k=20):
            town.ticket(center, ago)
            town.booking(center, ago)
    assert town.agrees() >= 5
    while sum_up(database, clock.now(), most=town.chance.randint(1, 3)):
        town.agrees()
        if town.chance.random() < 0.5:  # told late, of a day that is summed in part
            town.ticket(CENTER, 36)
            town.booking(OTHER, 60)
    town.agrees()
    kept = day_of(clock.now() - KEEP_ROWS_DAYS * DAY_MS)
    for table in (tickets, bookings):
        assert {town.known[id].day >= kept for id in town.rows(table)} == {True}


def test_what_may_still_change_is_not_summed(town, clock):
    ago = KEEP_ROWS_DAYS + 3
    cut_off = town.ticket(CENTER, ago, state="waiting", called_at=None)
    sold = town.booking(CENTER, ago)
    town.ticket(CENTER, -1)  # by a clock that was wrong
    served_now = town.ticket(OTHER, ago, state="waiting", changed_at=clock.now())
    town.ticket(OTHER, 0)
    assert sum_up(town.database, clock.now()) == 0, "its center has told nothing of a later day"
    town.tell(replace(cut_off, state="served", called_at=cut_off.issued_at + 7 * MINUTE_MS))
    town.agrees()
    town.ticket(CENTER, ago - 1)
    assert sum_up(town.database, clock.now()) == 2
    assert sold.id not in town.rows(bookings)
    assert cut_off.id not in town.rows()
    assert served_now.id in town.rows()
    town.agrees()


def test_a_late_ticket_of_a_summed_day_counts_too(town, clock):
    for _ in range(3):
        town.ticket(CENTER, 40, state="served", channel="kiosk", service="A", called_at=None)
    town.ticket(CENTER, 1)
    assert sum_up(town.database, clock.now()) == 3
    late = town.ticket(CENTER, 40, state="served", channel="kiosk", service="A", called_at=None)
    town.tell(replace(late, changed_at=clock.now()))
    town.agrees()
    assert sum_up(town.database, clock.now()) == 0
    clock.ms += (KEEP_ROWS_DAYS + 1) * DAY_MS
    town.ticket(CENTER, 0)
    assert sum_up(town.database, clock.now()) == 2
    assert counts_of_day(town.database, late.day)[CENTER].tickets == {"kiosk": 4}


def test_hubs_that_sum_at_once_count_each_row_once(town, clock, url):
    for _ in range(40):
        town.ticket(CENTER, 50)
    town.ticket(CENTER, 0)
    hubs = [town.database] if url.startswith("sqlite") else [town.database, Database(url, pool=4)]
    gate, done = threading.Barrier(4), []

    def go(database):
        gate.wait(30)
        done.append(sum_up(database, clock.now()))

    threads = [threading.Thread(target=go, args=(hubs[n % len(hubs)],)) for n in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    for other in hubs[1:]:
        other.close()
    assert sum(done) == 40
    town.agrees()


def test_a_sweep_ends_after_some_transactions_and_the_next_goes_on(town, clock):
    for _ in range(12):
        town.ticket(CENTER, 50)
    town.ticket(CENTER, 0)
    assert [sum_up(town.database, clock.now(), most=2) for _ in range(3)] == [10, 2, 0]


def test_a_working_hub_sums_and_drops_by_itself(new_url, tmp_path, clock, monkeypatch):
    tidied = threading.Event()

    def then_say(database, now):
        forget_old(database, now)
        tidied.set()

    monkeypatch.setattr(hub_module, "forget_old", then_say)
    hub = new_hub(new_url("sqlite"), tmp_path, clock)
    town = Town(hub.database, clock, 3)
    old = [town.ticket(CENTER, 50).id for _ in range(3)]
    town.ticket(CENTER, 0)
    seen = {"center": CENTER, "id": "long ago", "at": clock.now() - 50 * DAY_MS}
    hub.database.write(lambda c: c.execute(insert(t.seen).values(seen)))
    with served(hub, clock):
        assert tidied.wait(30)
        assert not town.rows(t.seen)
        assert not town.rows() & set(old)
        town.agrees()


@pytest.mark.parametrize(
    ("waits", "half", "most"),
    [
        ({}, None, None),
        ({0: 1}, 5, 5),
        ({0: 5, 10: 5}, 5, 15),
        ({0: 4, 15: 5, 60: 1}, 20, 20),
        ({240: 1}, None, None),
    ],
)
def test_a_quantile_is_the_end_of_its_step(waits, half, most):
    assert (quantile(waits, 0.5), quantile(waits, 0.9)) == (half, most)
