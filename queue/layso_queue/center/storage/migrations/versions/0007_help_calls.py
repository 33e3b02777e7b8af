"""Calls for help that nobody has answered yet: a restart of the center must not lose them."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TABLE = """
    CREATE TABLE help_calls (
        id TEXT NOT NULL,
        place TEXT NOT NULL,
        about TEXT NOT NULL,
        since INTEGER NOT NULL,
        CONSTRAINT help_is_called_once PRIMARY KEY (id),
        CONSTRAINT help_is_called_somewhere CHECK (place <> '')
    )
"""


def upgrade() -> None:
    """Add the table."""
    op.execute(_TABLE)
