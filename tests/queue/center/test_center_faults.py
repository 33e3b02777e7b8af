"""When the disk or our own code fails: nothing acknowledged is lost, nothing else breaks."""

import asyncio
import os
import subprocess

import orjson
import pytest

from layso_queue.center.desk import replay
from layso_queue.center.storage import DatabaseDamaged, DiskFull, Store, StoreFailed
from layso_queue.line.commands import IssueTicket
from layso_queue.line.view import fingerprint

pytestmark = pytest.mark.anyio


class FailingStore:
    """Stands before a store and fails its next commits, before or after they are durable."""

    def __init__(self, store, error, times=1, *, after=False):
        self.store, self.error, self.times, self.after = store, error, times, after

    def __getattr__(self, name):
        return getattr(self.store, name)

    def append(self, batch):
        if self.times > 0:
            self.times -= 1
            if self.after:
                self.store.append(batch)
            raise self.error
        self.store.append(batch)


def _fail(place, error, times=1, *, after=False):
    writer = place.center.writer
    writer._store = FailingStore(writer._store, error, times, after=after)


async def test_a_full_disk_is_said_and_nothing_was_done(working):
    await working.issue("A")
    _fail(working, DiskFull("database or disk is full"))
    id = working.new_id()
    failed = await working.post("/v1/tickets", {"id": id, "service": "A"})
    assert (failed.status_code, failed.json()["code"]) == (507, "DISK_FULL")
    assert (await working.ask("GET", "/v1/health", role=None)).status_code == 503
    assert [one["code"] for one in (await working.day())["alerts"]] == ["DISK_FULL"]
    again = await working.post("/v1/tickets", {"id": id, "service": "A"})
    assert (again.status_code, again.json()["number"]) == (201, "A002")
    assert (await working.ask("GET", "/v1/health", role=None)).json()["state"] == "well"
    assert (await working.day())["alerts"] == []


@pytest.mark.parametrize("after", [False, True])
async def test_a_commit_of_unknown_outcome_is_asked_of_the_journal(working, after):
    _fail(working, StoreFailed("disk I/O error"), after=after)
    id = working.new_id()
    failed = await working.post("/v1/tickets", {"id": id, "service": "A"})
    assert (failed.status_code, failed.json()["code"]) == (503, "STORE_FAILED")
    assert failed.headers["retry-after"] == "2"
    again = await working.post("/v1/tickets", {"id": id, "service": "A"})
    assert (again.status_code, again.json()["number"]) == (200 if after else 201, "A001")
    assert (await working.issue("A"))["number"] == "A002"


async def test_memory_after_a_failed_commit_is_what_a_replay_gives(working):
    for _ in range(5):
        await working.issue("A")
    _fail(working, StoreFailed("disk I/O error"))
    await working.post("/v1/tickets", {"service": "H"})
    mine = await working.center.writer.look(lambda desk: fingerprint(desk.day))
    store = Store(working.path / "center.db")
    assert fingerprint(replay(store).day) == mine
    store.close()


async def test_commands_that_share_a_commit_all_succeed_or_the_bad_one_fails_alone(
    working, monkeypatch
):
    writer = working.center.writer
    decide = type(writer)._decide
    bad = working.new_id()

    def sometimes(self, desk, job, rows):
        decided = decide(self, desk, job, rows)
        if isinstance(job.command, IssueTicket) and job.command.id == bad:
            raise ZeroDivisionError("after memory was changed")
        return decided

    monkeypatch.setattr(type(writer), "_decide", sometimes)
    bodies = [{"service": "A", "id": bad if n == 3 else working.new_id()} for n in range(8)]
    answers = await asyncio.gather(*(working.post("/v1/tickets", one) for one in bodies))
    assert [one.status_code for one in answers] == [201] * 3 + [500] + [201] * 4
    numbers = sorted(one.json()["number"] for one in answers if one.status_code == 201)
    assert numbers == [f"A{n:03d}" for n in range(1, 8)]


async def test_many_commands_share_one_commit(working):
    commits = working.center.writer.commits
    answers = await asyncio.gather(
        *(working.post("/v1/tickets", {"service": "A"}) for _ in range(60))
    )
    assert sorted(one.json()["number"] for one in answers) == [f"A{n:03d}" for n in range(1, 61)]
    assert working.center.writer.commits - commits < 60


async def test_no_answer_comes_before_its_commit(working):
    import threading

    writer = working.center.writer
    held, reached = threading.Event(), threading.Event()
    append = writer._store.append

    def slow(batch):
        reached.set()
        assert held.wait(5)
        append(batch)

    writer._store.append = slow
    asked = asyncio.create_task(working.post("/v1/tickets", {"service": "A"}))
    try:
        await asyncio.to_thread(reached.wait, 5)
        for _ in range(20):
            await asyncio.sleep(0)
        assert not asked.done()
    finally:
        held.set()
    assert (await asked).status_code == 201


async def test_a_journal_entry_edited_today_is_named_at_start(place):
    async with place.opened():
        for _ in range(3):
            await place.issue("A")
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(place.path / "center.db")) as connection, connection:
        connection.execute("UPDATE journal SET record = replace(record, 'K1', 'K2') WHERE seq = 3")
        connection.execute("UPDATE journal SET actor = 'K2' WHERE seq = 3")
    with pytest.raises(DatabaseDamaged, match="journal entry 3: edited"):
        async with place.opened():
            pass


async def test_an_unreadable_entry_is_damage(place):
    store = Store(place.path / "center.db")
    from layso_queue.center.storage import Batch

    entry = (1, "2026-10-05", "Nonsense", 1, "c", "K1", orjson.dumps({"kind": "Nonsense"}))
    store.append(Batch(entries=[entry], opened=[("2026-10-05", 1, 1, None)]))
    with pytest.raises(DatabaseDamaged, match="journal entry 1"):
        replay(store)
    store.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
async def test_a_really_full_disk_loses_nothing_and_recovers(place, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(small)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("tmpfs cannot be mounted here")
    try:
        import shutil

        shutil.copytree(place.path, small / "center")
        place.path = small / "center"
        ballast = small / "ballast"
        told = {}
        async with place.opened():
            first = await place.issue("A")
            told[first["id"]] = first["number"]
            free = os.statvfs(small)
            ballast.write_bytes(b"x" * (free.f_bavail - 16) * free.f_bsize)
            full = None
            for _ in range(400):
                id = place.new_id()
                answer = await place.post("/v1/tickets", {"id": id, "service": "A"})
                if answer.status_code == 507:
                    full = id
                    break
                told[id] = answer.json()["number"]
            assert full is not None, "the disk never got full"
            ballast.unlink()
            again = await place.post("/v1/tickets", {"id": full, "service": "A"})
            assert again.status_code == 201
            told[full] = again.json()["number"]
        async with place.opened():
            for id, number in told.items():
                kept = await place.ask("GET", f"/v1/tickets/{id}")
                assert kept.json()["number"] == number
        assert len(set(told.values())) == len(told)
    finally:
        subprocess.run(["umount", "--lazy", str(small)], check=True)


async def test_damage_found_while_serving_is_said_everywhere(working, tmp_path, until):
    from layso_queue.center.storage import Check

    sound = Check(working.path / "center.db")
    await working.center.keeping.heed(sound)
    assert (await working.ask("GET", "/v1/health", role=None)).status_code == 200
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database " * 1000)
    working.center.beside(working.center.keeping.heed(Check(broken)))
    await until(lambda: working.center.keeping.damaged)
    assert (await working.ask("GET", "/v1/health", role=None)).status_code == 503
    assert [one["code"] for one in (await working.day())["alerts"]] == ["DATABASE_DAMAGED"]
    assert (await working.issue("A"))["number"] == "A001", "people are still served"
