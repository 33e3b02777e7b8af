"""What the hub was last told of what the center owns, and places on the web set by hand."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE sync_told (
        what TEXT NOT NULL,
        version INTEGER NOT NULL,
        hash BLOB NOT NULL,
        CONSTRAINT a_thing_is_told_once PRIMARY KEY (what),
        CONSTRAINT what_was_told_has_a_sha256 CHECK (length(hash) = 32)
    )
    """,
    """
    CREATE TABLE web_places (
        "key" TEXT NOT NULL,
        n INTEGER NOT NULL,
        CONSTRAINT places_of_a_slot_are_set_once PRIMARY KEY ("key"),
        CONSTRAINT places_are_no_debt CHECK (n >= 0)
    )
    """,
)


def upgrade() -> None:
    """Add the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
