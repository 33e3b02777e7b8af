"""Signing in with staff code and PIN, opening the counter, and signing out."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.counter.acts import ACT
from layso_kiosk.counter.lately import Lately
from layso_kiosk.counter.moments import countdown
from layso_kiosk.counter.moves import Moves
from layso_kiosk.counter.station import Session, Station
from layso_kiosk.counter.undoing import take_back
from layso_kiosk.link.answers import Answer

SENTENCES = {
    "PIN_WRONG": "wrong",
    "BAD_INPUT": "wrong",
    "COUNTER_UNKNOWN": "counter_unknown",
    "NOT_ENROLLED": "not_enrolled",
    "ROLE_NOT_ALLOWED": "role",
    "CENTER_UNREACHABLE": "away",
}
"""Which of our sentences stands for a refusal; a staff code is never told apart from a PIN."""


class SignIn(QObject):
    """The sign-in part of the bar. Nothing of the PIN is kept after it was sent."""

    changed = Signal()
    cleared = Signal()

    def __init__(self, station: Station, moves: Moves) -> None:
        """Let somebody in at this station."""
        super().__init__()
        self._station, self._moves = station, moves
        self._sentence = ""
        self._sending = False
        station.changed.connect(self.changed)
        moves.session_lost.connect(self._lost)
        moves.done.connect(self._after)

    @Slot(str, str)
    def submit(self, staff: str, pin: str) -> None:
        """Sign in; a second press while the first is being checked does nothing."""
        staff, pin = staff.strip(), pin.strip()
        if self._sending or self._station.session is not None:
            return
        missing = "staff_missing" if not staff else "pin_missing" if not pin else ""
        if missing or self._station.link.state != "fresh":
            self._say(missing or "away")
            return
        if not self._station.desk.known:
            self._say("counter_unknown")
            return
        self._sending = True
        self._say("")
        body = {"staff": staff, "pin": pin, "counter": self._station.number}
        self._station.link.post("/v1/sessions", body, lambda a: self._answered(a, staff))

    def _answered(self, answer: Answer, staff: str) -> None:
        self._sending = False
        self.cleared.emit()
        if not answer.ok:
            self._say(*self._why(answer))
            return
        token, role = str(answer.body["session"]), str(answer.body.get("role", ""))
        self._say("")
        self._station.sign(Session(token, str(answer.body.get("staff", staff)), role))
        lately = self._station.undo
        if isinstance(lately, Lately) and lately.what == "close":
            # signed out by mistake, or for a moment: who was sent here waits here again
            take_back(lately, self._moves, self._station)
        elif self._station.desk.state == "closed":
            self._moves.send("open", "/v1/counters/{n}/open")

    def _why(self, answer: Answer) -> tuple[str, str]:
        if answer.code != "TOO_MANY_TRIES":
            return SENTENCES.get(answer.code, "failed"), ""
        if answer.retry_after_s is None:
            return "too_many_later", ""
        return "too_many", countdown(answer.retry_after_s, self._station.texts)

    def _say(self, word: str, wait: str = "") -> None:
        values = {"wait": wait, "counter": self._station.number}
        self._sentence = self._station.say(f"sign_in.{word}", **values) if word else ""
        self.changed.emit()

    @Slot()
    def _lost(self) -> None:
        self._station.sign(None)
        self._say("expired")

    @Slot()
    def leave(self) -> None:
        """Ask whether to sign out; not while somebody is at the counter."""
        station, ticket = self._station, self._station.desk.ticket
        why = station.why_not(ACT["help"])
        if why is not None:
            station.said.emit(station.say(f"why.{why[0]}", **why[1]), "warn")
        elif ticket is not None:
            busy = station.say("ask.sign_out_busy", number=ticket["number"])
            station.said.emit(busy, "warn")
        else:
            self._moves.question.emit("sign_out")

    @Slot()
    def sign_out(self) -> None:
        """Close the counter, then end the session; the caller has asked before."""
        if self._station.desk.state == "closed":
            self._after("close", {})
        else:
            self._moves.send("close", "/v1/counters/{n}/close")

    @Slot(str, dict)
    def _after(self, act: str, _body: object) -> None:
        session = self._station.session
        if act != "close" or session is None:
            return
        self._station.link.delete("/v1/sessions", lambda _answer: None, session=session.token)
        self._station.sign(None)
        self._say("signed_out")

    def _get_needed(self) -> bool:
        return self._station.session is None

    def _get_sentence(self) -> str:
        return self._sentence

    def _get_sending(self) -> bool:
        return self._sending

    def _get_staff(self) -> str:
        session = self._station.session
        return self._station.say("panel.staff", staff=session.staff) if session else ""

    def _get_title(self) -> str:
        return self._station.say("sign_in.title", counter=self._station.number)

    needed = Property(bool, _get_needed, notify=changed)
    sentence = Property(str, _get_sentence, notify=changed)
    sending = Property(bool, _get_sending, notify=changed)
    staff = Property(str, _get_staff, notify=changed)
    title = Property(str, _get_title, notify=changed)
