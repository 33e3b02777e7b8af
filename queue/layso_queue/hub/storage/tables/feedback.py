"""Table: what people said of their visits. No person is in it; words go after 90 days."""

from sqlalchemy import (
    BigInteger,
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

from layso_queue.hub.storage.tables.base import CENTER, metadata

feedback = Table(
    "feedback",
    metadata,
    Column("id", Text, nullable=False),
    Column("ticket", Text, nullable=False),
    Column("center", Text, ForeignKey(CENTER, name="feedback_is_about_a_center"), nullable=False),
    Column("service", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("level", Integer, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("words", Text),
    Column("at", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("wants_since", BigInteger),
    Column("handled_at", BigInteger),
    Column("handled_by", Text),
    Column("note", Text),
    PrimaryKeyConstraint("id", name="feedback_is_made_once"),
    UniqueConstraint("ticket", name="a_visit_is_answered_for_once"),
    CheckConstraint("level BETWEEN 1 AND 5", name="feedback_has_one_of_five_levels"),
    CheckConstraint("length(words) <= 500", name="feedback_says_a_few_words"),
    CheckConstraint(
        "(handled_at IS NULL) = (handled_by IS NULL)", name="who_handled_feedback_is_known"
    ),
)
"""`wants_since`: since when staff should look at it, null where nobody need; `reasons` are words
apart by spaces. No foreign key to the ticket: tickets may be forgotten, levels stay."""

WAITS = text("handled_at IS NULL AND wants_since IS NOT NULL")
SPEAKS = text("words IS NOT NULL OR note IS NOT NULL")
Index("feedback_of_a_day", feedback.c.day, feedback.c.center)
Index(
    "feedback_that_waits",
    feedback.c.wants_since,
    postgresql_where=WAITS,
    sqlite_where=WAITS,
)
Index(
    "feedback_that_speaks",
    feedback.c.changed_at,
    postgresql_where=SPEAKS,
    sqlite_where=SPEAKS,
)
