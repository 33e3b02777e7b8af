"""Sums of days that are long over, and indexes by which their rows are found."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables. Written out, not taken from tables/, which will move on."""
    op.create_table(
        "ticket_days",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "day", "center", "service", "channel", "state", name="tickets_of_a_day_are_summed_once"
        ),
        sa.CheckConstraint("n >= 1", name="a_sum_of_tickets_is_of_some"),
    )
    op.create_table(
        "wait_days",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "day", "center", "service", "minutes", name="waits_of_a_day_are_summed_once"
        ),
        sa.CheckConstraint("n >= 1", name="a_sum_of_waits_is_of_some"),
    )
    op.create_table(
        "booking_days",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "day", "center", "service", "state", "channel", name="bookings_of_a_day_are_summed_once"
        ),
        sa.CheckConstraint("n >= 1", name="a_sum_of_bookings_is_of_some"),
    )
    op.create_index("tickets_by_day", "tickets", ["day", "center"], unique=False)
    op.create_index("bookings_by_day", "bookings", ["day", "center"], unique=False)
    op.create_index("seen_by_time", "seen", ["center", "at"], unique=False)
    # With the state before the service a center's line is found without its tickets of old.
    op.drop_index("tickets_waiting", "tickets")
    op.create_index(
        "tickets_waiting", "tickets", ["center", "state", "service", "key"], unique=False
    )
