"""Handlers for portals: centers, services, free times, bookings, tickets."""

from datetime import timedelta

from layso_queue.hub.api import answers as a
from layso_queue.hub.api.bodies import BookingBody, CentersQuery, ChangeBody, SlotsQuery
from layso_queue.hub.api.problems import Problem
from layso_queue.hub.api.showing import answer, center_answer, shown, standing_now
from layso_queue.hub.api.ways import Call
from layso_queue.hub.ids import plain_code
from layso_queue.hub.persons import clean_email, clean_name, clean_phone, person_of
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.standing import Standing, is_past, standing_of
from layso_queue.hub.storage import Booked, CenterRow, Person, Place
from layso_queue.hub.times import DAY_MS, day_start, in_ms, local, written
from layso_queue.hub.web.reply import Reply
from layso_queue.line.states import TicketState

MOST_DAYS = 31


def centers(call: Call) -> Reply:
    """Centers with a web queue."""
    asked: CentersQuery = call.body
    directory = call.hub.directory
    province = directory.province_of(asked.province) if asked.province else None
    if asked.province and province is None:
        return answer(200, a.CentersAnswer(centers=[], next=None))
    known = {one.code: one for one in call.hub.centers.all()}
    found = [one.code for one in directory.find(asked.q, province) if one.code in known]
    if asked.after and asked.after not in found:
        raise Problem("BAD_INPUT", errors=[{"where": "after", "kind": "literal_error"}])
    begin = found.index(asked.after) + 1 if asked.after else 0
    shown, rest = found[begin : begin + asked.limit], found[begin + asked.limit :]
    told, now = call.hub.live.standings(), call.hub.clock.now()
    centers = [
        center_answer(call, known[code], standing_of(told.get(code), known[code].heard_at, now))
        for code in shown
    ]
    return answer(200, a.CentersAnswer(centers=centers, next=shown[-1] if rest else None))


def center(call: Call) -> Reply:
    """One center."""
    found = known_center(call)
    return answer(200, center_answer(call, found, standing_now(call, found)))


def services(call: Call) -> Reply:
    """What a center offers, with its lines."""
    found = known_center(call)
    standing = standing_now(call, found)
    shown = []
    for one in call.hub.centers.services(found.code):
        status = standing.services.get(one.code)
        shown.append(
            a.ServiceAnswer(
                code=one.code,
                name=a.Name(vi=one.name_vi, en=one.name_en),
                minutes=one.minutes,
                documents=one.documents,
                online_url=one.online_url,
                open=status.open if status else None,
                waiting=status.waiting if status else None,
                low=status.low if status else None,
                high=status.high if status else None,
            )
        )
    return answer(200, a.ServicesAnswer(services=shown))


def slots(call: Call) -> Reply:
    """Free times of a service."""
    found = known_center(call)
    asked: SlotsQuery = call.body
    now = call.hub.clock.now()
    first = asked.first or local(now).date()
    last = asked.last or first + timedelta(days=6)
    if last < first or (last - first).days >= MOST_DAYS:
        raise Problem("BAD_INPUT", errors=[{"where": "last", "kind": "out_of_range"}])
    service = call.path["service"]
    _refuse_unknown(call, found.code, service)
    begins, ends = day_start(first.isoformat()), day_start(last.isoformat()) + DAY_MS
    free = call.hub.sale.free(found.code, service, ends)
    remote = call.hub.sale.free(found.code, service, ends, remote=True)
    times = [
        a.SlotAnswer(slot=written(one.slot), free=one.free) for one in free if one.slot >= begins
    ]
    now_too = [a.SlotAnswer(slot=written(one.slot), free=one.free) for one in remote]
    return answer(200, a.SlotsAnswer(slots=times, remote=now_too))


def book(call: Call) -> Reply:
    """Sell a place to a person."""
    asked: BookingBody = call.body
    hub = call.hub
    name, phone, email = clean_name(asked.name), clean_phone(asked.phone), clean_email(asked.email)
    wrong = [
        {"where": where, "kind": "string_pattern_mismatch"}
        for where, value in (("name", name), ("phone", phone), ("email", email))
        if value is None
    ]
    if wrong or name is None or phone is None:
        raise Problem("BAD_INPUT", errors=wrong)
    if hub.centers.get(asked.center) is None:
        raise Problem("CENTER_UNKNOWN")
    _refuse_unknown(call, asked.center, asked.service)
    person = Person(name, phone, person_of(phone, hub.keys.secret), email or None, asked.language)
    place = Place(asked.center, asked.service, in_ms(asked.slot), asked.remote)
    before = hub.sale.sold(call.once)
    if before is not None and (before.where, before.person) == (place, person.key):
        return answer(201, shown(call, before))  # sold, but the answer to it was lost
    hold = hub.sale.hold(place, id=call.once)
    try:
        sold, _ = hub.sale.confirm(
            hold.id, person, f"portal:{call.portal.name if call.portal else ''}"
        )
    except Refused:
        hub.sale.let_go(hold.id)
        raise
    return answer(201, shown(call, sold))


def booking(call: Call) -> Reply:
    """One booking, by its code."""
    return answer(200, shown(call, _booking(call)))


def cancel(call: Call) -> Reply:
    """Give a booking up."""
    return answer(200, shown(call, call.hub.sale.cancel(_booking(call).code)))


def change(call: Call) -> Reply:
    """Give a booking another time."""
    asked: ChangeBody = call.body
    moved = call.hub.sale.move(_booking(call).code, in_ms(asked.slot))
    return answer(200, shown(call, moved))


def ticket(call: Call) -> Reply:
    """One ticket."""
    found = call.hub.live.ticket(call.path["ticket"])
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    one, ahead = found
    owner = call.hub.centers.get(one.center)
    heard = owner.heard_at if owner else None
    standing = standing_now(call, owner) if owner else Standing()
    silent = standing.silent_since is not None
    over = is_past(one.day, owner, call.hub.clock.now())
    waits = one.state == "waiting" and not silent and not over
    wait = standing.wait_of(one, ahead) if waits else None
    told = a.TicketAnswer(
        id=one.id,
        number=one.number,
        center=one.center,
        service=one.service,
        day=one.day,
        state=TicketState(one.state),
        silent=silent,
        counter=one.counter,
        ahead=ahead if waits else None,
        low=None if wait is None else wait.low,
        high=None if wait is None else wait.high,
        heard_at=written(heard) if heard is not None else None,
    )
    return answer(200, told)


def known_center(call: Call) -> CenterRow:
    """Return the center in the path. Raises Problem(CENTER_UNKNOWN)."""
    found = call.hub.centers.get(call.path["center"])
    if found is None or found.removed_at is not None:
        raise Problem("CENTER_UNKNOWN")
    return found


def _refuse_unknown(call: Call, center: str, service: str) -> None:
    if service not in {one.code for one in call.hub.centers.services(center)}:
        raise Problem("SERVICE_UNKNOWN")


def _booking(call: Call) -> Booked:
    found = call.hub.sale.booking(plain_code(call.path["code"]))
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found
