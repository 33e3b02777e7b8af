"""Tables: what travels between the hub and each center; see layso_queue.sync.storage."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from layso_queue.hub.storage.tables.base import CENTER, metadata

life = Table(
    "life",
    metadata,
    Column("id", Integer, nullable=False, autoincrement=False),
    Column("incarnation", Text, nullable=False),
    Column("keys_mark", Text),
    PrimaryKeyConstraint("id", name="a_hub_has_one_life"),
    CheckConstraint("id = 1", name="a_hub_lives_once_at_a_time"),
)
"""`keys_mark`: the fingerprint of the hub.keys that persons and cards here were hashed with."""

streams = Table(
    "streams",
    metadata,
    Column("center", Text, ForeignKey(CENTER, name="a_stream_is_a_centers"), nullable=False),
    Column("way", Text, nullable=False),
    Column("incarnation", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("acked", BigInteger, nullable=False),
    PrimaryKeyConstraint("center", "way", name="a_center_has_one_stream_each_way"),
    CheckConstraint("way IN ('in','out')", name="a_stream_has_a_way"),
)
"""The end of each stream. It is read only while the center's own row is locked, so that a reader
who follows the numbers never skips one that commits late."""

entries = Table(
    "entries",
    metadata,
    Column("center", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("event", Text, nullable=False),
    Column("added_at", BigInteger, nullable=False),
    Column("acked_at", BigInteger),
    PrimaryKeyConstraint("center", "way", "seq", name="entries_of_a_stream_are_numbered_once"),
    CheckConstraint("length(hash) = 32", name="entry_hashes_are_sha256"),
)

seen = Table(
    "seen",
    metadata,
    Column("center", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("center", "id", name="an_event_has_its_effect_once"),
)
Index("seen_by_time", seen.c.center, seen.c.at)

aside = Table(
    "aside",
    metadata,
    Column("center", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("event", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("center", "id", name="an_event_is_set_aside_once"),
)
Index("aside_by_entity", aside.c.center, aside.c.entity)
