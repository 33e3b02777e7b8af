"""Which bookings an ID card or a code stands for, read from the center's own book."""

from sqlalchemy import Connection, select

from layso_queue.center.storage.exchange_tables import web_bookings
from layso_queue.line.states import BookingState
from layso_queue.sync import Booking


def bookings_of_card(connection: Connection, card: str, since: int) -> list[Booking]:
    """Return the bookings under a card's keyed hash whose slot is not before `since` (ms)."""
    found = web_bookings.c
    query = select(web_bookings).where(found.slot >= since, found.card == card)
    rows = connection.execute(query.order_by(found.slot, found.id)).all()
    return [booking_of(row._asdict()) for row in rows]


def asked_from_home(connection: Connection, code: str) -> Booking | None:
    """Return the number for now that was asked for under a code."""
    found = web_bookings.c
    query = select(web_bookings).where(found.code == code, found.remote == 1, found.code != "")
    row = connection.execute(query).first()
    return None if row is None else booking_of(row._asdict())


def booking_of(row: dict[str, object]) -> Booking:
    """Return a kept row as both sides speak of it."""
    state = BookingState(str(row["state"]))
    return Booking(**{**row, "state": state, "remote": bool(row["remote"])})  # type: ignore[arg-type]
