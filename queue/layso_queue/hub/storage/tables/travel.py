"""Tables: what goes from the hub to a center, numbered under a lock."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from layso_queue.hub.storage.tables.base import metadata

heads = Table(
    "heads",
    metadata,
    Column("center", Text, ForeignKey("centers.code", name="a_head_is_a_centers"), nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    PrimaryKeyConstraint("center", name="a_center_has_one_head"),
)
"""The last event for each center. Its row is locked while the next is numbered, so that a reader
who follows the numbers never skips one that commits late."""

outgoing = Table(
    "outgoing",
    metadata,
    Column("center", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("occurred_at", BigInteger, nullable=False),
    Column("payload", Text, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    PrimaryKeyConstraint("center", "seq", name="events_to_a_center_are_numbered_once"),
    UniqueConstraint("id", name="an_event_id_is_used_once"),
    CheckConstraint("length(hash) = 32", name="event_hashes_are_sha256"),
)
