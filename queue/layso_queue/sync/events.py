"""What the two sides tell each other: facts, each about one entity, numbered by its sender."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import orjson

CATALOGUE = "catalogue"
"""The entity of a center's name and services; "catalogue:" and a service's code: its procedures."""


class Kind(StrEnum):
    """Every fact that is sent; who sends it stands in UP and DOWN."""

    TICKET_ISSUED = "ticket.issued"
    TICKET_MOVED = "ticket.moved"
    BOOKING_CHECKED_IN = "booking.checked_in"
    BOOKING_MISSED = "booking.missed"
    BOOKING_ECHOED = "booking.echoed"
    ECHO_DONE = "echo.done"
    QUOTA_SET = "quota.set"
    CLOSURE_SET = "closure.set"
    CLOSURE_LIFTED = "closure.lifted"
    REMOTE_GIVEN = "remote.given"
    REMOTE_REFUSED = "remote.refused"
    CATALOGUE_SET = "catalogue.set"

    BOOKING_BOOKED = "booking.booked"
    BOOKING_CANCELLED = "booking.cancelled"
    BOOKING_RESCHEDULED = "booking.rescheduled"
    REMOTE_REQUESTED = "remote.requested"
    QUOTA_ANSWERED = "quota.answered"


DOWN = frozenset(
    {
        Kind.BOOKING_BOOKED,
        Kind.BOOKING_CANCELLED,
        Kind.BOOKING_RESCHEDULED,
        Kind.REMOTE_REQUESTED,
        Kind.QUOTA_ANSWERED,
    }
)
"""From the hub to a center."""

UP = frozenset(Kind) - DOWN
"""From a center to the hub."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact about `entity`, made once and never changed.

    `id` is a UUIDv7; `kind` a word of Kind, or one that a newer program made; `version` counts the
    entity's changes by its owner; `occurred_at` is in ms since the epoch by the sender's clock, for
    people to read and never to order by; `payload` holds JSON values without fractions.
    """

    id: str
    kind: str
    entity: str
    version: int
    occurred_at: int
    payload: Mapping[str, Any]


def to_plain(event: Event) -> dict[str, Any]:
    """Return the event as JSON-ready data."""
    return {
        "id": event.id,
        "kind": str(event.kind),
        "entity": event.entity,
        "version": event.version,
        "occurred_at": event.occurred_at,
        "payload": event.payload,
    }


def canonical(event: Event) -> bytes:
    """Return the bytes that the chain of hashes covers: equal events give equal bytes."""
    return orjson.dumps(to_plain(event), option=orjson.OPT_SORT_KEYS)
