"""Handlers: a counter has a kiosk print a slip, and asks how it fared."""

from layso_queue.center.api.bodies import PrintBody
from layso_queue.center.api.doing import unrefused
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply, in_json
from layso_queue.center.api.ways import Asked
from layso_queue.center.before import DoneBefore
from layso_queue.center.desk import Desk
from layso_queue.center.printing import Order
from layso_queue.center.show.ticket import Shown
from layso_queue.line import Refusal
from layso_queue.line import commands as c
from layso_queue.line.view import may_have_paper


async def order_print(asked: Asked) -> Reply:
    """Send the slip to a kiosk: once for each id, however often it is asked."""
    body: PrintBody = asked.body
    prints, ticket = asked.center.prints, asked.path["id"]
    if (known := prints.of(body.id)) is not None:
        return in_json(202, _shown(known))
    wanted = body.kiosk or _kiosk_of_counter(asked)
    kiosk = prints.nearest(wanted)
    if kiosk is None:
        raise Problem("KIOSK_AWAY" if wanted else "NO_KIOSK_PRINTS", {"kiosk": wanted})
    copy = False

    def choose(desk: Desk) -> c.Command:
        nonlocal copy
        found = desk.day.tickets.get(ticket)
        copy = found is not None and may_have_paper(found)
        return c.OrderPaper(id=body.id, actor=asked.actor, ticket=ticket, kiosk=kiosk)

    def answer(desk: Desk, new: bool) -> tuple[bool, Shown]:
        return new, asked.center.shower.ticket(desk, desk.day.tickets[ticket])

    order = Order(body.id, ticket, kiosk)
    try:
        new, shown = unrefused(await asked.center.do(body.id, choose, answer))
    except DoneBefore as before:
        raise Problem(Refusal.TICKET_UNKNOWN.value) from before
    if (known := prints.of(body.id)) is not None:
        return in_json(202, _shown(known))
    if not new:  # the center has started again since: a slip may have come out
        return in_json(202, _shown(Order(body.id, ticket, kiosk, "unknown")))
    return in_json(202, _shown(prints.send(order, shown, reprint=copy)))


async def show_print(asked: Asked) -> Reply:
    """Say how an order fares."""
    order = asked.center.prints.of(asked.path["id"])
    if order is None:
        raise Problem("PRINT_UNKNOWN")
    return in_json(200, _shown(order))


def _kiosk_of_counter(asked: Asked) -> str:
    session = asked.session
    counters = asked.center.settings.counters
    here = session.counter if session is not None else 0
    return next((one.kiosk for one in counters if one.number == here), "")


def _shown(order: Order) -> Shown:
    names = ("id", "ticket", "kiosk", "outcome", "detail")
    return {name: getattr(order, name) for name in names}
