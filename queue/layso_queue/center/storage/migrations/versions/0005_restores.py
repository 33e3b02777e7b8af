"""Restores from a copy: when, from which one, and which kiosks have said again what they gave."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE restores (
        n INTEGER NOT NULL,
        at INTEGER NOT NULL,
        day TEXT NOT NULL,
        copy TEXT NOT NULL,
        copy_at INTEGER NOT NULL,
        aside TEXT NOT NULL,
        done_at INTEGER,
        done_by TEXT,
        CONSTRAINT restores_are_numbered_once PRIMARY KEY (n),
        CONSTRAINT who_ends_a_restore_has_a_time CHECK ((done_at IS NULL) = (done_by IS NULL))
    )
    """,
    """
    CREATE TABLE restore_reports (
        restore INTEGER NOT NULL,
        kiosk TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT a_kiosk_reports_once PRIMARY KEY (restore, kiosk),
        CONSTRAINT a_report_is_of_a_restore FOREIGN KEY (restore) REFERENCES restores (n)
    )
    """,
)


def upgrade() -> None:
    """Add the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
