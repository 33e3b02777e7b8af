"""Tables: bookings, and how many one person has for a day."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from layso_queue.hub.rules import PER_DAY
from layso_queue.hub.storage.tables.base import metadata

bookings = Table(
    "bookings",
    metadata,
    Column("id", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("hold", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("center", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("slot", BigInteger, nullable=False),
    Column("ends", BigInteger, nullable=False),
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
    Column("ticket", Text),
    PrimaryKeyConstraint("id", name="a_booking_id_is_used_once"),
    UniqueConstraint("code", name="a_booking_code_is_used_once"),
    UniqueConstraint("hold", name="a_hold_becomes_one_booking"),
    ForeignKeyConstraint(
        ("center", "service", "kind", "slot"),
        ("leases.center", "leases.service", "leases.kind", "leases.slot"),
        name="a_booking_has_a_leased_place",
    ),
    CheckConstraint("length(code) >= 16", name="a_booking_code_has_eighty_bits"),
    CheckConstraint(
        "state IN ('booked','checked_in','cancelled','missed')", name="a_booking_has_a_state"
    ),
    CheckConstraint("kind IN ('slot','now')", name="a_booking_is_for_a_slot_or_for_now"),
)
ACTIVE = text("state IN ('booked','checked_in')")
Index(
    "a_person_books_a_service_once_a_day",
    bookings.c.person,
    bookings.c.day,
    bookings.c.service,
    unique=True,
    postgresql_where=ACTIVE,
    sqlite_where=ACTIVE,
)
Index("bookings_of_a_center", bookings.c.center, bookings.c.day)
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
