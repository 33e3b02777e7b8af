"""The tables of the exchange with the hub: streams, what was seen, leases, web bookings."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from layso_queue.center.storage.tables import metadata

sync_heads = Table(
    "sync_heads",
    metadata,
    Column("way", Text, nullable=False),
    Column("incarnation", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("acked", Integer, nullable=False),
    PrimaryKeyConstraint("way", name="a_stream_has_one_head"),
    CheckConstraint("way IN ('out','in','journal')", name="a_stream_has_a_known_way"),
    CheckConstraint("length(hash) = 32", name="heads_name_a_sha256"),
)

sync_outbox = Table(
    "sync_outbox",
    metadata,
    Column("seq", Integer, nullable=False, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
    Column("event", LargeBinary, nullable=False),
    Column("added_at", Integer, nullable=False),
    Column("acked_at", Integer),
    PrimaryKeyConstraint("seq", name="facts_told_are_numbered_once"),
    CheckConstraint("length(hash) = 32", name="facts_told_are_chained"),
)

sync_state = Table(
    "sync_state",
    metadata,
    Column("one", Integer, nullable=False, autoincrement=False),
    Column("mode", Text, nullable=False),
    Column("lineage", Text, nullable=False),
    Column("common", Integer, nullable=False),
    Column("leapt", Integer, nullable=False),
    Column("by", Text, nullable=False),
    PrimaryKeyConstraint("one", name="a_center_has_one_link"),
    CheckConstraint("one = 1", name="the_link_is_the_only_one"),
    CheckConstraint("mode IN ('going','returning','superseded','apart')", name="a_link_has_a_mode"),
)

sync_seen = Table(
    "sync_seen",
    metadata,
    Column("id", Text, nullable=False),
    Column("at", Integer, nullable=False),
    PrimaryKeyConstraint("id", name="an_event_has_its_effect_once"),
    sqlite_with_rowid=False,
)

sync_aside = Table(
    "sync_aside",
    metadata,
    Column("id", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("entity", Text, nullable=False),
    Column("event", LargeBinary, nullable=False),
    Column("why", Text, nullable=False),
    Column("about", LargeBinary, nullable=False),
    Column("at", Integer, nullable=False),
    PrimaryKeyConstraint("id", name="an_event_is_set_aside_once"),
)
Index("set_aside_of_an_entity", sync_aside.c.entity)

sync_leases = Table(
    "sync_leases",
    metadata,
    Column("key", Text, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("counted", Integer, nullable=False),
    PrimaryKeyConstraint("key", name="a_slot_is_leased_once"),
    CheckConstraint("asked >= 0 AND counted >= 0", name="a_lease_is_no_debt"),
)

web_bookings = Table(
    "web_bookings",
    metadata,
    Column("id", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("remote", Integer, nullable=False),
    Column("priority", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("card", Text, nullable=False),
    Column("ticket", Text, nullable=False),
    Column("number", Text, nullable=False),
    PrimaryKeyConstraint("id", name="a_web_booking_id_is_used_once"),
    CheckConstraint(
        "state IN ('booked','checked_in','cancelled','missed')", name="a_web_booking_has_a_state"
    ),
)
Index("web_bookings_of_a_slot", web_bookings.c.slot)

sync_told = Table(
    "sync_told",
    metadata,
    Column("what", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    PrimaryKeyConstraint("what", name="a_thing_is_told_once"),
    CheckConstraint("length(hash) = 32", name="what_was_told_has_a_sha256"),
)

web_places = Table(
    "web_places",
    metadata,
    Column("key", Text, nullable=False),
    Column("n", Integer, nullable=False),
    PrimaryKeyConstraint("key", name="places_of_a_slot_are_set_once"),
    CheckConstraint("n >= 0", name="places_are_no_debt"),
)
"""Places that somebody set by hand: they stand above the rule. Keys as in `sync_leases`."""
