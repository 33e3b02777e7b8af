"""The schema: what the tables say, and every released one brought up to date."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from layso_queue.center.storage import (
    Batch,
    DatabaseDamaged,
    SchemaUnknown,
    Store,
    bring_up_to_date,
    schema,
    tables,
    verify,
)
from layso_queue.center.storage.engine import open_writer

SCHEMAS = Path(__file__).with_name("schemas")


@pytest.fixture
def file(tmp_path):
    bring_up_to_date(tmp_path / "center.db", tmp_path / "backups")
    return tmp_path / "center.db"


def _change(file, *statements):
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def _filled(store, n=20):
    for seq in range(1, n + 1):
        entry = (seq, "2026-10-05", "TicketIssued", seq, f"c{seq}", "K1", b"{}")
        store.append(Batch(entries=[entry], commands=[(f"c{seq}", "d", None, None)]))


def test_the_newest_schema_is_the_one_of_the_tables(file):
    engine = open_writer(file)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []
        inspector = inspect(connection)
        for table in tables.metadata.tables.values():
            named = {one["name"] for one in inspector.get_check_constraints(table.name)}
            assert named == {
                one.name for one in table.constraints if type(one).__name__ == "CheckConstraint"
            }
            assert inspector.get_pk_constraint(table.name)["name"] == table.primary_key.name
    engine.dispose()


def test_the_newest_revision_is_the_scripts_head():
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).with_name("migrations")))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.NEWEST


@pytest.mark.parametrize("released", sorted(SCHEMAS.glob("*.sql")), ids=lambda path: path.stem)
def test_every_released_schema_comes_up_to_date_with_all_its_rows(tmp_path, released):
    file = tmp_path / "center.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(released.read_text("utf-8"))
    bring_up_to_date(file, tmp_path / "backups")
    assert schema.revision_of(file) == schema.NEWEST
    assert verify(file)[0] == 3
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM tickets").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_released_schema_is_there_for_every_revision():
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).with_name("migrations")))
    revisions = ScriptDirectory.from_config(config).walk_revisions()
    assert {path.stem for path in SCHEMAS.glob("*.sql")} == {one.revision for one in revisions}


def test_a_migration_copies_first_and_counts_the_rows(tmp_path, file, monkeypatch):
    store = Store(file)
    _filled(store)
    store.close()
    newest = schema.NEWEST
    _change(file, "UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(SchemaUnknown) as unknown:
        bring_up_to_date(file, tmp_path / "backups")
    assert unknown.value.revision == "0000"
    _change(file, f"UPDATE alembic_version SET version_num = '{newest}'")
    counts = iter(({"journal": 20}, {"journal": 19}))
    monkeypatch.setattr(schema, "_count", lambda _: next(counts))
    monkeypatch.setattr(schema, "NEWEST", "9999")
    with pytest.raises(DatabaseDamaged, match="journal: 20 -> 19"):
        bring_up_to_date(file, tmp_path / "backups")
    copy = tmp_path / "backups" / f"before-9999-was-{newest}.db"
    assert verify(copy)[0] == 20


def test_orphans_after_a_migration_are_damage(tmp_path, file, monkeypatch):
    _change(file, "PRAGMA foreign_keys=OFF", "INSERT INTO calls VALUES (1, 'd', 'nobody', 1, 1)")
    monkeypatch.setattr(schema, "NEWEST", "9999")
    with pytest.raises(DatabaseDamaged, match="foreign_key_check"):
        bring_up_to_date(file, tmp_path / "backups")
