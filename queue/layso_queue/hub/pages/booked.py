"""Pages: a booking to keep, to give up, to change, and to find again by its code."""

from typing import Any

from layso_queue.hub.ids import plain_code
from layso_queue.hub.pages.closed import first_of
from layso_queue.hub.pages.feedback import OVER
from layso_queue.hub.pages.offering import free_times
from layso_queue.hub.pages.qr import drawn
from layso_queue.hub.pages.render import page
from layso_queue.hub.passes import pass_of
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.standing import standing_of
from layso_queue.hub.storage import Booked, CenterRow
from layso_queue.hub.storage.live import MOVING
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import Reply, to


def booking_of(asked: Asked) -> Booked:
    """Return the booking in the path. Raises Refused(NOT_FOUND), the same for every wrong code."""
    found = asked.hub.sale.booking(plain_code(asked.path["code"]))
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found


def names_of(asked: Asked, booking: Booked) -> dict[str, Any]:
    """Return the names of a booking's center and service in the reader's language."""
    center = asked.hub.centers.get(booking.center)
    service = asked.hub.centers.service(booking.center, booking.service)
    return {
        "center": center.name(asked.language) if center else booking.center,
        "service": service.name(asked.language) if service else booking.service,
    }


def booked(asked: Asked) -> Reply:
    """The booking, with its QR while it is good for a check-in."""
    booking = booking_of(asked)
    hub = asked.hub
    center = hub.centers.get(booking.center)
    now = hub.clock.now()
    standing = standing_of(None, center.heard_at if center else None, now)
    stands = to_come(asked, booking)
    pending, good = stands and booking.remote, stands and not booking.remote
    closed = None
    if good and booking.slot > now:
        closed = first_of(hub.looks.closed(booking.center, now), booking.service, booking.slot)
    title = "title_closed" if closed else _title(booking, stands)
    return page(
        asked,
        "booked.html",
        booking=booking,
        title=asked.texts.say(f"hub.booked.{title}"),
        closed=None if closed is None else closed.reason[asked.language].rstrip(". "),
        pending=pending,
        stands=stands,
        removed=stands and _is_removed(center),
        silent_since=standing.silent_since,
        over=_is_over(asked, booking),
        qr=drawn(pass_of(booking, hub.keys)) if shows_pass(asked, booking) else None,
        **names_of(asked, booking),
    )


def _is_removed(center: CenterRow | None) -> bool:
    return center is None or center.removed_at is not None


def _is_over(asked: Asked, booking: Booked) -> bool:
    found = asked.hub.looks.ticket(booking.ticket) if booking.ticket else None
    return found is not None and found[0].state == OVER


def to_come(asked: Asked, booking: Booked) -> bool:
    """Say whether it stands and its day is not over: only then is it changed, kept or shown."""
    return booking.state == "booked" and not booking.is_over(asked.hub.clock.now())


def shows_pass(asked: Asked, booking: Booked) -> bool:
    """Say whether the kiosk takes the QR: of an appointment until it is used, of a number from home
    as long as its ticket lives, for it is shown and printed there."""
    if not (booking.remote and booking.state == "checked_in"):
        return to_come(asked, booking)
    found = asked.hub.looks.ticket(booking.ticket) if booking.ticket else None
    alive = found is None or found[0].state in MOVING
    return alive and not booking.is_over(asked.hub.clock.now())


def _title(booking: Booked, stands: bool) -> str:
    if booking.state == "checked_in":
        return "title_number" if booking.remote else "title_used"
    if booking.state == "booked":
        if not stands:
            return "title_missed"
        return "title_now" if booking.remote else "title"
    return f"title_{booking.state}"


def ask_cancel(asked: Asked) -> Reply:
    """Ask once more before a booking is given up."""
    booking = booking_of(asked)
    if not to_come(asked, booking):
        return to(asked.here(f"/b/{booking.code}"))
    return page(asked, "cancel.html", booking=booking, **names_of(asked, booking))


def cancel(asked: Asked) -> Reply:
    """Give a booking up."""
    booking = asked.hub.sale.cancel(booking_of(asked).code)
    return to(asked.here(f"/b/{booking.code}"))


def ask_change(asked: Asked) -> Reply:
    """Show the free times for the same person and service."""
    booking = booking_of(asked)
    stays = booking.remote or _is_removed(asked.hub.centers.get(booking.center))
    if not to_come(asked, booking) or stays:
        return to(asked.here(f"/b/{booking.code}"))
    times = free_times(asked, booking.center, booking.service)
    return page(asked, "change.html", booking=booking, **names_of(asked, booking), **times)


def change(asked: Asked) -> Reply:
    """Take another time."""
    slot = asked.form.get("slot", "")
    if not (slot.isascii() and slot.isdigit() and len(slot) < 16):
        raise Refused(Refusal.NOT_FOUND)
    booking = asked.hub.sale.move(booking_of(asked).code, int(slot))
    return to(asked.here(f"/b/{booking.code}"))


def find(asked: Asked) -> Reply:
    """Ask for a code."""
    return page(asked, "find.html", typed="", unknown=False)


def found(asked: Asked) -> Reply:
    """Go to the booking; the code travels in the form's body, not in a log's address."""
    typed = asked.form.get("code", "")[:40]
    code = plain_code(typed)
    if asked.hub.sale.booking(code) is None:
        return page(asked, "find.html", 404, typed=typed, unknown=True)
    return to(asked.here(f"/b/{code}"))
