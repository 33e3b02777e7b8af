"""Bring a hub's database to the newest schema, on either database, while others may wait."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, select, text

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.faults import SchemaUnknown
from layso_queue.hub.storage.lives import new_life
from layso_queue.hub.storage.tables import life

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0011"
"""The newest revision in migrations/versions; a test holds the two together."""

_MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK = 5_026_041
"""PostgreSQL's advisory lock: of several hubs that start at once, one migrates."""


def revision_of(connection: Connection) -> str | None:
    """Return the schema's revision; None when there is none yet."""
    if "alembic_version" not in inspect(connection).get_table_names():
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return None if row is None else str(row[0])


def migrations() -> "Config":
    """Return Alembic's settings for the hub's revisions."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def bring_up_to_date(database: Database) -> None:
    """Migrate to the newest schema, in one transaction.

    Raises SchemaUnknown for a schema newer than this program, StoreFailed.
    """
    if database.read(revision_of) == NEWEST:
        return
    # Alembic costs 0.3 s to import: only who migrates pays for it.
    from alembic import command
    from alembic.script import ScriptDirectory

    config = migrations()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}

    def work(connection: Connection) -> None:
        if database.is_postgresql:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        before = revision_of(connection)
        if before is not None and before not in known:
            raise SchemaUnknown(before)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.execute(select(life.c.id)).first() is None:
            new_life(connection, f"h-{secrets.token_hex(8)}")

    database.write(work)
