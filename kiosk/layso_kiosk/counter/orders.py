"""One order at a time to the center: pressed twice it goes once, and none is lost silently."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from layso_kiosk.link.answers import UNREACHABLE, Answer
from layso_kiosk.link.ids import new_id

RESEND_MS = 60_000
"""An order older than this is not sent again: whoever pressed has gone on to something else."""

Post = Callable[[Answer], None]


class Sends(Protocol):
    """What of the link an order needs."""

    state: str

    def post(
        self,
        path: str,
        body: dict[str, Any],
        on_answer: Post,
        session: str | None = None,
        patience_ms: int = ...,
    ) -> None:
        """Send a command, again with its id when the answer is lost."""
        ...


@dataclass(frozen=True, slots=True)
class Order:
    """An order that travels: the act, what is sent, the number it is about, when pressed (ms)."""

    act: str
    path: str
    body: dict[str, Any]
    number: str
    at: int
    then: Callable[[dict[str, Any]], None] | None = None
    """What goes on with the answer, when the order is the first of two."""
    id: str = field(default_factory=new_id)


class Orders(QObject):
    """Carries orders; `settled` brings each with its answer, once.

    After a long silence the same order, with the same id, goes again when the center is back:
    it acts once whether or not the first one arrived.
    """

    changed = Signal()
    settled = Signal(object, object)

    def __init__(self, link: Sends, now: Callable[[], int]) -> None:
        """Send through `link`; `now` is a monotonic clock in milliseconds."""
        super().__init__()
        self._link, self._now = link, now
        self._session: str | None = None
        self.travelling: Order | None = None
        self.unanswered = False

    def sign(self, session: str | None) -> None:
        """Send from now on in the name of this staff session."""
        self._session = session

    def send(
        self,
        act: str,
        path: str,
        body: dict[str, Any],
        number: str = "",
        then: Callable[[dict[str, Any]], None] | None = None,
    ) -> bool:
        """Send an order; False, and nothing is sent, while another one travels."""
        if self.travelling is not None:
            return False
        self.travelling = Order(act, path, body, number, self._now(), then)
        self._post(self.travelling)
        self.changed.emit()
        return True

    def link_changed(self) -> None:
        """Send the unanswered order again, or give it up, now that the center is back."""
        order = self.travelling
        if order is None or not self.unanswered or self._link.state != "fresh":
            return
        if self._now() - order.at > RESEND_MS:
            self._settle(order, Answer(0, problem={"code": UNREACHABLE}))
        else:
            self._post(order)

    def _post(self, order: Order) -> None:
        self.unanswered = False
        self._link.post(
            order.path,
            {"id": order.id, **order.body},
            lambda answer: self._answered(order, answer),
            session=self._session,
        )

    def _answered(self, order: Order, answer: Answer) -> None:
        if order is not self.travelling:
            return
        if answer.code == UNREACHABLE:
            self.unanswered = True
            self.changed.emit()
            self.link_changed()
        else:
            self._settle(order, answer)

    def _settle(self, order: Order, answer: Answer) -> None:
        self.travelling, self.unanswered = None, False
        self.changed.emit()
        self.settled.emit(order, answer)
