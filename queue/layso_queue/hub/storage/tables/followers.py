"""Table: phone numbers that people left at a kiosk for one ticket; gone the day after."""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, Text

from layso_queue.hub.storage.tables.base import metadata

followers = Table(
    "followers",
    metadata,
    Column("center", Text, nullable=False),
    Column("ticket", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("language", Text, nullable=False),
    PrimaryKeyConstraint("center", "ticket", name="a_ticket_is_followed_by_one_number"),
)
Index("followers_by_day", followers.c.day)
