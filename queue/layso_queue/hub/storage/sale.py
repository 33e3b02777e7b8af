"""The sale of places: every promise to a citizen is one transaction of this class."""

from sqlalchemy import Connection

from layso_queue.hub.clock import Clock
from layso_queue.hub.ids import Random, new_code
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import HOLD_MS
from layso_queue.hub.storage import booking as books
from layso_queue.hub.storage import holding
from layso_queue.hub.storage.askings import Judge
from layso_queue.hub.storage.closed import closes
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.noticing import Ways, nobody
from layso_queue.hub.storage.offered import free_places, is_over
from layso_queue.hub.storage.rows import Booked, Free, Hold, Person, Place
from layso_queue.hub.storage.saying import MayTell, Saying, always
from layso_queue.hub.storage.selling import made, refused_as, refused_place, spoken
from layso_queue.hub.storage.sides import Sides
from layso_queue.hub.times import day_of
from layso_queue.sync import SyncRefused
from layso_queue.sync.at_hub import selling


class Sale:
    """Holds, sells, moves and cancels places. Every method may raise StoreFailed.

    The rules of places are those of layso_queue.sync.at_hub.selling, inside a transaction that has
    locked the center's row; the rules of persons are the hub's own.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        random: Random,
        ways: Ways = nobody,
        may_tell: MayTell = always,
    ) -> None:
        """`random(n)` gives n random bytes; `ways(kind)`: how a kind of fact is told."""
        self._database = database
        self._clock = clock
        self._random = random
        self._say = Saying(ways, random, may_tell).say
        self._sides = Sides(clock, random, ways)

    def free(self, center: str, service: str, until: int, *, remote: bool = False) -> list[Free]:
        """Return slots that begin before `until` and have a place left; a hint, not a promise."""
        now = self._clock.now()
        return self._database.read(lambda c: free_places(c, center, service, remote, now, until))

    def hold(
        self,
        place: Place,
        instead_of: str | None = None,
        *,
        id: str | None = None,
        judge: Judge = lambda _: None,
    ) -> Hold:
        """Keep a place for ten minutes; then the one the same browser kept before goes back.

        `id`: the hold's own, which makes a repeat of the same request known; random by default.
        Raises Refused: SLOT_FULL, SLOT_UNKNOWN, SLOT_OVER, SERVICE_CLOSED, SALES_FROZEN,
        CENTER_GONE, NOT_FOUND, `judge`'s.
        """
        now = self._clock.now()
        if is_over(place, now):
            raise Refused(Refusal.SLOT_OVER)
        kept = Hold(id or self._random(16).hex(), place, now + HOLD_MS)

        def work(connection: Connection) -> None:
            side, at = self._sides.open(connection, place.center, sells=True)
            refused = selling.hold(side, place.service, place.slot, place.remote, at)
            if refused is not None:
                raise refused_place(side, place, refused)
            holding.keep(connection, kept)
            judge(connection)

        self._database.write(work, promise=False)
        if instead_of is not None:
            self.let_go(instead_of)
        return kept

    def held(self, id: str) -> Hold | None:
        """Return a hold that has not expired."""
        now = self._clock.now()
        return self._database.read(lambda c: holding.held(c, id, now))

    def let_go(self, id: str) -> bool:
        """Give a held place back; say whether there was one."""
        known = self._database.read(lambda c: holding.held(c, id, 0))
        if known is None:
            return False

        def work(connection: Connection) -> bool:
            side, at = self._sides.open(connection, known.place.center)
            return holding.let_go(connection, side, id, at)

        return self._database.write(work, promise=False)

    def count_try(self, id: str) -> int:
        """Count a wrong answer; return how many tries are left. With none the place goes back."""
        left = self._database.write(lambda c: holding.count_try(c, id), promise=False)
        if left == 0:
            self.let_go(id)
        return left

    def confirm(self, hold: str, person: Person, channel: str = "web") -> tuple[Booked, bool]:
        """Sell a held place; a hold that was sold before answers its booking and False.

        Raises Refused: HOLD_GONE, SERVICE_CLOSED, CENTER_GONE, DAY_LIMIT, SERVICE_TWICE; a hold
        still stands.
        """
        now = self._clock.now()
        kept = self._database.read(lambda c: holding.held(c, hold, now))
        code = new_code(self._random)

        def work(connection: Connection) -> tuple[Booked, bool]:
            before = books.find(connection, hold=hold)
            if before is not None:
                return before, False
            if kept is None:
                raise Refused(Refusal.HOLD_GONE)
            side, at = self._sides.open(connection, kept.place.center, sells=True)
            if closes(connection, kept.place, now):  # while the name was written
                raise Refused(Refusal.SERVICE_CLOSED)
            if not holding.use(connection, hold, now):
                raise Refused(Refusal.HOLD_GONE)
            sold = made(at.new_id(), code, kept, person, channel, now)
            books.keep(connection, sold)
            selling.book(side, spoken(sold), at)
            self._say(connection, sold, "booked", at.now)
            return sold, True

        return books.once_a_service(self._database, work)

    def booking(self, code: str) -> Booked | None:
        """Return a booking by its plain code."""
        return self._database.read(lambda c: books.find(c, code=code))

    def sold(self, hold: str) -> Booked | None:
        """Return the booking that a hold has become."""
        return self._database.read(lambda c: books.find(c, hold=hold))

    def cancel(self, code: str) -> Booked:
        """Give a booking up; its place comes back at a random moment. Again is answered alike.

        Raises Refused: NOT_FOUND, BOOKING_OVER, USED_ALREADY (a check-in beats a cancellation).
        """

        def work(connection: Connection) -> Booked:
            side, at = self._sides.open(connection, books.known(connection, code).center)
            known = books.not_over(connection, code, at.now)
            done = selling.cancel(side, known.id, at)
            if isinstance(done, SyncRefused) and done.about.get("state") != "cancelled":
                raise refused_as(done)
            gone = books.known(connection, code)
            if not isinstance(done, SyncRefused):
                self._say(connection, gone, "cancelled", at.now)
            return gone

        return self._database.write(work)

    def move(self, code: str, slot: int) -> Booked:
        """Give a booking another slot of the same service, for the same person.

        Raises Refused: NOT_FOUND, BOOKING_OVER, USED_ALREADY, CANCELLED_ALREADY, NOT_MOVABLE,
        DAY_LIMIT, SERVICE_TWICE, and those of `hold`; then the old slot stands.
        """

        def work(connection: Connection) -> Booked:
            center = books.known(connection, code).center
            side, at = self._sides.open(connection, center, sells=True)
            known = books.not_over(connection, code, at.now)
            if known.remote:
                raise Refused(Refusal.NOT_MOVABLE)
            if slot != known.slot and is_over(known.where._replace(slot=slot), at.now):
                raise Refused(Refusal.SLOT_OVER)
            day = day_of(slot)
            if known.state == "booked" and day != known.day:
                books.uncount_person(connection, known.person, known.day)
                books.count_person(connection, known.person, day)
                books.refuse_twice(connection, known, day)
            done = selling.reschedule(side, known.id, known.service, slot, at)
            if isinstance(done, SyncRefused):
                raise refused_place(side, known.where._replace(slot=slot), done)
            moved = books.known(connection, code)
            if moved.version != known.version:
                self._say(connection, moved, "changed", at.now)
            return moved

        return books.once_a_service(self._database, work)
