"""The exchange with centers: each message is taken in and answered in one transaction."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select, update

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.following import Follower, follow
from layso_queue.hub.storage.side import Side
from layso_queue.hub.storage.side.turns import tell_of_turns
from layso_queue.hub.storage.sides import Sides
from layso_queue.hub.storage.tables import centers, streams
from layso_queue.sync import messages as m
from layso_queue.sync.at_hub.feeding import feed
from layso_queue.sync.at_hub.receiving import give_back, receive
from layso_queue.sync.moment import Moment

Answer = TypeVar("Answer")


class Exchange:
    """Answers the requests of centers. Every method may raise StoreFailed, Refused(NOT_FOUND)."""

    def __init__(self, database: Database, sides: Sides) -> None:
        """Use this database."""
        self._database = database
        self._sides = sides

    def push(self, push: m.Push) -> m.PushAnswer:
        """Take in a push; the answer is true once this returns."""
        told = push.status.at if push.status else None

        def take(side: Side, at: Moment) -> m.PushAnswer:
            if push.events:
                side.expect(push.events)
            answer = receive(side, push, at)
            side.write()
            return answer

        return self._in_turn(push.sender.center, take, told)

    def fetch(self, fetch: m.Fetch) -> m.FetchAnswer:
        """Give a center its own events back."""
        return self._in_turn(fetch.sender.center, lambda side, at: give_back(side, fetch, at))

    def pull(self, pull: m.Pull) -> m.PullAnswer:
        """Give a center what is new; its asking acknowledges what it has."""
        return self._in_turn(pull.sender.center, lambda side, at: feed(side, pull, at))

    def follow(self, center: str, numbers: Sequence[Follower]) -> None:
        """Keep phone numbers for tickets of this center; who is called by now is told at once."""

        def work(connection: Connection) -> None:
            now = self._sides.open(connection, center)[1].now
            for one in numbers:
                ticket = follow(connection, center, one, now)
                if ticket is not None:
                    tell_of_turns(connection, center, ticket, self._sides.tell)

        self._database.write(work)

    def has_after(self, pull: m.Pull) -> bool:
        """Say without any lock whether a pull would now be answered otherwise than with nothing."""
        query = select(streams.c.seq, streams.c.incarnation).where(
            streams.c.center == pull.sender.center, streams.c.way == "out"
        )
        row = self._database.read(lambda c: c.execute(query).first())
        after = pull.after
        return (
            row is None
            or after is None
            or (row.seq, row.incarnation)
            != (
                after.seq,
                after.incarnation,
            )
        )

    def _in_turn(
        self, center: str, answer: Callable[[Side, Moment], Answer], told: int | None = None
    ) -> Answer:
        def work(connection: Connection) -> Answer:
            side, at = self._sides.open(connection, center)
            heard = {"heard_at": at.now}
            if told is not None:
                heard["offset_ms"] = told - at.now
            connection.execute(update(centers).where(centers.c.code == center).values(heard))
            return answer(side, at)

        return self._database.write(work)
