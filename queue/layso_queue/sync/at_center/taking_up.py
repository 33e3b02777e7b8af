"""A center's stream put together again after a restore, of what the hub returned and its own."""

from collections.abc import Sequence
from dataclasses import replace

from layso_queue.line.states import BookingState
from layso_queue.sync.at_center.effects import STILL_TO_COME_MS
from layso_queue.sync.at_center.lives import head_of, leap_left
from layso_queue.sync.at_center.storage import CenterSide, Mode
from layso_queue.sync.at_center.telling import withdraw_leases
from layso_queue.sync.bookings import Booking, settle
from layso_queue.sync.events import Event, Kind
from layso_queue.sync.leases import Grant, lease_key
from layso_queue.sync.messages import Returned
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell
from layso_queue.sync.positions import Entry, Head
from layso_queue.sync.refusals import SyncRefused
from layso_queue.sync.storage import SetAside

STANDING = frozenset({Kind.CATALOGUE_SET, Kind.CLOSURE_SET, Kind.CLOSURE_LIFTED, Kind.TICKET_MOVED})
"""Facts that say how a thing stands: a later one replaces them."""

PAGE = 500


def take_up(side: CenterSide, returned: Sequence[Entry], last: Returned, at: Moment) -> None:
    """Put the stream together: what both have, what the hub returned, what is only here.

    `returned` are the entries of all its answers, `last` is the last of these. What the hub
    returned and the center had forgotten is done anew. What clashes is set aside for staff. What
    only the center has follows, numbered anew: the hub never saw it. What the center has changed
    since stays as it is: in the stream, its own word comes later, be it that the hub has that too.
    """
    outbox, common = side.outbox, side.state.common
    mine = _all_after(side, common)
    known = {one.event.id for one in mine}
    theirs = {one.event.id for one in returned}
    hash = outbox.hash_at(common)
    if hash is None:
        raise RuntimeError("the common entry is no longer kept")
    outbox.cut(common)
    end = Head(head_of(side).incarnation, common, hash)
    for entry in returned:
        outbox.add(entry, at.now)
        end = Head(end.incarnation, entry.seq, entry.hash)
    outbox.set_head(end)
    outbox.set_acked(end.seq, last.now)
    own = [one.event for one in mine if one.event.id not in theirs]
    last_word = {one.event.entity: one.seq for one in returned if one.event.id in known}
    last_word |= {event.entity: end.seq + 1 for event in own}
    for entry in returned:
        event = entry.event
        stays = event.kind in STANDING and last_word.get(event.entity, 0) > entry.seq
        if event.id not in known and not stays and at.rules.hub_returns:
            refused = _do_anew(side, event, at)
            if refused is not None:
                side.inbox.set_aside(SetAside(entry, refused), at.now)
    for event in own:
        tell(outbox, event, at.now)
    whole = _never_restored(side, last)
    leapt = leap_left(side.state, whole, at)
    side.keep_state(replace(side.state, mode=Mode.GOING, leapt=leapt))
    if not whole and at.rules.leases_said_anew:
        # Both may have forgotten that places were asked back, and the hub would sell those again.
        withdraw_leases(side, last.now - STILL_TO_COME_MS, at)


def _never_restored(side: CenterSide, last: Returned) -> bool:
    """A hub of the life that this center drew from has all that it was ever told."""
    drawn = side.inbox.log.head()
    return drawn is not None and drawn.incarnation == last.hub


def _do_anew(side: CenterSide, event: Event, at: Moment) -> SyncRefused | None:
    what = event.payload
    if event.kind in (Kind.BOOKING_CHECKED_IN, Kind.REMOTE_GIVEN, Kind.BOOKING_MISSED):
        missed = event.kind == Kind.BOOKING_MISSED
        told = Booking(
            id=event.entity,
            code=what.get("code", ""),
            service=what["service"],
            slot=what["slot"],
            version=event.version,
            state=BookingState.MISSED if missed else BookingState.CHECKED_IN,
            remote=what["remote"],
            priority=what.get("priority", "none"),
            language=what.get("language", "vi"),
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
