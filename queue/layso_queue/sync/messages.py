"""The four requests of a center and what the hub may answer. Only the center ever calls."""

from dataclasses import dataclass

from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import Event
from layso_queue.sync.positions import Entry, Head
from layso_queue.sync.status import Status

MOST_EVENTS = 500
"""The most events of one message."""

LONG_POLL_S = 25
"""How long the hub holds a pull that has nothing to give."""

MOST_LIVES = 100
"""The most earlier incarnations that a center names; a restore makes one."""

MOST_BYTES = 4_000_000
"""The largest message that is read at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who asks: the center's code, its life, and the lives before it, newest first."""

    center: str
    incarnation: str
    lineage: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """Events that follow entry `base_seq` of the center's stream, whose hash is `prev_hash`.

    `status` is how the center stands now: no event, for only the newest counts.
    """

    sender: Sender
    base_seq: int
    prev_hash: bytes
    events: tuple[Event, ...] = ()
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """Give me back what I sent after entry `after`, whose hash is `hash`: I was restored."""

    sender: Sender
    after: int
    hash: bytes
    limit: int = MOST_EVENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """Give me your events after `after`; None when the center never had any.

    What stands up to `after` is durable at the center: asking is acknowledging. `told` is the end
    of the center's own stream at that moment: what it did before it knew is told up to there.
    """

    sender: Sender
    after: Head | None
    told: int = 0
    limit: int = MOST_EVENTS


Request = Push | Fetch | Pull


@dataclass(frozen=True, slots=True)
class Ack:
    """The hub's stream of this center now ends at `seq`; all up to there is durable."""

    seq: int
    hash: bytes
    now: int


@dataclass(frozen=True, slots=True)
class Rewind:
    """The hub has only what stands up to `seq`: send again from there."""

    seq: int
    hash: bytes
    now: int


@dataclass(frozen=True, slots=True)
class Behind:
    """The hub's stream differs from the center's: it rolled back, or another copy wrote.

    `marks` are (seq, hash) of the hub's stream, newest first, ever further apart: the first one
    that the center finds in its own is where both still agreed.
    """

    seq: int
    hash: bytes
    marks: tuple[tuple[int, bytes], ...]
    now: int


@dataclass(frozen=True, slots=True)
class Superseded:
    """Another copy of this center has taken over: stop, serve on, and say so to staff."""

    by: str
    now: int


@dataclass(frozen=True, slots=True)
class Returned:
    """What the hub has of the center's own stream after the asked place; `more` if not all.

    `hub` is the hub's own life: one that the center did not know of may have lost some of it too.
    """

    incarnation: str
    entries: tuple[Entry, ...]
    more: bool
    now: int
    hub: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """The hub's events after `base`, in order; none when a long poll ended."""

    base: Head
    events: tuple[Event, ...]
    now: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All bookings to come, as of `head`: the asked place is not of this life of the hub."""

    head: Head
    bookings: tuple[Booking, ...]
    now: int


PushAnswer = Ack | Rewind | Behind | Superseded
PullAnswer = Feed | Snapshot | Superseded
FetchAnswer = Returned | Behind | Superseded
Answer = PushAnswer | PullAnswer | FetchAnswer
