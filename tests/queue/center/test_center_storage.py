"""The database: one writer, its constraints, its chain, its schema, its faults."""

import sqlite3
from contextlib import closing

import pysqlite3
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from layso_queue.center.storage import (
    AlreadyThere,
    Batch,
    Broken,
    DatabaseDamaged,
    Store,
    bring_up_to_date,
    journal_mode,
    quick_check,
    verify,
)
from layso_queue.center.storage.engine import open_reader, open_writer
from layso_queue.center.storage.faults import DiskFull, StoreFailed, sort_out


@pytest.fixture
def file(tmp_path):
    bring_up_to_date(tmp_path / "center.db", tmp_path / "backups")
    return tmp_path / "center.db"


@pytest.fixture
def store(file):
    store = Store(file)
    yield store
    store.close()


def _ticket(id, n=1, state="waiting"):
    return (id, "2026-10-05", "A", n, "A", state, "kiosk", "none", 1, None, b"{}")


def _entry(seq, command="c"):
    return (seq, "2026-10-05", "TicketIssued", seq, command, "K1", b'{"a":1}')


def _filled(store, n=20):
    for seq in range(1, n + 1):
        batch = Batch(entries=[_entry(seq, f"c{seq}")], commands=[(f"c{seq}", "d", None, None)])
        store.append(batch)


def _change(file, *statements):
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_the_library_is_one_whose_wal_is_sound():
    assert pysqlite3.sqlite_version_info >= (3, 51, 3)
    assert journal_mode() == "WAL"
    assert journal_mode((3, 40, 1)) == "DELETE"
    assert journal_mode((3, 51, 2)) == "DELETE"


def test_the_writer_is_durable_and_the_reader_cannot_write(file):
    writer, reader = open_writer(file), open_reader(file)
    with writer.connect() as connection:
        said = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert said == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }
    with reader.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text("DELETE FROM journal"))
    writer.dispose()
    reader.dispose()


@pytest.mark.parametrize(
    ("batch", "what"),
    [
        (Batch(entries=[_entry(1)]), "journal.seq"),
        (Batch(entries=[_entry(2)], commands=[("c", "d", None, None)]), "commands.id"),
        (
            Batch(entries=[_entry(2)], tickets=[_ticket("other")]),
            "tickets.day, tickets.series, tickets.number",
        ),
        (Batch(entries=[_entry(2)], tickets=[_ticket("x", 0)]), "numbers_start_at_one"),
        (
            Batch(entries=[_entry(2)], tickets=[_ticket("x", 5, "gone")]),
            "a_ticket_has_a_state_of_the_line",
        ),
        (Batch(entries=[_entry(2)], calls=[(2, "d", "nobody", 1, 1)]), "FOREIGN KEY"),
        (Batch(opened=[("2026-10-05", 9, 9, None)]), "service_days.date"),
    ],
)
def test_the_database_refuses_what_the_code_must_never_do(store, batch, what):
    store.append(
        Batch(
            entries=[_entry(1)],
            commands=[("c", "d", "t", None)],
            tickets=[_ticket("t")],
            opened=[("2026-10-05", 1, 1, None)],
        )
    )
    head = store.head
    with pytest.raises(AlreadyThere) as refused:
        store.append(batch)
    assert what in (refused.value.what or "FOREIGN KEY")
    assert (store.last_seq(), store.head) == (1, head), "nothing of the batch was kept"
    store.append(Batch(entries=[_entry(2)]))


def test_a_sound_journal_is_verified_with_its_head(store, file):
    _filled(store)
    assert verify(file) == (20, store.head)


@pytest.mark.parametrize(
    ("statements", "broken"),
    [
        (["UPDATE journal SET record = X'7b7d' WHERE seq = 7"], Broken(7, "edited")),
        (["UPDATE journal SET actor = 'K2' WHERE seq = 3"], Broken(3, "edited")),
        (["UPDATE journal SET at = 99 WHERE seq = 20"], Broken(20, "edited")),
        (["DELETE FROM journal WHERE seq = 5"], Broken(6, "out_of_place")),
        (["DELETE FROM journal WHERE seq = 1"], Broken(2, "out_of_place")),
        (["DELETE FROM journal WHERE seq > 15"], Broken(16, "missing_at_the_end")),
        (
            [
                "UPDATE journal SET seq = 100 WHERE seq = 4",
                "UPDATE journal SET seq = 4 WHERE seq = 5",
                "UPDATE journal SET seq = 5 WHERE seq = 100",
            ],
            Broken(4, "out_of_place"),
        ),
    ],
)
def test_an_entry_edited_deleted_or_moved_is_found(store, file, statements, broken):
    _filled(store)
    store.close()
    _change(file, *statements)
    assert verify(file) == broken


def test_a_damaged_file_is_named(store, file):
    _filled(store, 300)
    store.close()
    with file.open("r+b") as stream:
        stream.seek(4096 * 3)
        stream.write(b"\xff" * 4096 * 4)
    with pytest.raises(DatabaseDamaged):
        quick_check(file)


def test_a_file_that_is_no_database_is_named(tmp_path):
    file = tmp_path / "center.db"
    file.write_bytes(b"not a database at all, but long enough to look" * 50)
    with pytest.raises(DatabaseDamaged):
        bring_up_to_date(file, tmp_path)
    with pytest.raises(DatabaseDamaged):
        quick_check(file)
    with pytest.raises(DatabaseDamaged):
        verify(file)


def test_the_drivers_words_are_sorted_out():
    assert isinstance(sort_out(RuntimeError("database or disk is full")), DiskFull)
    assert type(sort_out(RuntimeError("disk I/O error"))) is StoreFailed
    assert sort_out(RuntimeError("UNIQUE constraint failed: a.b")).what == "a.b"
