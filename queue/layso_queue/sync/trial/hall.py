"""A center's database in the trial: what `CenterSide` asks for, and the numbers it gives."""

from collections.abc import Callable, Sequence
from typing import Any

from layso_queue.sync.at_center.lives import floor_of_numbers
from layso_queue.sync.at_center.storage import LinkState
from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import Event, Kind
from layso_queue.sync.leases import Grant, lease_place
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell
from layso_queue.sync.refusals import SyncRefusal, SyncRefused
from layso_queue.sync.trial.rows import Inbox, Stream
from layso_queue.sync.trial.store import Store
from layso_queue.sync.trial.world import BEGIN, DAY


def day_of(time: int) -> int:
    """Return the number of the local day."""
    return (time - BEGIN) // DAY


class Hall:
    """A `CenterSide` and its `CenterBooks` in one, on a store."""

    def __init__(
        self, code: str, store: Store, moment: Callable[[], Moment], day: Callable[[], int]
    ) -> None:
        """Read and write `store`; `day` gives the service day, which no clock can turn back."""
        self.code = code
        self.store = store
        self.outbox = Stream(store, "out")
        self.inbox = Inbox(store, "in")
        self._moment = moment
        self._day = day

    @property
    def books(self) -> "Hall":
        return self

    @property
    def state(self) -> LinkState:
        state: LinkState = self.store.table("state").get("link") or LinkState()
        return state

    def keep_state(self, state: LinkState) -> None:
        self.store.write("state", "link", state)

    def booking(self, id: str) -> Booking | None:
        return self.store.table("bookings").get(id)

    def keep_booking(self, booking: Booking) -> None:
        self.store.write("bookings", booking.id, booking)

    def bookings_from(self, slot: int) -> Sequence[Booking]:
        return [one for one in self.store.table("bookings").values() if one.slot >= slot]

    def grant(self, key: str) -> Grant | None:
        return self.store.table("grants").get(key)

    def grants_from(self, slot: int) -> Sequence[Grant]:
        found = self.store.table("grants").values()
        return [one for one in found if lease_place(one.key)[1] >= slot]

    def keep_grant(self, grant: Grant) -> None:
        self.store.write("grants", grant.key, grant)

    def give_number(self, booking: Booking) -> tuple[str, str] | SyncRefused:
        rules = self._moment().rules
        ticket = booking.id if rules.ticket_of_the_booking else self._moment().new_id()
        n = self.store.table("tickets").get(ticket)
        if n is not None:
            return ticket, f"A{n:03d}"
        if day_of(booking.slot) != self._day():
            return SyncRefused(SyncRefusal.SERVICE_CLOSED)
        return ticket, self.issue(ticket, "web", booking.id)

    def take_back(self, event: Event) -> SyncRefused | None:
        what = event.payload
        if event.kind == Kind.TICKET_ISSUED:
            n = what["n"]
            day = int(what["day"])
            self._raise_last(day, n)
            holder = self.store.table("numbers").get((day, n))
            if holder not in (None, event.entity):
                return SyncRefused(SyncRefusal.NUMBER_TAKEN, {"number": what["number"]})
            self.store.write("numbers", (day, n), event.entity)
            self.store.write("tickets", event.entity, n)
        if event.kind == Kind.CATALOGUE_SET:
            self.store.write("catalogue", "catalogue", (event.version, dict(what["document"])))
        if event.kind in (Kind.CLOSURE_SET, Kind.CLOSURE_LIFTED):
            self.store.write("closures", event.entity, event.kind == Kind.CLOSURE_SET)
        return None

    def issue(self, ticket: str, channel: str, booking: str = "", n: int | None = None) -> str:
        """Give the next number (or that of a slip already printed), tell it, and return it.

        The ticket was made where its number was asked for, and its id is the event's id too: told
        again after a restore, it is known again.
        """
        at, day = self._moment(), self._day()
        if n is None:
            n = floor_of_numbers(self, self.last_number(day), at) + 1
        number = f"A{n:03d}"
        self._raise_last(day, n)
        self.store.write("numbers", (day, n), ticket)
        self.store.write("tickets", ticket, n)
        payload: dict[str, Any] = {
            "number": number,
            "series": "A",
            "n": n,
            "day": str(day),
            "service": "A",
            "channel": channel,
            "language": "vi",
            "key": at.now,
            "booking": booking,
        }
        event = Moment(at.now, lambda: ticket, at.rules).event(
            Kind.TICKET_ISSUED, ticket, 1, payload
        )
        tell(self.outbox, event, at.now)
        return number

    def last_number(self, day: int) -> int:
        """Return the highest number of a day that this center knows of."""
        n: int = self.store.table("last").get(day, 0)
        return n

    def _raise_last(self, day: int, n: int) -> None:
        if n > self.last_number(day):
            self.store.write("last", day, n)
