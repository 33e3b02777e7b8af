"""Guesses of codes and passwords are counted once for all processes, on both databases."""

import threading
from contextlib import ExitStack

import httpx
import pytest
from sqlalchemy import func, select

from hub_server import new_hub, served
from layso_queue.hub.guards import Guards
from layso_queue.hub.limits import Limits, Rate
from layso_queue.hub.storage.askings import count
from layso_queue.hub.storage.sweeping import erase
from layso_queue.hub.storage.tables import askings

SIX = Rate("sign-in", 6, 300, everywhere=True)
SECRET = b"s" * 32


def _process(database, clock):
    return Guards(database, clock, Limits(clock), SECRET)


def _kept(database):
    return database.read(lambda c: c.execute(select(askings)).all())


def test_two_processes_allow_together_what_one_would(database, clock):
    one, other = _process(database, clock), _process(database, clock)
    allowed = [guard.wait(SIX, "10.0.0.9") == 0 for _ in range(6) for guard in (one, other)]
    assert sum(allowed) == 6
    assert allowed[:6] == [True] * 6
    assert other.wait(SIX, "10.0.0.9") == 50
    assert other.wait(SIX, "10.0.0.8") == 0
    clock.ms += 50_000
    assert one.wait(SIX, "10.0.0.9") == 0
    assert other.wait(SIX, "10.0.0.9") == 50
    clock.ms += 300_000
    assert [other.wait(SIX, "10.0.0.9") for _ in range(7)] == [0] * 6 + [50]


def test_no_address_is_kept_and_what_is_over_is_forgotten(database, clock):
    _process(database, clock).wait(SIX, "10.0.0.9")
    (row,) = _kept(database)
    assert b"10.0.0.9" not in bytes(row.client)
    erase(database, clock.now())
    assert len(_kept(database)) == 1
    clock.ms += 50_001
    erase(database, clock.now())
    assert _kept(database) == []


def test_many_who_ask_at_once_are_counted_one_by_one(database, clock):
    gate, outcomes = threading.Barrier(16), []

    def ask():
        gate.wait(30)
        outcomes.append(count(database, "r", bytes(16), clock.now(), 1000, 5))

    threads = [threading.Thread(target=ask) for _ in range(16)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert outcomes.count(0) == 5
    assert (
        database.read(lambda c: c.execute(select(func.count()).select_from(askings)).scalar()) == 1
    )


def test_a_limit_that_guards_no_secret_needs_no_database(database, clock):
    assert Limits(clock).wait(Rate("look", 600, 60), "10.0.0.9") == 0
    assert _kept(database) == []


@pytest.mark.parametrize(
    ("path", "form", "tries"),
    [
        ("/vi/staff/sign-in", {"name": "canbo", "password": "x"}, 6),
        ("/vi/find", {"code": "0123456789ABCDEFG"}, 30),
    ],
)
def test_the_pages_of_two_hubs_share_the_limit(url, tmp_path, clock, path, form, tries):
    with ExitStack() as stack:
        hubs = [stack.enter_context(served(new_hub(url, tmp_path, clock), clock)) for _ in "12"]
        browsers = [
            stack.enter_context(httpx.Client(base_url=one.url, headers={"origin": one.url}))
            for one in hubs
        ]
        seen = [browsers[n % 2].post(path, data=form, timeout=30).status_code for n in range(tries)]
        assert 429 not in seen
        last = [browser.post(path, data=form, timeout=30) for browser in browsers]
    assert [one.status_code for one in last] == [429, 429]
