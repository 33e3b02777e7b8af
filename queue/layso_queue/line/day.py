"""The state of a service day: what has become of every ticket, counter and booking."""

from collections import Counter as Tally
from dataclasses import dataclass, field

from layso_queue.line.order import Place, Places
from layso_queue.line.plan import DayPlan
from layso_queue.line.standing import CounterMoved, Moved
from layso_queue.line.states import (
    BookingState,
    Channel,
    CounterState,
    DayState,
    Paper,
    Priority,
    Reason,
    TicketState,
)


@dataclass(slots=True, kw_only=True)
class Ticket:
    """One person's place; times in ms since the epoch.

    `moves` are those that can be taken back, the last one last.
    """

    id: str
    number: str
    series: str
    n: int
    born: int
    service: str
    channel: Channel
    priority: Priority
    dossiers: int
    language: str
    assisted: bool
    issued_at: int
    arrived: int
    key: int
    booking: str | None = None
    state: TicketState = TicketState.WAITING
    counter: int | None = None
    to_counter: int | None = None
    called_at: int | None = None
    started_at: int | None = None
    ended_at: int | None = None
    calls: int = 0
    passed_by: int = 0
    returned: bool = False
    back: Reason | None = None
    reason: Reason | None = None
    reason_detail: str = ""
    passed: tuple[str, ...] = ()
    paper: Paper = Paper.NONE
    priority_confirmed: bool = False
    moves: tuple[Moved, ...] = ()

    @property
    def place(self) -> Place:
        """Return what the ticket is sorted by while it waits."""
        return (self.key, self.born, self.id)


@dataclass(slots=True, kw_only=True)
class Counter:
    """A desk; `ticket` is the id of who is there, called or being served.

    `last` is its last move, until it calls somebody or the move is taken back.
    """

    number: int
    services: tuple[str, ...]
    state: CounterState = CounterState.CLOSED
    reason: str = ""
    since: int = 0
    staff: str = ""
    ticket: str | None = None
    last: CounterMoved | None = None


@dataclass(slots=True, kw_only=True)
class Booking:
    """An appointment; `slot` in ms since the epoch."""

    code: str
    service: str
    slot: int
    priority: Priority
    state: BookingState = BookingState.BOOKED
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What a command that was done was about, so that its repetition can be answered."""

    kind: str
    ticket: str | None = None
    counter: int | None = None


@dataclass(slots=True, kw_only=True)
class ServiceDay:
    """A deterministic state machine: `decide` asks it, `apply` changes it in place."""

    seq: int
    now: int = 0
    last_date: str = ""
    state: DayState = DayState.NOT_OPENED
    opened_at: int = 0
    plan: DayPlan | None = None
    tickets: dict[str, Ticket] = field(default_factory=dict)
    by_number: dict[str, str] = field(default_factory=dict)
    counters: dict[int, Counter] = field(default_factory=dict)
    bookings: dict[str, Booking] = field(default_factory=dict)
    closed_services: dict[str, str] = field(default_factory=dict)
    issued: dict[str, int] = field(default_factory=dict)
    floors: dict[str, int] = field(default_factory=dict)
    rehearsed: dict[str, int] = field(default_factory=dict)
    by_service: dict[str, Places] = field(default_factory=dict)
    by_counter: dict[int, Places] = field(default_factory=dict)
    tally: Tally[TicketState] = field(default_factory=Tally)
    done: dict[str, Done] = field(default_factory=dict)

    @classmethod
    def before(cls, seq: int, last_date: str = "") -> "ServiceDay":
        """Return the empty day that stands after journal entry `seq`.

        `last_date` ("YYYY-MM-DD") is the date of the day before it, empty if there was none.
        """
        return cls(seq=seq, last_date=last_date)

    @property
    def opened_plan(self) -> DayPlan:
        """Return the plan; asking before the day was opened is our own fault."""
        if self.plan is None:
            raise RuntimeError("the day has no plan before it was opened")
        return self.plan

    def line_of(self, ticket: Ticket) -> Places:
        """Return the places among which this ticket waits."""
        if ticket.to_counter is not None:
            return self.by_counter[ticket.to_counter]
        return self.by_service[ticket.service]

    def lines_for(self, counter: Counter) -> list[Places]:
        """Return the lines that this counter calls from."""
        lines = [self.by_counter[counter.number]]
        lines += [self.by_service[code] for code in counter.services]
        return lines
