"""What the forecast has learned, and what it told of each wait."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE learned (
        through TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        record BLOB NOT NULL,
        CONSTRAINT what_was_learned_stands_once_a_day PRIMARY KEY (through)
    )
    """,
    """
    CREATE TABLE predictions (
        ticket TEXT NOT NULL,
        day TEXT NOT NULL,
        service TEXT NOT NULL,
        issued_at INTEGER NOT NULL,
        low INTEGER NOT NULL,
        high INTEGER NOT NULL,
        interval_low FLOAT NOT NULL,
        median FLOAT NOT NULL,
        interval_high FLOAT NOT NULL,
        runs BLOB NOT NULL,
        days INTEGER NOT NULL,
        called_at INTEGER,
        CONSTRAINT a_wait_is_foretold_once PRIMARY KEY (ticket),
        CONSTRAINT a_range_goes_up CHECK (low <= high)
    )
    """,
    "CREATE INDEX predictions_of_a_day ON predictions (day)",
)


def upgrade() -> None:
    """Add the two tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
