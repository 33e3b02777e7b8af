"""A booking's life, and what becomes of it when both sides acted without knowing of each other.

The hub owns a booking until its person checks in; then the center does. Both sides put every fact
through `settle`, so that they end alike whatever came first.
"""

from dataclasses import dataclass, replace

from layso_queue.line.states import BookingState
from layso_queue.sync.rules import ALL, Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """A person's place on the web; no queue number before check-in.

    `id` is a UUIDv7; `code` what a person types (80 bits or more); `slot` in ms since the epoch;
    `remote` marks a number for now, taken from home: `slot` is then its local midnight. `version`
    counts the hub's changes. `name` is compared at the counter, `card` is a keyed hash of the ID
    card's number; both may be empty. `ticket` and `number` come with the check-in.
    """

    id: str
    code: str
    service: str
    slot: int
    version: int = 1
    state: BookingState = BookingState.BOOKED
    remote: bool = False
    priority: str = "none"
    language: str = "vi"
    name: str = ""
    card: str = ""
    ticket: str = ""
    number: str = ""


def settle(known: Booking | None, told: Booking, rules: Rules = ALL) -> Booking:
    """Return what is true of a booking once `told` is known besides `known`.

    A check-in beats everything: its person stands in the hall, at the place her paper named. Giving
    up beats all but that. Otherwise the later version stands, and of one version that it was
    missed. In which order facts come, and how often, makes no difference.
    """
    if known is None or not rules.check_in_wins:
        return told
    standing, other = (told, known) if _weight(told) > _weight(known) else (known, told)
    return replace(
        standing,
        version=max(known.version, told.version),
        code=standing.code or other.code,
        name=standing.name or other.name,
        card=standing.card or other.card,
        ticket=standing.ticket or other.ticket,
        number=standing.number or other.number,
    )


def _weight(booking: Booking) -> tuple[object, ...]:
    # Of two numbers for one ticket the lower, which was given first: two copies of a center may
    # each have let the same person in, or a word of a life that is over came late.
    first = (-len(booking.number), *(-ord(letter) for letter in booking.number))
    return (
        booking.state is BookingState.CHECKED_IN,
        booking.state is BookingState.CANCELLED,
        booking.version,
        booking.state is BookingState.MISSED,
        booking.ticket,
        booking.number != "",
        first,
    )
