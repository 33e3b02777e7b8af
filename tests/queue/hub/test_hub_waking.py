"""A held pull is answered because another process sold, not because it looked again."""

import threading

import httpx
import pytest

from hub_center import FarCenter
from hub_place import CENTER, place, someone
from hub_server import new_hub, served
from layso_queue.hub.api import exchange
from layso_queue.hub.storage.announcing import announce
from private_postgres import binaries

pytestmark = pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed here")
LONG_S = 600.0


@pytest.fixture
def held(new_url, tmp_path, clock, monkeypatch):
    """A hub that never looks by itself while it holds a pull, and a place to sell behind it."""
    monkeypatch.setattr(exchange, "LOOK_S", LONG_S)
    url = new_url("postgresql")
    hub, other = new_hub(url, tmp_path, clock), new_hub(url, tmp_path, clock, seed=75)
    hub.long_poll_s = LONG_S
    try:
        with served(hub, clock) as at, httpx.Client(base_url=at.url, timeout=60) as client:
            assert hub._listener.listening.wait(30)
            yield hub, other, FarCenter(client, clock)
    finally:
        other.database.close()


def test_a_sale_in_another_process_wakes_a_held_pull(held, monkeypatch):
    hub, other, far = held
    far.pull()
    looked, looks = threading.Event(), []
    has_after = hub.exchange.has_after

    def look(asked):
        found = has_after(asked)
        looks.append(found)
        looked.set()
        return found

    monkeypatch.setattr(hub.exchange, "has_after", look)
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(far.pull()))
    waiting.start()
    assert looked.wait(30)
    other.database.write(lambda c: announce(c, "00004"))
    made = other.sale.confirm(other.sale.hold(place("06 09:00")).id, someone())[0]
    waiting.join(60)
    assert not waiting.is_alive()
    assert [one.entity for one in answers[0].events] == [made.id]
    assert looks[0] is False, "there was something to give before anybody sold"
    assert len(looks) < 20, "it looked without pause"
    assert hub.bells._waiting == {}


def test_whatever_may_have_been_missed_is_looked_for(held, monkeypatch):
    hub, other, far = held
    far.pull()
    monkeypatch.setattr(hub, "_changed", lambda center: None)
    hub._listener._heard = lambda center: None
    looked = threading.Event()
    has_after = hub.exchange.has_after
    monkeypatch.setattr(
        hub.exchange, "has_after", lambda asked: (has_after(asked), looked.set())[0]
    )
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(far.pull()))
    waiting.start()
    assert looked.wait(30)
    other.sale.confirm(other.sale.hold(place("06 09:00")).id, someone())
    assert list(hub.bells._waiting) == [CENTER]
    # The database ends the listener's connection; it comes again and says what it may have missed.
    end = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE starts_with(query, 'LISTEN')"
    )
    other.database.write(lambda c: c.exec_driver_sql(end).all())
    waiting.join(60)
    assert not waiting.is_alive()
    assert len(answers[0].events) == 1
