"""What people said of their visits."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table. Written out, not taken from tables/, which will move on."""
    op.create_table(
        "feedback",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("wants_since", sa.BigInteger(), nullable=True),
        sa.Column("handled_at", sa.BigInteger(), nullable=True),
        sa.Column("handled_by", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name="feedback_has_one_of_five_levels"),
        sa.CheckConstraint("length(words) <= 500", name="feedback_says_a_few_words"),
        sa.CheckConstraint(
            "(handled_at IS NULL) = (handled_by IS NULL)", name="who_handled_feedback_is_known"
        ),
        sa.ForeignKeyConstraint(["center"], ["centers.code"], name="feedback_is_about_a_center"),
        sa.PrimaryKeyConstraint("id", name="feedback_is_made_once"),
        sa.UniqueConstraint("ticket", name="a_visit_is_answered_for_once"),
    )
    op.create_index("feedback_of_a_day", "feedback", ["day", "center"], unique=False)
    waits = sa.text("handled_at IS NULL AND wants_since IS NOT NULL")
    op.create_index(
        "feedback_that_waits",
        "feedback",
        ["wants_since"],
        unique=False,
        postgresql_where=waits,
        sqlite_where=waits,
    )
    speaks = sa.text("words IS NOT NULL OR note IS NOT NULL")
    op.create_index(
        "feedback_that_speaks",
        "feedback",
        ["changed_at"],
        unique=False,
        postgresql_where=speaks,
        sqlite_where=speaks,
    )
