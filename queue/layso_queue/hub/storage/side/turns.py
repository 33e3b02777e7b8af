"""Who booked and now waits in a line is told when few are before her, and when she is called."""

from sqlalchemy import Connection, select

from layso_queue.hub.storage.booking import booked
from layso_queue.hub.storage.following import follower_of, unfollow, waiting_followers
from layso_queue.hub.storage.live import MOVING, people_before
from layso_queue.hub.storage.noticing import Tell, was_noted
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.tables import bookings, tickets

FEW = 5


def tell_of_turns(connection: Connection, center: str, moved: LiveTicket, tell: Tell) -> None:
    """Have told whose turn has come, and who has at most five people before her, once each."""
    if moved.state == "called":
        query = select(bookings).where(bookings.c.center == center, bookings.c.ticket == moved.id)
        row = connection.execute(query).first()
        if row is not None and not was_noted(connection, row.id, row.version, "now"):
            tell(connection, booked(row), "now", str(moved.counter or ""))
        walk_in = follower_of(connection, center, moved)
        if walk_in is not None and not was_noted(connection, moved.id, 1, "now"):
            tell(connection, walk_in, "now", str(moved.counter or ""))
    if moved.state not in MOVING:
        unfollow(connection, center, moved.id)
    if moved.state == "waiting":
        return
    for other in waiting_followers(connection, moved):
        walk_in = follower_of(connection, center, other)
        ahead = people_before(connection, other)
        known = was_noted(connection, other.id, 1, "five_before")
        if walk_in is not None and ahead <= FEW and not known:
            tell(connection, walk_in, "five_before", str(ahead))
    waiting = (
        select(bookings)
        .join(tickets, tickets.c.id == bookings.c.ticket)
        .where(
            bookings.c.center == center,
            bookings.c.state == "checked_in",
            tickets.c.center == center,
            tickets.c.service == moved.service,
            tickets.c.day == moved.day,
            tickets.c.state == "waiting",
        )
    )
    for row in connection.execute(waiting).all():
        line = connection.execute(select(tickets).where(tickets.c.id == row.ticket)).one()
        ahead = people_before(connection, LiveTicket(**line._mapping))
        known = was_noted(connection, row.id, row.version, "five_before")
        if ahead <= FEW and not known:
            tell(connection, booked(row), "five_before", str(ahead))
