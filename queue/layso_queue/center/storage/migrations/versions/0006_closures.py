"""Closures that staff decided: a service or the whole center, for a while."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE closures (
        id TEXT NOT NULL,
        service TEXT NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        reason_vi TEXT NOT NULL,
        reason_en TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        made_by TEXT NOT NULL,
        lifted_at INTEGER,
        lifted_by TEXT,
        CONSTRAINT a_closure_is_made_once PRIMARY KEY (id),
        CONSTRAINT a_closure_takes_time CHECK (begins < ends),
        CONSTRAINT a_closure_has_a_reason CHECK (reason_vi <> '')
    )
    """,
    "CREATE INDEX closures_by_end ON closures (ends)",
)


def upgrade() -> None:
    """Add the table."""
    for statement in _STATEMENTS:
        op.execute(statement)
