"""Who left a phone number at a kiosk: told of one ticket's turn, and forgotten."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from layso_queue.hub.storage.live import MOVING
from layso_queue.hub.storage.rows import Booked, LiveTicket
from layso_queue.hub.storage.tables import followers, tickets
from layso_queue.hub.storage.upsert import put
from layso_queue.hub.times import day_of


@dataclass(frozen=True, slots=True)
class Follower:
    """A ticket's phone number; it never shows, whoever prints this."""

    ticket: str
    phone: str
    language: str

    def __repr__(self) -> str:
        return f"Follower({self.ticket})"


def follow(connection: Connection, center: str, one: Follower, now: int) -> LiveTicket | None:
    """Keep a number; return its ticket, if the hub knows that already.

    A number for a ticket that has ended is not kept.
    """
    ticket = _ticket(connection, center, one.ticket)
    if ticket is None or ticket.state in MOVING:
        row = {"center": center, "ticket": one.ticket, "day": day_of(now)}
        put(connection, followers, row | {"phone": one.phone, "language": one.language})
    return ticket


def unfollow(connection: Connection, center: str, ticket: str) -> None:
    """Erase the number of a ticket that has ended."""
    found = followers.c
    done = delete(followers).where(found.center == center, found.ticket == ticket)
    connection.execute(done)


def forget_followers_before(connection: Connection, day: str) -> int:
    """Erase the numbers of days that are over; return how many."""
    return connection.execute(delete(followers).where(followers.c.day < day)).rowcount


def follower_of(connection: Connection, center: str, ticket: LiveTicket) -> Booked | None:
    """Return who follows a ticket, as somebody who can be told; None: nobody."""
    found = followers.c
    query = select(followers).where(found.center == center, found.ticket == ticket.id)
    row = connection.execute(query).first()
    return None if row is None else _told_as(ticket, row.phone, row.language)


def followed(connection: Connection, id: str) -> tuple[Booked, LiveTicket] | None:
    """Return who follows a ticket that still moves, and the ticket; None: nobody."""
    query = select(tickets).where(tickets.c.id == id, tickets.c.state.in_(MOVING))
    row = connection.execute(query).first()
    if row is None:
        return None
    ticket = LiveTicket(**row._mapping)
    who = follower_of(connection, ticket.center, ticket)
    return None if who is None else (who, ticket)


def waiting_followers(connection: Connection, like: LiveTicket) -> list[LiveTicket]:
    """Return the followed tickets that wait for the same service on the same day."""
    query = (
        select(tickets)
        .join(
            followers,
            (followers.c.ticket == tickets.c.id) & (followers.c.center == tickets.c.center),
        )
        .where(
            tickets.c.center == like.center,
            tickets.c.service == like.service,
            tickets.c.day == like.day,
            tickets.c.state == "waiting",
        )
    )
    return [LiveTicket(**row._mapping) for row in connection.execute(query)]


def _ticket(connection: Connection, center: str, id: str) -> LiveTicket | None:
    query = select(tickets).where(tickets.c.id == id, tickets.c.center == center)
    row = connection.execute(query).first()
    return None if row is None else LiveTicket(**row._mapping)


def _told_as(ticket: LiveTicket, phone: str, language: str) -> Booked:
    # Notices know of bookings: a walk-in's ticket is one without a code, a name or an address.
    return Booked(
        id=ticket.id,
        code="",
        hold="",
        version=1,
        center=ticket.center,
        service=ticket.service,
        remote=False,
        slot=ticket.issued_at,
        day=ticket.day,
        state=ticket.state,
        person="",
        name=None,
        phone=phone,
        email=None,
        language=language,
        channel=ticket.channel,
        made_at=ticket.issued_at,
        changed_at=ticket.changed_at,
        number=ticket.number,
        priority="none",
        card="",
        ticket=ticket.id,
    )
