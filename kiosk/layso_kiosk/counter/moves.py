"""From a pressed act to an order, and from its answer to what the officer reads."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from layso_assets.languages import Texts
from layso_kiosk.counter.acts import ACT, Act
from layso_kiosk.counter.lately import Lately, remember, undoable
from layso_kiosk.counter.orders import Order
from layso_kiosk.counter.station import Station
from layso_kiosk.counter.words import say_or
from layso_kiosk.link.answers import UNREACHABLE, UNREADABLE, Answer, sentence

BOUNCE_MS = 350
"""The same key within this time is one press: keys bounce and fingers double-click."""

ASKING = frozenset({"park", "transfer", "pause"})
"""Acts that need an answer to a question before they go."""


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
        self.dossier_codes: list[str] = []
        self.codes_fault = ""
        station.orders.settled.connect(self._settled)

    def press(self, name: str) -> bool:
        """Do the act if it is possible, else say why not; True when something was begun."""
        act, now = ACT[name], self._station.monotonic()
        if self._last[0] == name and now - self._last[1] < BOUNCE_MS:
            return False
        self._last = (name, now)
        why = self._station.why_not(act)
        if why is not None:
            self._station.said.emit(self._station.say(f"why.{why[0]}", **why[1]), "warn")
            return False
        if name == "pause" and self._station.desk.state != "open":
            return self._resume_or_open()
        if name in ASKING:
            self.question.emit(name)
            return True
        return self._straight(act)

    @property
    def just_pressed(self) -> bool:
        """Whether some act was pressed so lately that one more press may be a bounce."""
        return self._station.monotonic() - self._last[1] < BOUNCE_MS

    def _resume_or_open(self) -> bool:
        word = "resume" if self._station.desk.state == "paused" else "open"
        return self.send(word, f"/v1/counters/{self._station.number}/{word}")

    def _straight(self, act: Act) -> bool:
        if act.path is None:
            return False
        if act.name == "undo":
            return self._undo(act.path)
        body: dict[str, Any] = {}
        if act.name == "finish" and self.codes_fault:
            self._station.said.emit(self.codes_fault, "warn")
            return False
        if act.name == "finish" and self.dossier_codes:
            body["dossier_codes"] = list(self.dossier_codes)
        elif act.name == "confirm-priority":
            body["confirmed"] = True
        elif act.name == "help":
            where = f"counter-{self._station.number}"
            body |= {"where": where, "about": self._number()}
        return self.send(act.name, act.path, body)

    def _undo(self, path: str) -> bool:
        what = undoable(self._station.lately, self._station.desk, self._station.now)
        if not isinstance(what, Lately):
            return False
        return self.send(f"undo_{what.what}", path, ticket=what.ticket, number=what.number)

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
    ) -> bool:
        """Send an order about the current ticket or a named one; False while one travels."""
        current = (self._station.desk.ticket or {}).get("id", "")
        where = path.format(n=self._station.number, ticket=ticket or current)
        shown = self._number() if number is None else number
        sent = self._station.orders.send(act, where, dict(body or {}), shown)
        if sent and act in ("call-next", "pick"):
            self._station.happened.emit("call_pressed", {})
        return sent

    @Slot(object, object)
    def _settled(self, order: Order, answer: Answer) -> None:
        station = self._station
        if not answer.ok:
            self._refused(answer)
            return
        station.overlay.take(answer.body, station.monotonic())
        number = str(answer.body.get("number", "")) if "id" in answer.body else order.number
        if "id" in answer.body:
            station.lately = remember(order.act, answer.body, station.now, station.lately)
        if order.act in ("call-next", "pick"):
            station.happened.emit("called", {"number": number})
        if order.act == "finish":
            self.dossier_codes = []
        station.refresh()
        station.said.emit(
            station.say(f"done.{order.act}", number=number, counter=station.number), "good"
        )
        self.done.emit(order.act, answer.body)

    def _refused(self, answer: Answer) -> None:
        self._station.said.emit(refusal(self._station, answer), "warn")
        if answer.code == "SIGN_IN_NEEDED":
            self.session_lost.emit()


def refusal(station: Station, answer: Answer) -> str:
    """Return what a refused order means to the officer: our own words where we know the word."""
    if answer.code == UNREACHABLE:
        return station.say("refused.unreachable")
    if answer.code == UNREADABLE:
        return station.say("refused.other")
    said = sentence(answer, Texts(station.link.language))
    return say_or(station.texts, f"counter.refused.{answer.code}", said)
