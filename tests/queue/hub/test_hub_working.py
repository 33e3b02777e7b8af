"""Work beside the pages goes on after any fault, and health tells where it does not."""

import asyncio
import threading

import psycopg
import pytest

from hub_place import place
from hub_server import new_hub
from hub_town import THU, Kept
from layso_queue.hub import hub as hub_room
from layso_queue.hub import working
from layso_queue.hub.api.statistics import health
from layso_queue.hub.api.ways import Call
from layso_queue.hub.notices.posts import Posts
from layso_queue.hub.storage import StoreFailed, announcing
from layso_queue.hub.working import Work

PATIENCE_S = 30


@pytest.fixture
def url(new_url):
    return new_url("sqlite")


async def until(said: threading.Event) -> None:
    assert await asyncio.to_thread(said.wait, PATIENCE_S), "it never came"


@pytest.mark.parametrize("fault", [IndexError("x"), StoreFailed("away"), OSError(5, "x")])
def test_no_fault_ends_work_or_keeps_the_next_step_from_being_done(fault):
    done, turns = threading.Event(), []

    def fall():
        turns.append(1)
        raise fault

    def after():
        if len(turns) > 1:
            done.set()

    async def look():
        work = Work("sweep", 0.001, fall, after)
        work.begin()
        await until(done)
        assert not work.halted
        await work.stop(PATIENCE_S)

    asyncio.run(look())


def test_a_slow_mail_server_holds_up_no_text(url, tmp_path, clock, monkeypatch):
    monkeypatch.setattr(hub_room, "SEND_S", 0.001)
    texted, mailing, freed = threading.Event(), threading.Event(), threading.Event()

    class Slow(Kept):
        def send(self, written):
            mailing.set()
            assert freed.wait(PATIENCE_S)

    class Texts(Kept):
        def send(self, written):
            assert mailing.wait(PATIENCE_S)
            texted.set()

    async def look():
        hub = new_hub(url, tmp_path, clock, posts=Posts({"email": Slow(), "sms": Texts()}))
        hub.sale.confirm(hub.sale.hold(place("05 14:00")).id, THU)
        await hub.start()
        try:
            await until(texted)
            assert not freed.is_set()
        finally:
            freed.set()
            await hub.stop()

    asyncio.run(look())


def test_health_names_what_has_ended_and_what_hangs(url, tmp_path, clock, monkeypatch):
    async def look():
        hub = new_hub(url, tmp_path, clock, posts=Posts({"email": Kept()}))
        call = Call(hub, "vi", {})
        await hub.start()
        try:
            assert b'"halted":[]' in health(call).body
            sender = hub._works[-1]
            sender._task.cancel()
            await asyncio.gather(sender._task, return_exceptions=True)
            said = health(call).body
            assert b'"ok":false' in said
            assert b'"halted":["send email"]' in said
            monkeypatch.setattr(working, "HALTED_S", -1e9)
            assert hub.halted == ["sweep", "tidy", "send email"]
        finally:
            await hub.stop()
        assert hub.halted == []

    asyncio.run(look())


def test_a_stopping_hub_ends_after_the_notice_it_is_at(url, tmp_path, clock):
    mail = Kept()
    hub = new_hub(url, tmp_path, clock, posts=Posts({"email": mail}))
    hub.sale.confirm(hub.sale.hold(place("05 14:00")).id, THU)
    assert hub.courier.send_by("email", lambda: False) == 0
    assert mail.got == []
    hub.database.close()


def test_a_listener_that_falls_listens_again(monkeypatch):
    tries, again = [], threading.Event()

    def connect(*_, **__):
        tries.append(1)
        if len(tries) == 3:
            again.set()
        raise (RuntimeError if len(tries) == 1 else psycopg.OperationalError)("no")

    monkeypatch.setattr(announcing.psycopg, "connect", connect)
    monkeypatch.setattr(announcing, "AGAIN_AFTER_S", 0.001)
    nothing = announcing.Listener("postgresql://x/y", lambda _: None, lambda: None)
    try:
        assert again.wait(PATIENCE_S), "one fault of another kind ended it"
        assert nothing.alive
    finally:
        nothing.close()
    assert not nothing.alive
