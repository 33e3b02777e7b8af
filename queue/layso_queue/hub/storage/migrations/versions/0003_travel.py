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
        "aside",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("center", "id", name="an_event_is_set_aside_once"),
    )
    op.create_index("aside_by_entity", "aside", ["center", "entity"], unique=False)
    op.create_table(
        "entries",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("acked_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("length(hash) = 32", name="entry_hashes_are_sha256"),
        sa.PrimaryKeyConstraint(
            "center", "way", "seq", name="entries_of_a_stream_are_numbered_once"
        ),
    )
    op.create_table(
        "life",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("incarnation", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name="a_hub_lives_once_at_a_time"),
        sa.PrimaryKeyConstraint("id", name="a_hub_has_one_life"),
    )
    op.create_table(
        "seen",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("center", "id", name="an_event_has_its_effect_once"),
    )
    op.create_table(
        "standings",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
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
        "streams",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("incarnation", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("acked", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("way IN ('in','out')", name="a_stream_has_a_way"),
        sa.ForeignKeyConstraint(["center"], ["centers.code"], name="a_stream_is_a_centers"),
        sa.PrimaryKeyConstraint("center", "way", name="a_center_has_one_stream_each_way"),
    )
