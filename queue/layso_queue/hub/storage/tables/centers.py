"""Tables: the centers that have a web queue, and what each offers."""

from sqlalchemy import (
    BigInteger,
    Boolean,
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

centers = Table(
    "centers",
    metadata,
    Column("code", Text, nullable=False),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("province_code", Text, nullable=False),
    Column("token_hash", LargeBinary, nullable=False),
    Column("registered_at", BigInteger, nullable=False),
    Column("heard_at", BigInteger),
    Column("offset_ms", BigInteger),
    Column("frozen", Boolean, nullable=False),
    Column("removed_at", BigInteger),
    PrimaryKeyConstraint("code", name="a_center_is_registered_once"),
    UniqueConstraint("token_hash", name="a_token_belongs_to_one_center"),
    CheckConstraint("length(token_hash) = 32", name="center_tokens_are_kept_hashed"),
)
"""`removed_at`: since then its token is nothing, and it sells no places; its bookings stay."""

services = Table(
    "services",
    metadata,
    Column("center", Text, ForeignKey("centers.code", name="a_center_offers_it"), nullable=False),
    Column("code", Text, nullable=False),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("documents", Text, nullable=False),
    Column("online_url", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("offered", Boolean, nullable=False),
    Column("procedures", Text, nullable=False, server_default="[]"),
    PrimaryKeyConstraint("center", "code", name="a_center_offers_a_service_once"),
    CheckConstraint("minutes >= 1", name="a_service_takes_time"),
)
