"""After quiet: has everything arrived, once, and do both sides say the same?"""

from collections import Counter

from layso_queue.line.states import BookingState
from layso_queue.sync.at_center.storage import Mode
from layso_queue.sync.bookings import Booking
from layso_queue.sync.clocks import WARN_BEYOND_MS
from layso_queue.sync.events import Kind
from layso_queue.sync.trial.hall import Hall
from layso_queue.sync.trial.people import People
from layso_queue.sync.trial.province import Part, Province
from layso_queue.sync.trial.report import Fault, Report
from layso_queue.sync.trial.town import Town
from layso_queue.sync.trial.world import DAY, HOUR

_NOBODY = Booking(id="", code="", service="", slot=0)

MOST_TRIES = 80
"""Requests of a center in an hour without any line: 28 by the rule, and what a cut begins with."""


def check_all(
    province: Province, towns: list[Town], people: People, report: Report, now: int
) -> None:
    """Note every fault that stands at the end of a run.

    A hub that was restored tells again only of bookings still to come; older ones are let be.
    """
    restores = report.happened["hub restores"]
    since = now - DAY if restores else 0
    for town in towns:
        hall, part = town.post.hall, province.part(town.post.code)
        for about in (*_streams(hall, part), *_books(hall, part, town, since)):
            report.fault(Fault.DIFFERENCE, f"{town.post.code}: {about}")
        if town.twin is not None and town.twin.alive:
            report.fault(Fault.TWO_COPIES, f"{town.post.code}: {town.twin.hall.state.mode}")
        off = town.post.clock_off
        if abs(off) > WARN_BEYOND_MS + 60_000 and not town.post.offset.warns:
            report.fault(Fault.NOT_WARNED, f"{town.post.code}: {off} ms")
    if province.anew > restores:
        report.fault(Fault.FROZEN_FOR_NOTHING, f"{province.anew} times, {restores} restores")
    _promises(province, towns, people, report, since)


def check_flow(town: Town, part: Part, report: Report) -> None:
    """See that an event which an old hub cannot read has not stopped all that came after it."""
    head = part.inbox.log.head()
    waiting = len(town.post.hall.outbox.after(head.seq if head else 0, 10**9))
    if waiting:
        about = f"{town.post.code}: {waiting} events wait behind one that cannot be read"
        report.fault(Fault.DIFFERENCE, about)


def check_tries(town: Town, report: Report, since: int, until: int) -> None:
    """See that a center without a line does not ask all the time."""
    tries = [one for one in town.post.tries if since <= one < until]
    hours = Counter((one - since) // HOUR for one in tries)
    if hours and max(hours.values()) > MOST_TRIES:
        report.fault(Fault.HAMMERING, f"{town.post.code}: {max(hours.values())} in an hour")


def _streams(hall: Hall, part: Part) -> list[str]:
    found = []
    up, there = hall.outbox.head(), part.inbox.log.head()
    if hall.state.mode is not Mode.GOING:
        found.append(f"the link is {hall.state.mode}")
    if up != there or (up and hall.outbox.acked() != up.seq):
        found.append(f"up: {up and up.seq}, hub {there and there.seq}")
    down, here = part.outbox.head(), hall.inbox.log.head()
    if down != here:
        found.append(f"down: {down and down.seq}, center {here and here.seq}")
    if part.frozen():
        found.append("still frozen")
    if part.inbox.aside():
        found.append(f"{len(part.inbox.aside())} set aside at the hub")
    return found


def _books(hall: Hall, part: Part, town: Town, since: int) -> list[str]:
    found = []
    here = {one.id: one for one in hall.bookings_from(0)}
    there = {one.id: one for one in part.bookings_from(0)}
    for id in sorted(here.keys() | there.keys()):
        one, other = here.get(id), there.get(id)
        if (one or other or _NOBODY).slot < since:
            continue
        if one is None or other is None:
            found.append(f"booking {id} only at {'the hub' if one is None else 'the center'}")
        elif _stands(one) != _stands(other):
            found.append(f"booking {id}: {one.state} {one.number}, {other.state} {other.number}")
    told = [e for e in hall.outbox.after(0, 10**9) if e.event.kind == Kind.TICKET_ISSUED]
    tally = part._store.table(part._code + ".tally").get("issued", 0)
    if tally != len(told):
        found.append(f"tickets: told {len(told)}, counted {tally}")
    missing = [s for s in town.kiosk.journal if s.ticket not in _tickets(part)]
    if missing:
        found.append(f"{len(missing)} tickets never heard of")
    closures = {one.id: not one.lifted for one in part.closures()}
    if closures != dict(hall.store.table("closures")):
        found.append("closures")
    catalogue = part._store.table(part._code + ".catalogue").get("catalogue")
    if catalogue != hall.store.table("catalogue").get("catalogue"):
        found.append(f"catalogue: {catalogue}, {hall.store.table('catalogue')}")
    if part.status() != town.post.status:
        found.append("status")
    taken = Counter(
        f"lease:{'remote' if one.remote else 'slot'}:{one.service}:{one.slot}"
        for one in there.values()
        if one.state is not BookingState.CANCELLED
    )
    for lease in part.leases():
        grant = hall.grant(lease.key)
        counted = grant.counted if grant else 0
        if lease.sold != taken[lease.key] or counted != lease.kept():
            about = f"sold {lease.sold}, booked {taken[lease.key]}, center counts {counted}"
            about += f" of {lease.kept()}"
            found.append(f"{lease.key}: {about}")
    return found


def _stands(booking: Booking) -> tuple[str, int, str]:
    """A booking given up has no slot any more."""
    gone = booking.state is BookingState.CANCELLED
    return booking.state, 0 if gone else booking.slot, booking.number


def _tickets(part: Part) -> dict[str, str]:
    return part._store.table(part._code + ".tickets")


def _promises(
    province: Province, towns: list[Town], people: People, report: Report, since: int
) -> None:
    halls = {town.post.code: town.post.hall for town in towns}
    for id, promise in people.promises.items():
        if not promise.live or (promise.orphan and not promise.came) or promise.shown.slot < since:
            continue
        wanted = {BookingState.CHECKED_IN} if promise.came else {BookingState.BOOKED}
        if not promise.came:
            wanted.add(BookingState.MISSED)
        if promise.shown.remote:
            wanted = {BookingState.CHECKED_IN, BookingState.CANCELLED}
        kept = (province.part(promise.center).booking(id), halls[promise.center].booking(id))
        for side, one in zip(("hub", "center"), kept, strict=True):
            slot = promise.shown.slot
            if one is None or one.state not in wanted or one.slot != slot:
                about = f"{promise.center}: {id} at the {side}: {one and one.state}"
                report.fault(Fault.LOST_BOOKING, about)
