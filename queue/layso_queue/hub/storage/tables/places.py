"""Tables: places that a center leased to the hub, and who keeps one for a while."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from layso_queue.hub.storage.tables.base import metadata

_PLACE = ("center", "service", "kind", "slot")
_LEASE = tuple(f"leases.{name}" for name in _PLACE)

leases = Table(
    "leases",
    metadata,
    Column("center", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("slot", BigInteger, nullable=False),
    Column("ends", BigInteger, nullable=False),
    Column("n", Integer, nullable=False),
    Column("taken", Integer, nullable=False),
    Column("version", BigInteger, nullable=False),
    PrimaryKeyConstraint(*_PLACE, name="a_slot_is_leased_once"),
    ForeignKeyConstraint(
        ("center", "service"),
        ("services.center", "services.code"),
        name="a_lease_is_for_a_service",
    ),
    CheckConstraint("kind IN ('slot','now')", name="a_place_is_for_a_slot_or_for_now"),
    CheckConstraint("taken >= 0 AND taken <= n", name="a_slot_is_never_oversold"),
    CheckConstraint("ends > slot", name="a_slot_has_a_length"),
)
"""`taken` counts holds, bookings and cancelled places that are not released yet.

`kind` "now" is the remote quota of a day: `slot` and `ends` are when numbers may be taken.
"""
Index("leases_of_a_service", leases.c.center, leases.c.service, leases.c.slot)

holds = Table(
    "holds",
    metadata,
    Column("id", Text, nullable=False),
    Column("center", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("slot", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    PrimaryKeyConstraint("id", name="a_hold_is_made_once"),
    ForeignKeyConstraint(_PLACE, _LEASE, name="a_hold_keeps_a_leased_place"),
)
Index("holds_by_expiry", holds.c.expires_at)

releases = Table(
    "releases",
    metadata,
    Column("booking", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("center", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("slot", BigInteger, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("booking", "version", name="a_place_is_given_back_once"),
    ForeignKeyConstraint(_PLACE, _LEASE, name="a_release_is_of_a_leased_place"),
)
Index("releases_by_time", releases.c.due_at)
