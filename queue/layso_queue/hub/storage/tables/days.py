"""Tables: what is left of days long over, once their tickets and bookings are dropped. Nobody's."""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text

from layso_queue.hub.storage.tables.base import metadata

ticket_days = Table(
    "ticket_days",
    metadata,
    Column("day", Text, nullable=False),
    Column("center", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("n", Integer, nullable=False),
    PrimaryKeyConstraint(
        "day", "center", "service", "channel", "state", name="tickets_of_a_day_are_summed_once"
    ),
    CheckConstraint("n >= 1", name="a_sum_of_tickets_is_of_some"),
)

wait_days = Table(
    "wait_days",
    metadata,
    Column("day", Text, nullable=False),
    Column("center", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    PrimaryKeyConstraint(
        "day", "center", "service", "minutes", name="waits_of_a_day_are_summed_once"
    ),
    CheckConstraint("n >= 1", name="a_sum_of_waits_is_of_some"),
)
"""How many people who were called had waited `minutes` (a step of `days.STEPS`) or more, and less
than the next step."""

booking_days = Table(
    "booking_days",
    metadata,
    Column("day", Text, nullable=False),
    Column("center", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("n", Integer, nullable=False),
    PrimaryKeyConstraint(
        "day", "center", "service", "state", "channel", name="bookings_of_a_day_are_summed_once"
    ),
    CheckConstraint("n >= 1", name="a_sum_of_bookings_is_of_some"),
)
