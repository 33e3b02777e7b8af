"""Tables: staff of the hub, and the programs of portals."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from layso_queue.hub.storage.tables.base import metadata

staff = Table(
    "staff",
    metadata,
    Column("name", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("used_at", BigInteger),
    PrimaryKeyConstraint("name", name="a_staff_name_is_used_once"),
    CheckConstraint("password_hash LIKE '$argon2id$%'", name="passwords_are_kept_as_argon2id"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", LargeBinary, nullable=False),
    Column("staff", Text, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("token_hash", name="a_session_token_is_used_once"),
    CheckConstraint("length(token_hash) = 32", name="session_tokens_are_kept_hashed"),
)

askings = Table(
    "askings",
    metadata,
    Column("rate", Text, nullable=False),
    Column("client", LargeBinary, nullable=False),
    Column("due", BigInteger, nullable=False),
    PrimaryKeyConstraint("rate", "client", name="a_client_is_counted_once_a_rate"),
    CheckConstraint("length(client) = 16", name="clients_are_kept_hashed"),
)
"""How often somebody asks, over all processes: `due` (ms) moves on with each asking."""

api_keys = Table(
    "api_keys",
    metadata,
    Column("name", Text, nullable=False),
    Column("key_hash", LargeBinary, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("per_minute", Integer, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Column("removed_at", BigInteger),
    PrimaryKeyConstraint("name", name="an_api_key_has_one_name"),
    UniqueConstraint("key_hash", name="an_api_key_belongs_to_one_portal"),
    CheckConstraint("length(key_hash) = 32", name="api_keys_are_kept_hashed"),
    CheckConstraint("per_minute >= 1", name="an_api_key_may_ask_something"),
)

answers = Table(
    "answers",
    metadata,
    Column(
        "api_key", Text, ForeignKey("api_keys.name", name="a_portal_was_answered"), nullable=False
    ),
    Column("idempotency_key", Text, nullable=False),
    Column("request_hash", LargeBinary, nullable=False),
    Column("status", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("api_key", "idempotency_key", name="a_request_is_answered_once"),
)
