"""Bookings, and how many a person has for a day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables. Written out, not taken from tables/, which will move on."""
    op.create_table(
        "person_days",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.CheckConstraint("n >= 0 AND n <= 2", name="a_person_books_twice_a_day_at_most"),
        sa.PrimaryKeyConstraint("person", "day", name="a_person_has_one_count_a_day"),
    )
    op.create_table(
        "bookings",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("hold", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("slot", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("ticket", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('booked','checked_in','cancelled','missed')", name="a_booking_has_a_state"
        ),
        sa.ForeignKeyConstraint(["center"], ["centers.code"], name="a_booking_is_at_a_center"),
        sa.PrimaryKeyConstraint("id", name="a_booking_id_is_used_once"),
        sa.UniqueConstraint("code", name="a_booking_code_is_used_once"),
        sa.UniqueConstraint("hold", name="a_hold_becomes_one_booking"),
    )
    op.create_index(
        "a_person_books_a_service_once_a_day",
        "bookings",
        ["person", "day", "service"],
        unique=True,
        postgresql_where=sa.text("state = 'booked'"),
        sqlite_where=sa.text("state = 'booked'"),
    )
    op.create_index("bookings_by_ticket", "bookings", ["ticket"], unique=False)
    op.create_index("bookings_of_a_center", "bookings", ["center", "day"], unique=False)
