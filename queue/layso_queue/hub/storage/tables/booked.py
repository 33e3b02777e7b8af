"""Tables: bookings, and how many one person has for a day."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from layso_queue.hub.rules import PER_DAY
from layso_queue.hub.storage.tables.base import CENTER, metadata

bookings = Table(
    "bookings",
    metadata,
    Column("id", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("hold", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("center", Text, ForeignKey(CENTER, name="a_booking_is_at_a_center"), nullable=False),
    Column("service", Text, nullable=False),
    Column("remote", Boolean, nullable=False),
    Column("slot", BigInteger, nullable=False),
    Column("day", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("name", Text),
    Column("phone", Text),
    Column("email", Text),
    Column("language", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("number", Text),
    Column("priority", Text, nullable=False),
    Column("card", Text, nullable=False),
    Column("ticket", Text),
    PrimaryKeyConstraint("id", name="a_booking_id_is_used_once"),
    UniqueConstraint("code", name="a_booking_code_is_used_once"),
    UniqueConstraint("hold", name="a_hold_becomes_one_booking"),
    CheckConstraint(
        "state IN ('booked','checked_in','cancelled','missed')", name="a_booking_has_a_state"
    ),
)
STANDING = text("state = 'booked'")
Index(
    "a_person_books_a_service_once_a_day",
    bookings.c.person,
    bookings.c.day,
    bookings.c.service,
    unique=True,
    postgresql_where=STANDING,
    sqlite_where=STANDING,
)
Index("bookings_of_a_center", bookings.c.center, bookings.c.day)
Index("bookings_by_day", bookings.c.day, bookings.c.center)
Index("bookings_by_ticket", bookings.c.ticket)

person_days = Table(
    "person_days",
    metadata,
    Column("person", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("n", Integer, nullable=False),
    PrimaryKeyConstraint("person", "day", name="a_person_has_one_count_a_day"),
    CheckConstraint(f"n >= 0 AND n <= {PER_DAY}", name="a_person_books_twice_a_day_at_most"),
)
