"""Bring a database to the newest schema: a copy first, then Alembic, then count what is there."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pysqlite3
from sqlalchemy import Connection, inspect, text

from layso_queue.center.storage.engine import open_writer
from layso_queue.center.storage.faults import DatabaseDamaged, SchemaUnknown

NEWEST = "0007"
"""The newest revision in migrations/versions; a test holds the two together."""

_MIGRATIONS = Path(__file__).with_name("migrations")


def revision_of(file: Path) -> str | None:
    """Return the schema's revision; None when the file is missing or still empty.

    Raises DatabaseDamaged when the file is not a database.
    """
    if not file.exists() or file.stat().st_size == 0:
        return None
    try:
        with closing(pysqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                return None
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except pysqlite3.DatabaseError as error:
        raise DatabaseDamaged(str(error)) from error
    return str(row[0]) if row else None


def bring_up_to_date(file: Path, backups: Path) -> Path | None:
    """Migrate `file` to the newest schema; return the backup made before, if one was needed.

    The database must not be in use. Raises SchemaUnknown for a schema newer than this program,
    DatabaseDamaged when rows are missing or orphaned afterwards (the backup is then the truth).
    """
    before = revision_of(file)
    if before == NEWEST:
        return None
    # Alembic costs 0.3 s to import: only who migrates pays for it.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if before is not None and before not in known:
        raise SchemaUnknown(before)
    backup = (
        None if before is None else _back_up(file, backups / f"before-{NEWEST}-was-{before}.db")
    )
    engine = open_writer(file)
    try:
        with engine.connect() as connection:
            # Foreign keys off before BEGIN: a table rebuilt in a migration with them on would
            # empty the tables that point to it.
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
            counted = _count(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.commit()
            _compare(connection, counted)
            connection.commit()
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]
    finally:
        engine.dispose()
    return backup


def _back_up(file: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    with (
        closing(pysqlite3.connect(str(file))) as source,
        closing(pysqlite3.connect(str(target))) as copy,
    ):
        source.backup(copy, pages=-1)
    return target


def _count(connection: Connection) -> dict[str, int]:
    names = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    return {
        name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one()
        for name in names
    }


def _compare(connection: Connection, before: dict[str, int]) -> None:
    after: dict[str, Any] = _count(connection)
    for name, rows in before.items():
        if after.get(name, 0) < rows:
            raise DatabaseDamaged(f"{name}: {rows} -> {after.get(name, 0)}")
    orphan = connection.execute(text("PRAGMA foreign_key_check")).first()
    if orphan:
        raise DatabaseDamaged(f"foreign_key_check: {orphan[0]}")
