"""Tables: places that a center leased to the hub, and who keeps one for a while."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from layso_queue.hub.storage.tables.base import CENTER, metadata

_PLACE = ("center", "service", "remote", "slot")
_LEASE = tuple(f"leases.{name}" for name in _PLACE)

leases = Table(
    "leases",
    metadata,
    Column("center", Text, ForeignKey(CENTER, name="a_center_leases"), nullable=False),
    Column("service", Text, nullable=False),
    Column("remote", Boolean, nullable=False),
    Column("slot", BigInteger, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("sold", Integer, nullable=False),
    PrimaryKeyConstraint(*_PLACE, name="a_slot_is_leased_once"),
    CheckConstraint("sold >= 0", name="no_place_is_given_back_twice"),
    CheckConstraint("asked >= 0", name="a_lease_is_of_some_places_or_none"),
)
"""`sold` counts places held, booked, or given up but not yet for sale again.

A `remote` one is a day's quota of numbers from home; its `slot` is the day's local midnight.
"""
Index("leases_of_a_center", leases.c.center, leases.c.slot)

holds = Table(
    "holds",
    metadata,
    Column("id", Text, nullable=False),
    Column("center", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("remote", Boolean, nullable=False),
    Column("slot", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    PrimaryKeyConstraint("id", name="a_hold_is_made_once"),
    ForeignKeyConstraint(_PLACE, _LEASE, name="a_hold_keeps_a_leased_place"),
)
Index("holds_by_expiry", holds.c.expires_at)

freed = Table(
    "freed",
    metadata,
    Column("center", Text, ForeignKey(CENTER, name="a_center_had_it"), nullable=False),
    Column("after", BigInteger, nullable=False),
    Column("booking", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("known", Boolean, nullable=False),
    PrimaryKeyConstraint("center", "after", name="a_place_is_given_up_once"),
)
"""Places given up: for sale again when the exchange says that they may be (`known`: the center has
entry `after`, and the hub all that it did before), and not before `due_at`."""

closures = Table(
    "closures",
    metadata,
    Column("center", Text, ForeignKey(CENTER, name="a_center_closes"), nullable=False),
    Column("id", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("begins", BigInteger, nullable=False),
    Column("ends", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("reason_en", Text, nullable=False, server_default=""),
    Column("lifted", Boolean, nullable=False),
    PrimaryKeyConstraint("center", "id", name="a_closure_is_made_once"),
)

closures_told = Table(
    "closures_told",
    metadata,
    Column("center", Text, nullable=False),
    Column("closure", Text, nullable=False),
    Column("booking", Text, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("center", "closure", "booking", name="a_person_is_told_of_a_closure_once"),
)
"""Whose bookings a closure that stands has hit; `version` is the booking's at that time."""
Index("closures_told_by_booking", closures_told.c.booking)
