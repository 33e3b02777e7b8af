"""What travels between hub and centers, and the lines as centers tell of them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables. Written out, not taken from tables/, which will move on."""
    op.create_table(
        "outgoing",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("occurred_at", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(hash) = 32", name="event_hashes_are_sha256"),
        sa.PrimaryKeyConstraint("center", "seq", name="events_to_a_center_are_numbered_once"),
        sa.UniqueConstraint("id", name="an_event_id_is_used_once"),
    )
    op.create_table(
        "standings",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("center", name="a_center_stands_in_one_way"),
    )
    op.create_table(
        "tickets",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="a_ticket_is_shown_once"),
    )
    op.create_index(
        "tickets_waiting", "tickets", ["center", "service", "state", "key"], unique=False
    )
    op.create_table(
        "heads",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["center"], ["centers.code"], name="a_head_is_a_centers"),
        sa.PrimaryKeyConstraint("center", name="a_center_has_one_head"),
    )
