"""What the staff of one center do: leases, own bookings, closures, the catalogue, a busy status."""

from layso_queue.line.states import BookingState
from layso_queue.sync.at_center import telling
from layso_queue.sync.events import Kind
from layso_queue.sync.leases import lease_key
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell
from layso_queue.sync.status import ServiceStatus, Status
from layso_queue.sync.trial.hall import day_of
from layso_queue.sync.trial.people import CAPACITY, People
from layso_queue.sync.trial.post import Post
from layso_queue.sync.trial.report import Report
from layso_queue.sync.trial.world import DAY, HOUR, MINUTE, World

REMOTE = 6
"""Remote numbers that a center leases for a day, at most."""


class Staff:
    """The people who work at one center."""

    def __init__(self, post: Post, world: World, people: People, report: Report) -> None:
        """Work at this post."""
        self.post = post
        self._world = world
        self._people = people
        self._report = report
        self._version = 0

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

    def _now(self) -> Moment:
        return self.post.moment()


def _ignore(_: object) -> None:
    return None
