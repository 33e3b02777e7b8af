"""What a process keeps of centers: not longer than it may, and never past a change it hears of."""

import threading

import pytest

from hub_place import CENTER, MONDAY_AT_EIGHT, SetClock, place, someone
from hub_server import new_hub
from layso_queue.hub.kept import MOST, Kept
from layso_queue.hub.looks import Looks
from layso_queue.hub.storage import Centers, Database, Live, LiveTicket, Sale
from layso_queue.hub.storage.announcing import Listener, announce
from layso_queue.hub.storage.live import show_ticket
from private_postgres import binaries


class _Count:
    def __init__(self):
        self.n = 0

    def __call__(self):
        self.n += 1
        return self.n


def test_an_answer_is_kept_until_it_is_too_old():
    now = [0.0]
    kept, load = Kept(5, lambda: now[0]), _Count()
    assert [kept.get("26041", "a", load) for _ in range(3)] == [1, 1, 1]
    now[0] = 4.9
    assert kept.get("26041", "a", load) == 1
    now[0] = 5.0
    assert kept.get("26041", "a", load) == 2


def test_a_change_of_one_center_leaves_the_others():
    kept, load = Kept(5, lambda: 0.0), _Count()
    assert (kept.get("1", "a", load), kept.get("2", "a", load)) == (1, 2)
    kept.drop("1")
    assert (kept.get("1", "a", load), kept.get("2", "a", load)) == (3, 2)
    kept.drop_all()
    assert kept.get("2", "a", load) == 4


def test_what_changed_while_it_was_loaded_is_not_kept():
    kept = Kept(5, lambda: 0.0)

    def load():
        kept.drop("1")
        return "old"

    assert kept.get("1", "a", load) == "old"
    assert kept.get("1", "a", lambda: "new") == "new"


def test_keeping_nothing_asks_every_time_and_keeping_is_bounded():
    load = _Count()
    assert [Kept(0).get("1", "a", load) for _ in range(3)] == [1, 2, 3]
    kept = Kept(5, lambda: 0.0)
    for n in range(MOST + 10):
        kept.get("1", n, lambda: 0)
    assert kept.get("1", 0, lambda: "again") == "again", "the oldest went"


def _ticket(n, state="waiting", service="A", key=None):
    key = n if key is None else key
    return LiveTicket(
        f"t{n}", CENTER, "2026-10-05", f"{service}{n:03}", service, state, "kiosk", None, key, 0,
        None, 0,
    )  # fmt: skip


@pytest.fixture
def looks(database, clock):
    return Looks(
        Centers(database), Live(database), Sale(database, clock, bytes), Kept(60, lambda: 0.0)
    )


def test_a_kept_line_counts_those_before_as_the_database_does(looks, database):
    line = [_ticket(1, "serving"), _ticket(2), _ticket(3, key=1), _ticket(4, service="H")]
    line += [_ticket(5), _ticket(6, "served")]

    def show(connection):
        for one in line:
            show_ticket(connection, one)

    database.write(show)
    for one in line:
        exact = looks._live.ticket(one.id)
        assert looks.ticket(one.id) == exact, one
        assert looks.ticket(one.id) == exact, "from what is kept"
    assert looks.ticket("nobody") is None
    database.write(lambda c: show_ticket(c, _ticket(7)))
    assert looks.ticket("t7") is not None, "an unknown ticket is looked for each time"


@pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed here")
def test_a_process_hears_at_once_what_another_sells(new_url, tmp_path):
    url, clock = new_url("postgresql"), SetClock(MONDAY_AT_EIGHT)
    hub = new_hub(url, tmp_path, clock)
    heard, changed = threading.Event(), []
    listener = Listener(url, lambda c: (changed.append(c), heard.set()), lambda: None)
    try:
        assert listener.listening.wait(30)
        hub.sale.confirm(hub.sale.hold(place("06 09:00")).id, someone(1))
        assert heard.wait(30)
        assert set(changed) == {CENTER}
    finally:
        listener.close()
        hub.database.close()


@pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed here")
def test_a_change_that_is_taken_back_is_told_to_nobody(new_url):
    database = Database(new_url("postgresql"))
    heard = []
    listener = Listener(database.url, heard.append, lambda: None)

    def fail(connection):
        announce(connection, "taken back")
        raise LookupError("no")

    try:
        assert listener.listening.wait(30)
        with pytest.raises(LookupError, match="no"):
            database.write(fail)
        done = threading.Event()
        listener._heard = lambda center: (heard.append(center), done.set())
        database.write(lambda c: announce(c, "kept"))
        assert done.wait(30)
        assert heard == ["kept"]
    finally:
        listener.close()
        database.close()


def test_a_listener_without_its_database_says_what_it_may_have_missed():
    lost = threading.Event()
    listener = Listener("postgresql://nobody@/gone?host=/nowhere", print, lost.set)
    assert lost.wait(30)
    assert not listener.listening.is_set()
    listener.close()
