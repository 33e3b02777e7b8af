"""The hub in the trial: its database, the side of each center, and how it answers."""

from collections.abc import Callable, Sequence

from layso_queue.sync.at_hub.feeding import feed
from layso_queue.sync.at_hub.receiving import give_back, receive
from layso_queue.sync.at_hub.storage import Closure, FreedPlace
from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import Event, Kind
from layso_queue.sync.leases import Lease
from layso_queue.sync.messages import Answer, Fetch, Push, Request
from layso_queue.sync.moment import Moment
from layso_queue.sync.positions import Entry, Head
from layso_queue.sync.refusals import SyncRefusal, SyncRefused
from layso_queue.sync.rules import Rules
from layso_queue.sync.status import Status
from layso_queue.sync.trial.rows import Inbox, Stream
from layso_queue.sync.trial.store import Crashed, Store
from layso_queue.sync.trial.world import MINUTE, World


class Province:
    """The hub: one store, a part of it for each center."""

    def __init__(self, world: World, rules: Rules, centers: Sequence[str]) -> None:
        """Enrol the centers."""
        self.store = Store()
        self.program = 1
        self.anew = 0
        self.crash_soon = False
        self._world = world
        self.rules = rules
        self._hidden: dict[bytes, int] = {}
        self.store.write("hub", "incarnation", world.new_id())
        self.centers = tuple(centers)
        for code in centers:
            self.part(code).outbox.set_head(Head(self.incarnation))

    @property
    def incarnation(self) -> str:
        word: str = self.store.table("hub")["incarnation"]
        return word

    def part(self, code: str) -> "Part":
        """Return the side of one center."""
        return Part(self, code)

    def moment(self) -> Moment:
        """Return now."""
        return Moment(self._world.now, self._world.new_id, self.rules)

    def act(self, work: Callable[[], None], atomic: bool = True) -> bool:
        """Do something in one transaction; False if the process died in it."""
        try:
            with self.store.transaction(atomic):
                work()
        except Crashed:
            return False
        return True

    def serve(self, request: Request) -> Answer | None:
        """Answer a center; None when the process died before it could."""
        part = self.part(request.sender.center)
        answers: list[Answer] = []

        def work() -> None:
            at = self.moment()
            if isinstance(request, Push):
                answers.append(receive(part, request, at))
            elif isinstance(request, Fetch):
                answers.append(give_back(part, request, at))
            else:
                answers.append(feed(part, request, at))

        if self.crash_soon and isinstance(request, Push) and request.events:
            self.crash_soon = False
            self.store.crash_after = self._world.chance.randrange(1, 12)
        if not self.act(work, self.rules.cursor_with_the_effect):
            return None
        return answers[0]

    def shown(self, entry: Entry) -> bool:
        """Return whether a row can be read by now.

        A number from a serial is drawn when a sale begins, and its row is seen when it ends: a
        later number may be read before. A counter row that is locked forbids that.
        """
        if self.rules.numbered_under_lock:
            return True
        chance, now = self._world.chance, self._world.now
        if entry.hash not in self._hidden:
            slow = chance.random() < 0.1
            self._hidden[entry.hash] = now + (chance.randrange(5 * MINUTE) if slow else 0)
        return self._hidden[entry.hash] <= now

    def begin_anew(self) -> None:
        """Begin another life: every center is frozen until it has told what was lost."""
        self.anew += 1
        self.store.write("hub", "incarnation", self._world.new_id())
        for code in self.centers:
            stream = self.part(code).outbox
            head = stream.head() or Head("")
            stream.set_head(Head(self.incarnation, head.seq, head.hash))
            self.store.write("hub", "frozen " + code, True)


class Part:
    """A `HubSide` and its `HubBooks` in one: what the hub has of one center."""

    def __init__(self, province: Province, code: str) -> None:
        """Read and write the tables of this center."""
        self.inbox = Inbox(province.store, code + ".in")
        self.outbox = Stream(province.store, code + ".out", province.shown)
        self._province = province
        self._store = province.store
        self._code = code

    @property
    def incarnation(self) -> str:
        return self._province.incarnation

    @property
    def books(self) -> "Part":
        return self

    def frozen(self) -> bool:
        return bool(self._store.table("hub").get("frozen " + self._code))

    def thaw(self) -> None:
        self._store.write("hub", "frozen " + self._code, False)

    def begin_anew(self) -> None:
        self._province.begin_anew()

    def booking(self, id: str) -> Booking | None:
        return self._store.table(self._code + ".bookings").get(id)

    def keep_booking(self, booking: Booking) -> None:
        self._store.write(self._code + ".bookings", booking.id, booking)

    def bookings_from(self, slot: int) -> Sequence[Booking]:
        found = self._store.table(self._code + ".bookings").values()
        return [one for one in found if one.slot >= slot]

    def lease(self, key: str) -> Lease | None:
        return self._store.table(self._code + ".leases").get(key)

    def leases(self) -> Sequence[Lease]:
        return list(self._store.table(self._code + ".leases").values())

    def keep_lease(self, lease: Lease) -> None:
        self._store.write(self._code + ".leases", lease.key, lease)

    def freed(self, up_to: int) -> Sequence[FreedPlace]:
        found = self._store.table(self._code + ".freed").values()
        return [one for one in found if one.after <= up_to]

    def keep_freed(self, place: FreedPlace) -> None:
        self._store.write(self._code + ".freed", (place.booking, place.key, place.after), place)

    def drop_freed(self, place: FreedPlace) -> None:
        self._store.drop(self._code + ".freed", (place.booking, place.key, place.after))

    def closures(self) -> Sequence[Closure]:
        return list(self._store.table(self._code + ".closures").values())

    def keep_closure(self, closure: Closure) -> None:
        self._store.write(self._code + ".closures", closure.id, closure)

    def status(self) -> Status | None:
        return self._store.table(self._code + ".status").get("status")

    def keep_status(self, status: Status) -> None:
        self._store.write(self._code + ".status", "status", status)

    def other(self, event: Event) -> SyncRefused | None:
        """Count tickets, and keep the newest catalogue; an old program cannot read a new one."""
        if event.kind == Kind.TICKET_ISSUED:
            tally = self._store.table(self._code + ".tally").get("issued", 0)
            self._store.write(self._code + ".tally", "issued", tally + 1)
            self._store.write(self._code + ".tickets", event.entity, event.payload["number"])
        if event.kind == Kind.CATALOGUE_SET:
            document = dict(event.payload["document"])
            if document["needs"] > self._province.program:
                return SyncRefused(SyncRefusal.KIND_UNKNOWN)
            self._store.write(self._code + ".catalogue", "catalogue", (event.version, document))
        return None
