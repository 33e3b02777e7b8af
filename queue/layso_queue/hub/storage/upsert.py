"""Insert, or change what is there: the same words for both databases."""

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def inserting(connection: Connection, table: Table) -> Any:
    """Return an INSERT that knows `on_conflict_do_update` and `excluded`."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def put(connection: Connection, table: Table, rows: dict[str, Any] | list[dict[str, Any]]) -> None:
    """Insert a row, or replace the one with the same primary key; or several of the same names."""
    keys = [column.name for column in table.primary_key]
    one = rows[0] if isinstance(rows, list) else rows
    statement = inserting(connection, table)
    others = {name: statement.excluded[name] for name in one if name not in keys}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=others), rows)
