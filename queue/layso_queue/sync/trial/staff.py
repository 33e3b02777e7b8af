"""What happens in the hall of one center: numbers, check-ins, leases, closures, a busy status."""

from dataclasses import dataclass

from layso_queue.line.states import BookingState
from layso_queue.sync.at_center import telling
from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import Kind
from layso_queue.sync.leases import lease_key
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell
from layso_queue.sync.refusals import SyncRefused
from layso_queue.sync.status import ServiceStatus, Status
from layso_queue.sync.trial.hall import day_of
from layso_queue.sync.trial.people import CAPACITY, People, Promise
from layso_queue.sync.trial.post import Post
from layso_queue.sync.trial.report import Fault, Report
from layso_queue.sync.trial.world import DAY, HOUR, MINUTE, World

REMOTE = 6
"""Remote numbers that a center leases for a day, at most."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A line of a kiosk's own journal: what it printed, and what was checked in for it."""

    day: int
    n: int
    ticket: str
    told: str
    booking: Booking | None


class Staff:
    """People and kiosks of one center; they stay when its database is lost."""

    def __init__(self, post: Post, world: World, people: People, report: Report) -> None:
        """Work at this post."""
        self.post = post
        self.journal: list[Slip] = []
        self.holders: dict[tuple[int, str], str] = {}
        self._world = world
        self._people = people
        self._report = report
        self._version = 0

    def walk_in(self) -> None:
        """Take a number at the kiosk, again until it is answered."""
        self._print(self._world.new_id(), self._world.new_id(), None, None)

    def come(self, promise: Promise, shown: Booking) -> None:
        """Show a token at the kiosk."""
        self._print(self._world.new_id(), self._world.new_id(), promise, shown)

    def set_quota(self, slot: int, remote: bool) -> None:
        """Lease some more places to the web, or ask for some back."""
        hall, local = self.post.hall, self._people.local[self.post.code, slot]
        room = REMOTE if remote else CAPACITY - local
        n = self._world.chance.randint(0, max(0, room))
        self.post.act(lambda: _ignore(telling.set_quota(hall, "A", slot, remote, n, self._now())))

    def change_mind(self, slot: int) -> None:
        """Ask for places back, lease them again some minutes later, then book at the center."""
        chance, grant = self._world.chance, self.post.hall.grant(lease_key("A", slot))
        if grant is not None and grant.asked > 1:
            asked = grant.asked
            self._lease(slot, 1)
            again = chance.randrange(1, 12) * MINUTE
            self._world.after(again, lambda: self._lease(slot, asked))
            for wait in (2, 15, 25):
                self._world.after(again + wait * MINUTE, lambda: self.book_locally(slot))

    def _lease(self, slot: int, n: int) -> None:
        hall, room = self.post.hall, CAPACITY - self._people.local[self.post.code, slot]
        least = min(n, room)
        self.post.act(
            lambda: _ignore(telling.set_quota(hall, "A", slot, False, least, self._now()))
        )

    def book_locally(self, slot: int) -> None:
        """Book a place at the center, of those the web has not."""
        hall, key = self.post.hall, (self.post.code, slot)
        if not telling.may_use_places(hall, self._now()):
            return
        if self._people.local[key] + telling.places_of_web(hall, "A", slot) < CAPACITY:
            self._people.local[key] += 1
            self._report.happened["booked at the center"] += 1
            self._people.count(*key)

    def close_or_lift(self) -> None:
        """Close for some hours, or open again."""
        hall = self.post.hall
        closed = [id for id, still in hall.store.table("closures").items() if still]
        id = closed[0] if closed else self._world.new_id()
        slot = self._people.slot_to_come()

        def work() -> None:
            payload = {"service": "A", "from": slot, "to": slot + 6 * HOUR, "reason": "power cut"}
            kind = Kind.CLOSURE_LIFTED if closed else Kind.CLOSURE_SET
            hall.store.write("closures", id, not closed)
            at = self._now()
            tell(hall.outbox, at.event(kind, id, 1, {} if closed else payload), at.now)

        self.post.act(work)

    def change_catalogue(self) -> None:
        """Write a new catalogue; an old hub cannot read every one."""
        hall = self.post.hall
        needs = self._world.chance.choice((1, 1, 2))
        self._version += 1
        version = self._version

        def work() -> None:
            document = {"needs": needs, "edition": version}
            hall.store.write("catalogue", "catalogue", (version, document))
            at = self._now()
            event = at.event(Kind.CATALOGUE_SET, "catalogue", version, {"document": document})
            tell(hall.outbox, event, at.now)

        self.post.act(work)

    def change_status(self) -> None:
        """Let more or fewer people wait."""
        known = self.post.status
        waiting = self._world.chance.randrange(50)
        self.post.status = Status(
            n=known.n + 1 if known else 1,
            at=self.post.now(),
            day=str(day_of(self._world.now)),
            open=True,
            services=(ServiceStatus(code="A", open=True, waiting=waiting),),
        )

    def mark_missed(self) -> None:
        """Note the bookings for which nobody came."""
        hall, over = self.post.hall, self._world.now - 4 * HOUR
        for one in hall.bookings_from(over - DAY):
            if one.state is BookingState.BOOKED and one.slot < over and not one.remote:
                self.post.act(lambda one=one: telling.miss(hall, one, self._now()))  # type: ignore[misc]

    def read_journals(self) -> None:
        """Give a restored center back what its kiosks printed."""
        hall = self.post.hall

        def work() -> None:
            for slip in self.journal:
                if slip.ticket not in hall.store.table("tickets"):
                    booking = slip.booking
                    number = hall.issue(slip.ticket, "kiosk", booking.id if booking else "", slip.n)
                    if booking is not None:
                        at = Moment(self.post.now(), lambda slip=slip: slip.told)  # type: ignore[misc]
                        telling.check_in(hall, booking, slip.ticket, number, at)

        self.post.act(work)

    def holds(self, day: int, number: str, holder: str) -> None:
        """Note who holds a number; two people with one is a fault."""
        known = self.holders.setdefault((day, number), holder)
        if known != holder:
            self._report.fault(Fault.DUPLICATE_NUMBER, f"{self.post.code}: {number} of day {day}")

    def _print(
        self, ticket: str, told: str, promise: Promise | None, shown: Booking | None
    ) -> None:
        if not self.post.alive:
            return
        hall, given = self.post.hall, list[str]()
        refused: list[SyncRefused] = []
        standing: list[Booking | None] = [None]

        def work() -> None:
            if shown is not None:
                known = hall.booking(shown.id)
                if known is not None and known.ticket == ticket:
                    given.append(known.number)  # the same act again: its answer was lost
                    return
                may = telling.may_check_in(known, shown, self._now().rules)
                if isinstance(may, SyncRefused):
                    refused.append(may)
                    return
                standing[0] = may
            if ticket in hall.store.table("tickets"):
                given.append(f"A{hall.store.table('tickets')[ticket]:03d}")
            else:
                given.append(hall.issue(ticket, "kiosk", shown.id if shown else ""))
            if standing[0] is not None:
                at = Moment(self.post.now(), lambda: told, self._now().rules)
                telling.check_in(hall, standing[0], ticket, given[0], at)

        if not self.post.act(work):
            self._world.after(5_000, lambda: self._print(ticket, told, promise, shown))
            return
        if refused:
            self._refused(promise, shown, refused[0])
            return
        day = day_of(self._world.now)
        self.journal.append(Slip(day, int(given[0][1:]), ticket, told, standing[0]))
        self.holds(day, given[0], ticket)
        self._report.happened["numbers"] += 1
        if promise is not None and shown is not None:
            self._let_in(promise, shown)

    def _let_in(self, promise: Promise, shown: Booking) -> None:
        promise.came += 1
        self._report.happened["check-ins"] += 1
        if promise.came > 1:
            self._report.fault(Fault.TOKEN_USED_TWICE, f"{promise.center}: {promise.shown.id}")
        if not promise.live or shown.slot != promise.shown.slot:
            self._people.came_back(promise, shown)

    def _refused(self, promise: Promise | None, shown: Booking | None, why: SyncRefused) -> None:
        self._report.happened[f"refused: {why.why.value}"] += 1
        fair = promise is not None and promise.live and promise.shown is shown
        if promise is not None and fair and promise.came == 0:
            lost = f"{promise.center}: {promise.shown.id} refused, {why.why.value}"
            self._report.fault(Fault.LOST_BOOKING, lost)

    def _now(self) -> Moment:
        return self.post.moment()


def _ignore(_: object) -> None:
    return None
