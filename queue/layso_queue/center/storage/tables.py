"""The tables of a center. The database itself refuses what the code must never do."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

service_days = Table(
    "service_days",
    metadata,
    Column("date", Text, nullable=False),
    Column("first_seq", Integer, nullable=False),
    Column("opened_at", Integer, nullable=False),
    Column("closed_at", Integer),
    PrimaryKeyConstraint("date", name="a_service_day_opens_once"),
)

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, nullable=False, autoincrement=False),
    Column("day", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("command", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    PrimaryKeyConstraint("seq", name="journal_entries_are_numbered_once"),
    CheckConstraint("length(previous) = 32 AND length(hash) = 32", name="hashes_are_sha256"),
)

commands = Table(
    "commands",
    metadata,
    Column("id", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("ticket", Text),
    Column("counter", Integer),
    PrimaryKeyConstraint("id", name="a_command_is_done_once"),
    sqlite_with_rowid=False,
)

tickets = Table(
    "tickets",
    metadata,
    Column("id", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("series", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("service", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("priority", Text, nullable=False),
    Column("issued_at", Integer, nullable=False),
    Column("counter", Integer),
    Column("document", LargeBinary, nullable=False),
    PrimaryKeyConstraint("id", name="a_ticket_id_is_used_once"),
    UniqueConstraint("day", "series", "number", name="a_number_is_given_once_a_day"),
    CheckConstraint("number >= 1", name="numbers_start_at_one"),
    CheckConstraint(
        "state IN ('waiting','called','serving','parked','no_show','served','cancelled','expired')",
        name="a_ticket_has_a_state_of_the_line",
    ),
)

calls = Table(
    "calls",
    metadata,
    Column("seq", Integer, nullable=False, autoincrement=False),
    Column("day", Text, nullable=False),
    Column("ticket", Text, ForeignKey("tickets.id", name="a_call_calls_a_ticket"), nullable=False),
    Column("counter", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    PrimaryKeyConstraint("seq", name="a_call_is_one_journal_entry"),
)
Index("calls_of_a_day", calls.c.day)

bookings = Table(
    "bookings",
    metadata,
    Column("id", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("priority", Text, nullable=False),
    Column("booked_at", Integer, nullable=False),
    Column("cancelled_at", Integer),
    PrimaryKeyConstraint("id", name="a_booking_id_is_used_once"),
    UniqueConstraint("code", name="a_booking_code_is_used_once"),
)
Index("bookings_of_a_day", bookings.c.day)

devices = Table(
    "devices",
    metadata,
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("token_hash", LargeBinary, nullable=False),
    Column("enrolled_at", Integer, nullable=False),
    PrimaryKeyConstraint("name", name="a_device_name_is_used_once"),
    UniqueConstraint("token_hash", name="a_token_belongs_to_one_device"),
    CheckConstraint("length(token_hash) = 32", name="tokens_are_kept_hashed"),
    CheckConstraint(
        "role IN ('kiosk','display','counter','supervisor','admin','province','auditor')",
        name="a_device_has_a_role",
    ),
)

staff = Table(
    "staff",
    metadata,
    Column("code", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("pin_hash", Text, nullable=False),
    PrimaryKeyConstraint("code", name="a_staff_code_is_used_once"),
    CheckConstraint("role IN ('counter','supervisor','admin')", name="staff_have_a_role"),
    CheckConstraint("pin_hash LIKE '$argon2id$%'", name="pins_are_kept_as_argon2id"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", LargeBinary, nullable=False),
    Column("staff", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("counter", Integer, nullable=False),
    Column("device", Text, nullable=False),
    Column("expires_at", Integer, nullable=False),
    PrimaryKeyConstraint("token_hash", name="a_session_token_is_used_once"),
    CheckConstraint("length(token_hash) = 32", name="session_tokens_are_kept_hashed"),
    sqlite_with_rowid=False,
)

learned = Table(
    "learned",
    metadata,
    Column("through", Text, nullable=False),
    Column("made_at", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
    PrimaryKeyConstraint("through", name="what_was_learned_stands_once_a_day"),
)
"""What the forecast knows after the service day `through`; only the newest few are kept."""

predictions = Table(
    "predictions",
    metadata,
    Column("ticket", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("issued_at", Integer, nullable=False),
    Column("low", Integer, nullable=False),
    Column("high", Integer, nullable=False),
    Column("interval_low", Float, nullable=False),
    Column("median", Float, nullable=False),
    Column("interval_high", Float, nullable=False),
    Column("runs", LargeBinary, nullable=False),
    Column("days", Integer, nullable=False),
    Column("called_at", Integer),
    PrimaryKeyConstraint("ticket", name="a_wait_is_foretold_once"),
    CheckConstraint("low <= high", name="a_range_goes_up"),
)
"""What was told of each wait at its ticket's issue, in minutes; `runs` are 32-bit floats."""
Index("predictions_of_a_day", predictions.c.day)
