"""Slips that a counter asks a kiosk to print: who is there, what was sent, and how it fared."""

from collections import OrderedDict
from dataclasses import dataclass, replace

from layso_queue.center.feed.frames import written
from layso_queue.center.feed.mailbox import Mailbox
from layso_queue.center.show.ticket import Shown

KEPT = 200
"""Orders whose outcome is still told; a counter asks within seconds."""

SENT = "sent"


@dataclass(frozen=True, slots=True)
class Order:
    """One press of the key; `outcome` is sent, printed, failed or unknown, `detail` its cause."""

    id: str
    ticket: str
    kiosk: str
    outcome: str = SENT
    detail: str = ""


class Prints:
    """Hands slips to the kiosks that follow the feed and have a printer; lives on the loop.

    What was ordered is in the journal. Here is only what is under way: after a restart nothing is
    sent again, and how an older order fared is unknown.
    """

    def __init__(self) -> None:
        """Begin with no kiosk there."""
        self._kiosks: dict[str, list[Mailbox]] = {}
        self._orders: OrderedDict[str, Order] = OrderedDict()

    def came(self, kiosk: str, mailbox: Mailbox) -> None:
        """Note that a kiosk with a printer listens."""
        known = self._kiosks.setdefault(kiosk, [])
        if mailbox not in known:
            known.append(mailbox)

    def went(self, kiosk: str, mailbox: Mailbox) -> None:
        """Note that a kiosk listens no more."""
        known = self._kiosks.get(kiosk, [])
        if mailbox in known:
            known.remove(mailbox)
        if not known:
            self._kiosks.pop(kiosk, None)

    def nearest(self, wanted: str) -> str | None:
        """Return the wanted kiosk, or the first one if none is; None when it is not there."""
        if wanted:
            return wanted if wanted in self._kiosks else None
        return min(self._kiosks, default=None)

    def send(self, order: Order, ticket: Shown, *, reprint: bool) -> Order:
        """Hand a slip to its kiosk, once."""
        frame = {"order": order.id, "ticket": ticket, "reprint": reprint}
        boxes = self._kiosks.get(order.kiosk)
        if boxes:
            boxes[-1].put_aside(written("print", frame))  # an older line may be dead already
        return self._keep(order if boxes else replace(order, outcome="unknown"))

    def of(self, id: str) -> Order | None:
        """Return an order of late."""
        return self._orders.get(id)

    def told(self, id: str, kiosk: str, outcome: str, detail: str) -> None:
        """Take in how an order fared, from the kiosk that has it."""
        order = self._orders.get(id)
        if order is not None and order.kiosk == kiosk:
            self._keep(replace(order, outcome=outcome, detail=detail))

    def _keep(self, order: Order) -> Order:
        self._orders[order.id] = order
        while len(self._orders) > KEPT:
            self._orders.popitem(last=False)
        return order
