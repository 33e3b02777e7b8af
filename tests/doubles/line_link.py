"""A counter on the real line: a link that decides with `layso_queue.line`, without a network."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from layso_kiosk.link.answers import Answer
from layso_kiosk.link.ids import new_id
from layso_kiosk.link.mirror import DayMirror
from layso_kiosk.look.clock import VIETNAM
from layso_queue.line import Refused, ServiceDay, apply, decide
from layso_queue.line import commands as c
from layso_queue.line.plan import CounterPlan, DayPlan, HeadStart, Rules, ServicePlan
from layso_queue.line.states import LIVE, Paper, Priority

Json = dict[str, Any]
MINUTE = 60_000
NAMES = {
    "A": ("Chứng thực bản sao, chữ ký", "Certified copies, signatures"),
    "H": (
        "Hộ tịch: khai sinh, khai tử, kết hôn, trích lục",
        "Civil status: birth, death, marriage, extracts",
    ),
    "L": ("Đất đai, nhà ở", "Land and housing"),
    "X": ("Bảo trợ xã hội, người có công, BHYT", "Social aid, people with merit, insurance"),
}

PAPERS = {"vi": ["Giấy chứng sinh", "Căn cước của cha mẹ"], "en": ["Birth notice", "Parents' IDs"]}


def at(clock: str) -> int:
    """Return the milliseconds of "08:15" on the tests' day."""
    return round(datetime.fromisoformat(f"2026-11-23T{clock}:00+07:00").timestamp() * 1000)


def iso(ms: int | None) -> str | None:
    if not ms:
        return None
    return datetime.fromtimestamp(ms / 1000, VIETNAM).isoformat(timespec="milliseconds")


class Clock:
    """Milliseconds that only a test moves; the line and the window read the same."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now


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
        self.day, now, clock.now = ServiceDay.before(0), clock.now, at("07:00")
        self.do(c.OpenDay(id=new_id(), actor="test", plan=self._plan()))
        clock.now = now

    @staticmethod
    def _plan() -> DayPlan:
        return DayPlan(
            center="26041",
            date="2026-11-23",
            services=tuple(ServicePlan(code=code, series=code) for code in NAMES),
            counters=(
                CounterPlan(number=3, services=("H", "A")),
                CounterPlan(number=4, services=("H", "X")),
                CounterPlan(number=12, services=("H",)),
            ),
            rules=Rules(
                head_starts=tuple(
                    HeadStart(priority=p, minutes=240) for p in Priority if p != "none"
                )
            ),
        )

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
        self.mirror.take_snapshot(self.snapshot())
        self.changed.emit(frozenset({"day"}))

    def become(self, state: str) -> None:
        self.state = state
        self.stateChanged.emit()

    def snapshot(self) -> Json:
        return {
            "epoch": "e1",
            "seq": self.day.seq,
            "now": iso(self.clock.now),
            "center": {"code": "26041"},
            "day": {"date": "2026-11-23", "state": "open"},
            "services": [
                {"code": code, "name": {"vi": vi, "en": en}, "open": True, "documents": PAPERS}
                for code, (vi, en) in NAMES.items()
            ],
            "counters": [self.show_counter(number) for number in self.day.counters],
            "tickets": [self.show(t.id) for t in self.day.tickets.values() if t.state in LIVE],
            "calls": self.calls,
        }

    def show_counter(self, number: int) -> Json:
        counter = self.day.counters[number]
        shown = {"number": number, "services": list(counter.services), "staff": "nv01"}
        shown |= {"state": counter.state.value, "reason": counter.reason or None}
        return shown | {"since": iso(counter.since), "ticket": None}

    def show(self, ticket_id: str) -> Json:
        one = self.day.tickets[ticket_id]
        same = ("id", "number", "service", "priority_confirmed", "assisted", "dossiers")
        same += ("language", "counter", "calls", "to_counter")
        shown = {name: getattr(one, name) for name in same}
        shown |= {name: str(getattr(one, name)) for name in ("state", "channel", "priority")}
        times = ("issued_at", "key", "called_at", "started_at")
        shown |= {name: iso(getattr(one, name)) for name in times}
        shown |= {"reason": one.reason, "reason_text": one.reason_detail or None}
        return shown | {"passed": list(one.passed)}

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
        on_answer(Answer(204))

    def release(self) -> None:
        """Let the held answers come."""
        held, self.held = self.held, []
        for answer in held:
            answer()

    def _answer(self, path: str, body: Json) -> Answer:
        if path == "/v1/sessions":
            if body["pin"] != "260411":
                return Answer(403, problem={"code": "PIN_WRONG"})
            return Answer(201, {"session": "s1", "staff": body["staff"], "role": "counter"})
        if path == "/v1/help":
            return Answer(202, {"id": body["id"]})
        if path in ("/v1/tickets", "/v1/check-ins"):
            return self._new(path, body)
        _, _, kind, name, word = path.split("/")
        command = self._command(kind, name, word, body)
        refused = self.do(command)
        if refused is not None:
            return Answer(409, problem={"code": str(refused.why), **refused.about})
        done = self.day.done[command.id]
        if kind == "counters" and done.ticket is None:
            return Answer(200, self.show_counter(int(name)))
        return Answer(200, self.show(str(done.ticket)))

    def _new(self, path: str, body: Json) -> Answer:
        who: Json = {"id": body["id"], "actor": "nv01", "ticket": body["id"]}
        if path == "/v1/check-ins":
            command: c.Command = c.CheckIn(**who, code=body["code"])
        else:
            about = {name: body[name] for name in ("service", "assisted", "channel")}
            command = c.IssueTicket(**who, **about)
        refused = self.do(command)
        if refused is not None:
            return Answer(409, problem={"code": str(refused.why), **refused.about})
        return Answer(201, self.show(body["id"]))

    def get(
        self,
        path: str,
        on_answer: Callable[[Answer], None],
        patience_ms: int = 10_000,
        session: str | None = None,
    ) -> None:
        assert (path, session) == ("/v1/bookings", "s1")
        kept = [
            {
                "code": one.code,
                "service": one.service,
                "slot": iso(one.slot),
                "state": one.state.value,
                "number": self.day.tickets[one.ticket].number if one.ticket else None,
            }
            for one in self.day.bookings.values()
        ]
        on_answer(Answer(200, {"bookings": kept}))

    def _command(self, kind: str, name: str, word: str, body: Json) -> c.Command:
        who: Json = {"id": body["id"], "actor": "nv01"}
        if kind == "counters":
            who["counter"] = int(name)
            reason = body.get("reason", "")
            return {
                "open": lambda: c.OpenCounter(**who),
                "pause": lambda: c.PauseCounter(**who, reason=reason),
                "resume": lambda: c.ResumeCounter(**who),
                "close": lambda: c.CloseCounter(**who),
                "call-next": lambda: c.CallNext(**who),
                "call": lambda: c.CallTicket(**who, ticket=body["ticket"], reason=reason),
            }[word]()
        who["ticket"] = name
        if word == "undo":
            return c.Undo(**who, by_counter=3)
        kinds = {
            "recall": c.Recall,
            "start": c.StartService,
            "finish": c.FinishService,
            "no-show": c.MarkNoShow,
            "park": c.ParkTicket,
            "resume": c.ResumeTicket,
            "return": c.ReturnTicket,
            "transfer": c.TransferTicket,
            "confirm-priority": c.ConfirmPriority,
            "cancel": c.CancelTicket,
            "paper": c.RecordPaper,
        }
        more = {key: value for key, value in body.items() if key != "id"}
        if "outcome" in more:
            more["outcome"] = Paper(more["outcome"])
        if "services" in more:
            more["services"] = tuple(more["services"])
        if "dossier_codes" in more:
            more["dossier_codes"] = tuple(more["dossier_codes"])
        return kinds[word](**who, **more)
