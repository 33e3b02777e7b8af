"""Everything about one center, its row locked until the transaction ends."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, select, update

from layso_queue.hub.storage.announcing import announce
from layso_queue.hub.storage.lives import life_of, new_life
from layso_queue.hub.storage.noticing import Tell
from layso_queue.hub.storage.side.books import Books
from layso_queue.hub.storage.side.inbox import CenterInbox
from layso_queue.hub.storage.side.log import StreamLog
from layso_queue.hub.storage.tables import centers
from layso_queue.sync import Event

Due = Callable[[], int]


class CenterGone(Exception):
    """No center of this code is registered."""


class Side:
    """See layso_queue.sync.at_hub.storage.HubSide.

    The lock on the center's row puts all that concerns it in one order: sales, pushes, pulls. Two
    centers never wait for each other.
    """

    def __init__(
        self,
        connection: Connection,
        center: str,
        now: int,
        due: Due,
        new_word: Callable[[], str],
        tell: Tell,
    ) -> None:
        """`due()`: when a place given up now may be sold again; `new_word` names a new life;
        `tell` has a person told what her center did.

        Raises CenterGone.
        """
        self._connection = connection
        self._center = center
        self._new_word = new_word
        query = select(centers.c.frozen, centers.c.removed_at).where(centers.c.code == center)
        row = connection.execute(query.with_for_update()).first()
        if row is None:
            raise CenterGone(center)
        self._frozen = bool(row.frozen)
        self.removed = row.removed_at is not None
        announce(connection, center)
        self.inbox = CenterInbox(connection, center)
        self.outbox = StreamLog(connection, center, "out")
        self.books = Books(connection, center, now, due, tell)

    def expect(self, events: Sequence[Event]) -> None:
        """Look up at once what a push is about; `write` must follow before the commit."""
        self.inbox.expect(event.id for event in events)
        self.books.expect(event.entity for event in events)

    def write(self) -> None:
        """Write what was gathered of what was expected."""
        self.inbox.write()
        self.books.write()

    @property
    def incarnation(self) -> str:
        """This life of the hub."""
        return life_of(self._connection)

    def frozen(self) -> bool:
        """Return whether sales wait until the center has told again what a restore lost."""
        return self._frozen

    def thaw(self) -> None:
        """Let sales go on."""
        self._frozen = False
        self._connection.execute(
            update(centers).where(centers.c.code == self._center).values(frozen=False)
        )

    def begin_anew(self) -> None:
        """Give the hub a new incarnation and freeze all its centers."""
        new_life(self._connection, self._new_word())
        self._frozen = True
        self.outbox = StreamLog(self._connection, self._center, "out")
