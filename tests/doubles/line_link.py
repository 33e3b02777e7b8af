"""A counter on the real line: a link that decides with `layso_queue.line`, without a network."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from layso_kiosk.link.answers import Answer
from layso_kiosk.link.ids import new_id
from layso_kiosk.link.mirror import DayMirror
from layso_queue.line import Refused, ServiceDay, apply, decide
from layso_queue.line import commands as c
from line_commands import new_ticket, of_counter, of_ticket
from line_day import Clock, Json, at, iso, plan, show_bookings, show_counter, show_day, show_ticket


class LineLink(QObject):
    """The link's double: posts go to a real service day, whose state fills the mirror."""

    stateChanged = Signal()
    changed = Signal(object)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock, self.language, self.state = clock, "vi", "connecting"
        self.mirror, self.trouble = DayMirror(), {}
        self.posts: list[tuple[str, Json, str | None]] = []
        self.deletes: list[str | None] = []
        self.deleted: list[str] = []
        self.held: list[Callable[[], None]] = []
        self.hold = self.lose = False
        self.told = True
        self.refusal: Answer | None = None
        self.calls: list[Json] = []
        self.alerts: list[Json] = []
        self.closures: list[Json] = []
        self.role = "counter"
        self.others: Callable[[str, Json], Answer | None] = lambda _path, _body: None
        """What else a center answers: (path, body; {} for a get) to an answer, None for "not I"."""
        self.day, now, clock.now = ServiceDay.before(0), clock.now, at("07:00")
        self.do(c.OpenDay(id=new_id(), actor="test", plan=plan()))
        clock.now = now

    def do(self, command: c.Command) -> Refused | None:
        """Do a command of anybody at the center's time of now."""
        decided = decide(self.day, command, self.clock.now)
        if isinstance(decided, Refused):
            return decided
        for event in decided:
            self.day = apply(self.day, event)
            if type(event).__name__ in ("TicketCalled", "TicketRecalled"):
                self._note_call(event)
        return None

    def _note_call(self, event: Any) -> None:
        ticket = self.day.tickets[event.ticket]
        about = {"seq": event.seq, "ticket": ticket.id, "number": ticket.number}
        about |= {"service": ticket.service, "counter": event.counter, "at": iso(event.at)}
        self.calls.insert(0, about | {"calls": ticket.calls, "reason": ticket.reason})

    def come(self, service: str, clock: str, **about: Any) -> str:
        """Let somebody take a number at a time; return the ticket's id."""
        self.clock.now, ticket = at(clock), new_id()
        self.do(c.IssueTicket(id=ticket, actor="kiosk", ticket=ticket, service=service, **about))
        return ticket

    def tell(self) -> None:
        """Send the whole day, as the feed does."""
        shown = show_day(self.day, self.clock.now, self.calls)
        away = [one["since"] for one in self.alerts if one["code"] == "HUB_AWAY"]
        shown["day"]["hub"] = {"state": "away", "since": away[0]} if away else None
        self.mirror.take_snapshot(shown | {"alerts": self.alerts})
        self.changed.emit(frozenset({"day"}))

    def become(self, state: str) -> None:
        self.state = state
        self.stateChanged.emit()

    def post(
        self,
        path: str,
        body: Json,
        on_answer: Callable[[Answer], None],
        session: str | None = None,
        patience_ms: int = 10_000,
    ) -> None:
        self.posts.append((path, body, session))

        def answer() -> None:
            done = self.refusal or self._answer(path, body)
            if self.lose:
                self.state = "away"
                on_answer(Answer(0, problem={"code": "CENTER_UNREACHABLE"}))
                return
            on_answer(done)
            if self.told:
                self.tell()

        if self.hold:
            self.held.append(answer)
        else:
            answer()

    def delete(
        self, path: str, on_answer: Callable[[Answer], None], session: str | None = None
    ) -> None:
        self.deletes.append(session)
        self.deleted.append(path)
        self.closures = [one for one in self.closures if not path.endswith(one["id"])]
        on_answer(Answer(204))

    def release(self) -> None:
        """Let the held answers come."""
        held, self.held = self.held, []
        for answer in held:
            answer()

    def get(
        self,
        path: str,
        on_answer: Callable[[Answer], None],
        patience_ms: int = 10_000,
        session: str | None = None,
    ) -> None:
        assert session == "s1"
        other = self.others(path, {})
        assert other or path in ("/v1/bookings", "/v1/closures")
        shown = show_bookings(self.day) if path == "/v1/bookings" else {"closures": self.closures}
        on_answer(other or Answer(200, shown))

    def _answer(self, path: str, body: Json) -> Answer:
        if (other := self.others(path, body)) is not None:
            return other
        if path == "/v1/sessions":
            if body["pin"] != "260411":
                return Answer(403, problem={"code": "PIN_WRONG"})
            return Answer(201, {"session": "s1", "staff": body["staff"], "role": self.role})
        if path == "/v1/closures":
            self.closures.append(body | {"from": iso(self.clock.now)})
            return Answer(201, self.closures[-1])
        if path == "/v1/help":
            return Answer(202, {"id": body["id"]})
        if path in ("/v1/tickets", "/v1/check-ins"):
            refused = self._try(new_ticket(path, body))
            return refused or Answer(201, show_ticket(self.day, body["id"]))
        _, _, kind, name, word = path.split("/")
        at_counter = kind == "counters"
        command = of_counter(int(name), word, body) if at_counter else of_ticket(name, word, body)
        refused = self._try(command)
        if refused is not None:
            return refused
        done = self.day.done[command.id]
        if at_counter and done.ticket is None:
            return Answer(200, show_counter(self.day, int(name)))
        return Answer(200, show_ticket(self.day, str(done.ticket)))

    def _try(self, command: c.Command) -> Answer | None:
        refused = self.do(command)
        if refused is None:
            return None
        return Answer(409, problem={"code": str(refused.why), **refused.about})
