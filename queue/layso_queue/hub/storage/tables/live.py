"""Tables: the lines as the centers last told of them; days long over are summed, see days.py.

Numbers only, nobody's name.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, PrimaryKeyConstraint, Table, Text

from layso_queue.hub.storage.tables.base import metadata

tickets = Table(
    "tickets",
    metadata,
    Column("id", Text, nullable=False),
    Column("center", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("counter", Integer),
    Column("key", BigInteger, nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Column("called_at", BigInteger),
    Column("changed_at", BigInteger, nullable=False),
    Column("to_counter", Integer),
    Column("born", BigInteger, nullable=False, server_default="0"),
    PrimaryKeyConstraint("id", name="a_ticket_is_shown_once"),
)
Index("tickets_waiting", tickets.c.center, tickets.c.state, tickets.c.service, tickets.c.key)
Index("tickets_by_day", tickets.c.day, tickets.c.center)

standings = Table(
    "standings",
    metadata,
    Column("center", Text, nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
    PrimaryKeyConstraint("center", name="a_center_stands_in_one_way"),
)
"""What a center last said of its services: open, waiting, minutes as a range; JSON."""
