"""A center's lives: a new incarnation after a restore, and its stream put together again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from layso_queue.line.states import BookingState
from layso_queue.sync.at_center.storage import CenterSide, LinkState, Mode
from layso_queue.sync.bookings import Booking, settle
from layso_queue.sync.events import Event, Kind
from layso_queue.sync.leases import Grant, lease_key
from layso_queue.sync.messages import MOST_LIVES
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell
from layso_queue.sync.positions import Entry, Head
from layso_queue.sync.refusals import SyncRefused
from layso_queue.sync.storage import SetAside

LEAP = 200
"""Numbers left out when nobody can say which ones a lost life gave to phones."""

STANDING = frozenset({Kind.CATALOGUE_SET, Kind.CLOSURE_SET, Kind.CLOSURE_LIFTED, Kind.TICKET_MOVED})
"""Facts that say how a thing stands: a later one replaces them."""

PAGE = 500


def begin_life(
    side: CenterSide, at: Moment, common: int | None = None, over: str = ""
) -> LinkState:
    """Give the center a new incarnation: it was restored, rolled back, or takes over from a copy.

    `common` is the last entry on which it agrees with the hub (what the hub has confirmed, when not
    said); `over` the incarnation of the copy that staff send away.
    """
    head = _head(side)
    before = tuple(one for one in (over, head.incarnation, *side.state.lineage) if one)
    state = LinkState(
        mode=Mode.RETURNING,
        lineage=before[:MOST_LIVES],
        common=side.outbox.acked() if common is None else common,
    )
    side.outbox.set_head(replace(head, incarnation=at.new_id()))
    side.keep_state(state)
    return state


def common_place(side: CenterSide, marks: Iterable[tuple[int, bytes]]) -> int | None:
    """Return the last entry that both streams have, of those the hub named; None if too old."""
    for seq, hash in marks:
        if side.outbox.hash_at(seq) == hash and whole_after(side, seq):
            return seq
    return None


def whole_after(side: CenterSide, seq: int) -> bool:
    """Return whether everything after entry `seq` is still kept."""
    following = side.outbox.after(seq, 1)
    return following[0].seq == seq + 1 if following else _head(side).seq == seq


def take_up(side: CenterSide, returned: Sequence[Entry], hub_now: int, at: Moment) -> None:
    """Put the stream together: what both have, what the hub returned, what is only here.

    What the hub returned and the center had forgotten is done anew. What clashes is set aside for
    staff. What only the center has follows, numbered anew: the hub never saw it. What the center
    has changed since stays as it is: in the stream, its own word comes later.
    """
    outbox, common = side.outbox, side.state.common
    mine = _all_after(side, common)
    known = {one.event.id for one in mine}
    theirs = {one.event.id for one in returned}
    hash = outbox.hash_at(common)
    if hash is None:
        raise RuntimeError("the common entry is no longer kept")
    outbox.cut(common)
    end = Head(_head(side).incarnation, common, hash)
    for entry in returned:
        outbox.add(entry, at.now)
        end = Head(end.incarnation, entry.seq, entry.hash)
    outbox.set_head(end)
    outbox.set_acked(end.seq, hub_now)
    own = [one.event for one in mine if one.event.id not in theirs]
    changed = {event.entity for event in own}
    for entry in returned:
        event = entry.event
        stays = event.entity in changed and event.kind in STANDING
        if event.id not in known and not stays and at.rules.hub_returns:
            refused = _do_anew(side, event, at)
            if refused is not None:
                side.inbox.set_aside(SetAside(entry, refused), at.now)
    for event in own:
        tell(outbox, event, at.now)
    side.keep_state(replace(side.state, mode=Mode.GOING, leapt=False))


def floor_of_numbers(side: CenterSide, last: int, at: Moment) -> int:
    """Return the number after which the next one is given; call it for each, in its transaction.

    `last` is the highest number known. While the hub has not returned what a restore lost, numbers
    leap once: phones may hold some of those that come next.
    """
    state = side.state
    if state.mode is not Mode.RETURNING or state.leapt or not at.rules.numbers_leap:
        return last
    side.keep_state(replace(state, leapt=True))
    return last + LEAP


def _do_anew(side: CenterSide, event: Event, at: Moment) -> SyncRefused | None:
    what = event.payload
    if event.kind in (Kind.BOOKING_CHECKED_IN, Kind.REMOTE_GIVEN, Kind.BOOKING_MISSED):
        missed = event.kind == Kind.BOOKING_MISSED
        told = Booking(
            id=event.entity,
            code="",
            service=what["service"],
            slot=what["slot"],
            version=event.version,
            state=BookingState.MISSED if missed else BookingState.CHECKED_IN,
            remote=what["remote"],
            ticket=what["ticket"] if not missed else "",
            number=what["number"] if not missed else "",
        )
        side.books.keep_booking(settle(side.books.booking(told.id), told, at.rules))
        return None
    if event.kind == Kind.QUOTA_SET:
        key = lease_key(what["service"], what["slot"], what["remote"])
        known = side.books.grant(key)
        if known is None or event.version > known.version:
            counted = max(what["n"], known.counted if known else 0)
            grant = Grant(key=key, asked=what["n"], version=event.version, counted=counted)
            side.books.keep_grant(grant)
        return None
    return side.books.take_back(event)


def _all_after(side: CenterSide, seq: int) -> list[Entry]:
    found: list[Entry] = []
    while True:
        page = side.outbox.after(found[-1].seq if found else seq, PAGE)
        if not page:
            return found
        found += page


def _head(side: CenterSide) -> Head:
    head = side.outbox.head()
    if head is None:
        raise RuntimeError("a center has an incarnation from its first day")
    return head
