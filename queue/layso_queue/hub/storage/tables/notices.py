"""Table: what people and other systems are to be told. Neither text nor address is kept here."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from layso_queue.hub.storage.tables.base import metadata

notices = Table(
    "notices",
    metadata,
    Column("id", Text, nullable=False),
    Column("booking", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("fault", Text, nullable=False),
    PrimaryKeyConstraint("id", name="a_notice_is_made_once"),
    CheckConstraint("state IN ('waiting','sent','moot','failed')", name="a_notice_has_a_state"),
)
"""`way` is "email", "sms" or "webhook:NAME"; a claimed notice is one whose `due_at` was put off."""
Index("notices_by_time", notices.c.state, notices.c.due_at)
Index("notices_of_a_booking", notices.c.booking, notices.c.version, notices.c.kind)
