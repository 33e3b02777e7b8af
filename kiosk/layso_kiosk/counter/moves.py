"""From a pressed act to an order, and from its answer to what the officer reads."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from layso_kiosk.counter.acts import ACT, JUDGES, Act
from layso_kiosk.counter.lately import Lately, remember
from layso_kiosk.counter.notes import NoteBook
from layso_kiosk.counter.orders import Order
from layso_kiosk.counter.refusals import refusal
from layso_kiosk.counter.station import Station
from layso_kiosk.counter.undoing import take_back
from layso_kiosk.link.answers import Answer
from layso_queue.line.states import TicketState

BOUNCE_MS = 350
"""The same key within this time is one press: keys bounce and fingers double-click."""

ASKING = frozenset({"park", "transfer", "pause", "walk-up"})
"""Acts that need an answer to a question before they go."""

CALLING = frozenset({"call-next", "pick", "walk-up"})
"""Acts that bring somebody to the counter."""


class Moves(QObject):
    """Every act goes through `press`; acts that need a reason come back through `send`.

    `question` asks for a reason (act name); `done` tells an answered act and its ticket.
    """

    question = Signal(str)
    done = Signal(str, dict)
    session_lost = Signal()

    def __init__(self, station: Station) -> None:
        """Move at this station."""
        super().__init__()
        self._station = station
        self._last = ("", -BOUNCE_MS)
        self.notes = NoteBook()
        station.orders.settled.connect(self._settled)

    def press(self, name: str) -> bool:
        """Do the act if it is possible, else say why not; True when something was begun."""
        if not self.taken(name):
            return False
        if name == "pause" and self._station.desk.state != "open":
            return self._resume_or_open()
        if name in ASKING:
            self.question.emit(name)
            return True
        return self._straight(ACT[name])

    def taken(self, name: str) -> bool:
        """Say whether the press counts; a bounce does not, an impossible one is told why."""
        act, now = ACT[name], self._station.monotonic()
        if self._last[0] == name and now - self._last[1] < BOUNCE_MS:
            return False
        self._last = (name, now)
        why = self._station.why_not(act)
        if why is not None:
            self._station.said.emit(self._station.say(f"why.{why[0]}", **why[1]), "warn")
            if why[0] == self._station.link.state:
                self._station.miss(self._going_on if name == "pause" else name)
        return why is None

    @property
    def just_pressed(self) -> bool:
        """Whether some act was pressed so lately that one more press may be a bounce."""
        return self._station.monotonic() - self._last[1] < BOUNCE_MS

    @property
    def _going_on(self) -> str:
        """What the key of a pause does now."""
        return {"open": "pause", "paused": "resume"}.get(self._station.desk.state, "open")

    def _resume_or_open(self) -> bool:
        word = self._going_on
        return self.send(word, f"/v1/counters/{self._station.number}/{word}")

    def _straight(self, act: Act) -> bool:
        if act.path is None:
            return False
        if act.name == "undo":
            what = self._station.undo
            return isinstance(what, Lately) and take_back(what, self, self._station)
        if act.name == "finish":
            return self._finish(act.path)
        body: dict[str, Any] = {}
        if act.name in JUDGES:
            body["confirmed"] = JUDGES[act.name]
        elif act.name == "help":
            where = f"counter-{self._station.number}"
            body |= {"where": where, "about": self._number()}
        return self.send(act.name, act.path, body)

    def _finish(self, path: str) -> bool:
        ticket = self._station.desk.ticket or {}
        notes, body = self.notes.of(ticket.get("id", "")), dict[str, Any]()
        if notes.wrong_code:
            wrong = self._station.say("panel.codes_wrong", code=notes.wrong_code)
            self._station.said.emit(wrong, "warn")
            return False
        if notes.codes:
            body["dossier_codes"] = notes.codes
        if notes.also:
            body["services"] = [ticket.get("service", ""), *notes.also]
        return self.send("finish", path, body)

    def walk_up(self, service: str, reason: str) -> bool:
        """Give a number to somebody who has none, and call it at once, with the reason."""
        about = self._station.say("walk-up.journal", reason=reason)

        def call(ticket: Mapping[str, Any]) -> None:
            body = {"ticket": ticket["id"], "reason": about}
            self.send("walk-up", "/v1/counters/{n}/call", body, number=str(ticket["number"]))

        body = {"service": service, "channel": "staff", "assisted": True}
        return self.send("walk-up-number", "/v1/tickets", body, number="", then=call)

    def _number(self) -> str:
        return str((self._station.desk.ticket or {}).get("number", ""))

    def send(
        self,
        act: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        ticket: str | None = None,
        number: str | None = None,
        then: Callable[[Mapping[str, Any]], None] | None = None,
    ) -> bool:
        """Send an order about the current ticket or a named one; False while one travels.

        `then` goes on with the answer instead of saying that the act is done.
        """
        current = (self._station.desk.ticket or {}).get("id", "")
        where = path.format(n=self._station.number, ticket=ticket or current)
        shown = self._number() if number is None else number
        sent = self._station.orders.send(act, where, dict(body or {}), shown, then)
        if sent:
            self._station.miss()
        if sent and act in CALLING:
            self._station.happened.emit("call_pressed", {})
        return sent

    @Slot(object, object)
    def _settled(self, order: Order, answer: Answer) -> None:
        station = self._station
        if not answer.ok:
            self._refused(order, answer)
            return
        by_id = order.act in ("help", "close-service")
        detail = str(answer.body.get("id", "")) if by_id else ""
        name = order.number if order.act == "close-service" else ""
        station.overlay.take(answer.body, station.monotonic())
        if order.then is not None:
            station.refresh()
            order.then(answer.body)
            return
        is_ticket = "number" in answer.body and "id" in answer.body
        number = str(answer.body["number"]) if is_ticket else order.number
        heard = order.act, answer.body, station.now, station.lately
        station.lately = remember(*heard, detail, name)
        if is_ticket:
            station.judge(str(answer.body["id"]), order.act)
        if order.act in CALLING:
            station.happened.emit("called", {"number": number})
        station.refresh()
        word = order.act
        if word == "undo_start" and answer.body.get("state") == TicketState.WAITING:
            word = "undo_call"  # where calls begin at once, both were taken back
        station.said.emit(
            station.say(f"done.{word}", number=number, counter=station.number), "good"
        )
        self.done.emit(order.act, answer.body)

    @Slot(object)
    def called_off(self, answer: Answer) -> None:
        """Say whether the help call was taken back."""
        self._station.lately = None
        word = "done.undo_help" if answer.ok else "refused.help_gone"
        said = self._station.say(word, counter=self._station.number)
        self._station.said.emit(said, "good" if answer.ok else "warn")
        self._station.refresh()

    def _refused(self, order: Order, answer: Answer) -> None:
        said = refusal(self._station, answer)
        if order.act == "walk-up":
            # the number was given: it stands in the line, and the officer must know
            said = self._station.say("refused.walk_up_waits", number=order.number, why=said)
        self._station.said.emit(said, "warn")
        if answer.code == "SIGN_IN_NEEDED":
            self.session_lost.emit()
