"""The kiosks of one center: they give numbers, let bookings in, and keep a journal of their own."""

from dataclasses import dataclass

from layso_queue.sync.at_center import telling
from layso_queue.sync.bookings import Booking
from layso_queue.sync.moment import Moment
from layso_queue.sync.refusals import SyncRefused
from layso_queue.sync.trial.hall import day_of
from layso_queue.sync.trial.people import People, Promise
from layso_queue.sync.trial.post import Post
from layso_queue.sync.trial.report import Fault, Report
from layso_queue.sync.trial.world import World


@dataclass(frozen=True, slots=True)
class Slip:
    """A line of a kiosk's own journal: what it printed, and what was checked in for it."""

    day: int
    n: int
    ticket: str
    told: str
    booking: Booking | None


class Kiosk:
    """All kiosks of a center; they stay when its database is lost."""

    def __init__(self, post: Post, world: World, people: People, report: Report) -> None:
        """Ask this post for numbers."""
        self.post = post
        self.journal: list[Slip] = []
        self.holders: dict[tuple[int, str], str] = {}
        self._world = world
        self._people = people
        self._report = report

    def walk_in(self) -> None:
        """Take a number at the kiosk, again until it is answered."""
        self._print(self._world.new_id(), self._world.new_id(), None, None)

    def come(self, promise: Promise, shown: Booking) -> None:
        """Show a token at the kiosk."""
        self._print(self._world.new_id(), self._world.new_id(), promise, shown)

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
