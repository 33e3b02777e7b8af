"""The sale of places: every promise to a citizen is one transaction of this class."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection

from layso_queue.hub.clock import Clock
from layso_queue.hub.ids import Random, new_code, uuid7
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import RELEASE_WITHIN_MS
from layso_queue.hub.storage import booking as books
from layso_queue.hub.storage import holding, leasing
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.faults import AlreadyThere
from layso_queue.hub.storage.rows import Booking, Free, Hold, Person, Place
from layso_queue.hub.storage.telling import tell
from layso_queue.hub.times import day_of

Done = TypeVar("Done")


class Sale:
    """Holds, sells, moves and cancels places. Every method may raise StoreFailed.

    Locks are taken in one order by all: booking, lease, person, the center's head.
    """

    def __init__(self, database: Database, clock: Clock, random: Random) -> None:
        """`random(n)` gives n random bytes."""
        self._database = database
        self._clock = clock
        self._random = random

    def free(self, center: str, service: str, kind: str, until: int) -> list[Free]:
        """Return slots that begin before `until` and have a place left."""
        now = self._clock.now()
        return self._database.read(
            lambda c: leasing.free_slots(c, center, service, kind, now, until)
        )

    def hold(self, place: Place, instead_of: str | None = None) -> Hold:
        """Keep a place for ten minutes. Raises Refused as `leasing.take` does."""
        now = self._clock.now()
        id = self._random(16).hex()
        return self._database.write(lambda c: holding.hold(c, id, place, now, instead_of))

    def held(self, id: str) -> Hold | None:
        """Return a hold that has not expired."""
        now = self._clock.now()
        return self._database.read(lambda c: holding.held(c, id, now))

    def let_go(self, id: str) -> bool:
        """Give a held place back; say whether there was one."""
        return self._database.write(lambda c: holding.let_go(c, id))

    def count_try(self, id: str) -> int:
        """Count a wrong answer to the hold's question; return how many tries are left."""
        return self._database.write(lambda c: holding.count_try(c, id))

    def confirm(self, hold: str, person: Person, channel: str = "web") -> tuple[Booking, bool]:
        """Sell a held place; a hold that was sold before answers its booking and False.

        Raises Refused: HOLD_GONE, DAY_LIMIT, SERVICE_TWICE; the hold then still stands.
        """
        now = self._clock.now()
        id, code = uuid7(now, self._random), new_code(self._random)

        def work(connection: Connection) -> tuple[Booking, bool]:
            before = books.find(connection, hold=hold)
            if before is not None:
                return before, False
            kept = holding.use(connection, hold, now)
            made = _made(id, code, kept, person, channel, now)
            books.keep(connection, made)
            self._tell(connection, made, "BookingMade")
            return made, True

        return self._once_a_service(work)

    def booking(self, code: str) -> Booking | None:
        """Return a booking by its plain code."""
        return self._database.read(lambda c: books.find(c, code=code))

    def sold(self, hold: str) -> Booking | None:
        """Return the booking that a hold has become."""
        return self._database.read(lambda c: books.find(c, hold=hold))

    def cancel(self, code: str) -> Booking:
        """Give a booking up; its place comes back at a random moment. Again is answered alike.

        Raises Refused: NOT_FOUND, USED_ALREADY (a check-in beats a cancellation).
        """
        now = self._clock.now()
        due_at = now + int.from_bytes(self._random(8), "big") % RELEASE_WITHIN_MS

        def work(connection: Connection) -> Booking:
            found = books.lock(connection, code)
            if found.state == "cancelled":
                return found
            _refuse_used(found)
            books.release(connection, found, due_at)
            books.uncount_person(connection, found.person, found.day)
            gone = books.change(connection, found, state="cancelled", changed_at=now)
            self._tell(connection, gone, "BookingCancelled")
            return gone

        return self._database.write(work)

    def move(self, code: str, slot: int) -> Booking:
        """Give a booking another slot of the same service, for the same person.

        Raises Refused: NOT_FOUND, USED_ALREADY, CANCELLED_ALREADY, NOT_MOVABLE, DAY_LIMIT,
        SERVICE_TWICE, and those of `leasing.take`; then the old slot stands.
        """
        now = self._clock.now()
        due_at = now + int.from_bytes(self._random(8), "big") % RELEASE_WITHIN_MS

        def work(connection: Connection) -> Booking:
            found = books.lock(connection, code)
            _refuse_used(found)
            if found.state == "cancelled":
                raise Refused(Refusal.CANCELLED_ALREADY)
            if found.kind != "slot":
                raise Refused(Refusal.NOT_MOVABLE)
            if found.slot == slot:
                return found
            ends = leasing.take(connection, found.where._replace(slot=slot), now)
            books.release(connection, found, due_at)
            day = day_of(slot)
            if day != found.day:
                books.uncount_person(connection, found.person, found.day)
                books.count_person(connection, found.person, day)
                books.refuse_twice(connection, replace(found, day=day))
            new = {"slot": slot, "ends": ends, "day": day, "changed_at": now}
            moved = books.change(connection, found, **new)
            self._tell(connection, moved, "BookingMoved")
            return moved

        return self._once_a_service(work)

    def _once_a_service(self, work: Callable[[Connection], Done]) -> Done:
        try:
            return self._database.write(work)
        except AlreadyThere as error:
            if books.said_twice(error):
                raise Refused(Refusal.SERVICE_TWICE) from error
            raise

    def _tell(self, connection: Connection, booking: Booking, kind: str) -> None:
        payload = {
            "booking": booking.id,
            "code": booking.code,
            "service": booking.service,
            "kind": booking.kind,
            "slot": booking.slot,
        }
        at = booking.changed_at
        id = uuid7(at, self._random)
        tell(connection, booking.center, kind, booking.id, booking.version, at, payload, id)


def _refuse_used(booking: Booking) -> None:
    if booking.state in ("checked_in", "missed"):
        raise Refused(Refusal.USED_ALREADY)


def _made(id: str, code: str, hold: Hold, person: Person, channel: str, now: int) -> Booking:
    place = hold.place
    return Booking(
        id=id,
        code=code,
        hold=hold.id,
        version=1,
        center=place.center,
        service=place.service,
        kind=place.kind,
        slot=place.slot,
        ends=hold.ends,
        day=day_of(place.slot),
        state="booked",
        person=person.key,
        name=person.name,
        phone=person.phone,
        email=person.email,
        language=person.language,
        channel=channel,
        made_at=now,
        changed_at=now,
    )
