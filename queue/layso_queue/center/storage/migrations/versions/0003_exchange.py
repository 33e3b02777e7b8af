"""The exchange with the hub: streams, what was seen and set aside, leases, web bookings."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE sync_heads (
        way TEXT NOT NULL,
        incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        acked INTEGER NOT NULL,
        CONSTRAINT a_stream_has_one_head PRIMARY KEY (way),
        CONSTRAINT a_stream_has_a_known_way CHECK (way IN ('out','in','journal')),
        CONSTRAINT heads_name_a_sha256 CHECK (length(hash) = 32)
    )
    """,
    """
    CREATE TABLE sync_outbox (
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        event BLOB NOT NULL,
        added_at INTEGER NOT NULL,
        acked_at INTEGER,
        CONSTRAINT facts_told_are_numbered_once PRIMARY KEY (seq),
        CONSTRAINT facts_told_are_chained CHECK (length(hash) = 32)
    )
    """,
    """
    CREATE TABLE sync_state (
        one INTEGER NOT NULL,
        mode TEXT NOT NULL,
        lineage TEXT NOT NULL,
        common INTEGER NOT NULL,
        leapt INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        CONSTRAINT a_center_has_one_link PRIMARY KEY (one),
        CONSTRAINT the_link_is_the_only_one CHECK (one = 1),
        CONSTRAINT a_link_has_a_mode CHECK (mode IN ('going','returning','superseded','apart'))
    )
    """,
    """
    CREATE TABLE sync_seen (
        id TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT an_event_has_its_effect_once PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE sync_aside (
        id TEXT NOT NULL,
        place INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        entity TEXT NOT NULL,
        event BLOB NOT NULL,
        why TEXT NOT NULL,
        about BLOB NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT an_event_is_set_aside_once PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX set_aside_of_an_entity ON sync_aside (entity)",
    """
    CREATE TABLE sync_leases (
        "key" TEXT NOT NULL,
        asked INTEGER NOT NULL,
        version INTEGER NOT NULL,
        counted INTEGER NOT NULL,
        CONSTRAINT a_slot_is_leased_once PRIMARY KEY ("key"),
        CONSTRAINT a_lease_is_no_debt CHECK (asked >= 0 AND counted >= 0)
    )
    """,
    """
    CREATE TABLE web_bookings (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        service TEXT NOT NULL,
        slot INTEGER NOT NULL,
        version INTEGER NOT NULL,
        state TEXT NOT NULL,
        remote INTEGER NOT NULL,
        priority TEXT NOT NULL,
        language TEXT NOT NULL,
        name TEXT NOT NULL,
        card TEXT NOT NULL,
        ticket TEXT NOT NULL,
        number TEXT NOT NULL,
        CONSTRAINT a_web_booking_id_is_used_once PRIMARY KEY (id),
        CONSTRAINT a_web_booking_has_a_state
            CHECK (state IN ('booked','checked_in','cancelled','missed'))
    )
    """,
    "CREATE INDEX web_bookings_of_a_slot ON web_bookings (slot)",
)


def upgrade() -> None:
    """Add the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
