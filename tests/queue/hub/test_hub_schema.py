"""The schema on both databases, and several hubs that start at once."""

import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from layso_queue.hub.storage import Database, SchemaUnknown, StoreFailed, bring_up_to_date
from layso_queue.hub.storage.schema import NEWEST, migrations, revision_of
from layso_queue.hub.storage.tables import metadata


def test_the_newest_schema_is_the_one_of_the_tables(database):
    def look(connection):
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        kept = compare_metadata(context, metadata)
        inspector = inspect(connection)
        named = {
            table.name: {one["name"] for one in inspector.get_check_constraints(table.name)}
            for table in metadata.tables.values()
        }
        return kept, named, revision_of(connection)

    kept, named, revision = database.read(look)
    assert kept == []
    assert revision == NEWEST
    for table in metadata.tables.values():
        checks = {one.name for one in table.constraints if type(one).__name__ == "CheckConstraint"}
        assert named[table.name] == checks, table.name


def test_the_newest_revision_is_the_scripts_head():
    assert ScriptDirectory.from_config(migrations()).get_current_head() == NEWEST


def test_a_schema_of_a_newer_program_is_left_alone(database):
    database.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(SchemaUnknown, match="9999"):
        bring_up_to_date(database)


def test_hubs_that_start_at_once_make_one_schema(cluster):
    url = cluster.url(cluster.new_database())
    gate, faults = threading.Barrier(3), []

    def start():
        database = Database(url, pool=2)
        try:
            gate.wait(30)
            bring_up_to_date(database)
        except Exception as error:
            faults.append(error)
        finally:
            database.close()

    threads = [threading.Thread(target=start) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    assert faults == []
    database = Database(url, pool=1)
    lives = database.read(lambda c: c.execute(text("SELECT count(*) FROM life")).scalar_one())
    database.close()
    assert lives == 1


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "sqlite://"])
def test_an_address_of_no_database_of_ours_is_refused(url):
    with pytest.raises(StoreFailed, match="cannot be read"):
        Database(url)
