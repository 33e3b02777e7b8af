"""The counter as this program knows it: the center's day, who is signed in, what travels."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from layso_kiosk.counter.acts import JUDGES, Act, Standing, Why, why_not
from layso_kiosk.counter.desk import Desk, read_desk
from layso_kiosk.counter.lately import LATE_MS, Lately, undoable
from layso_kiosk.counter.moments import moment
from layso_kiosk.counter.orders import Orders, Sends
from layso_kiosk.counter.overlay import Overlay
from layso_kiosk.counter.words import Says
from layso_kiosk.link.mirror import DayMirror
from layso_kiosk.look.clock import VIETNAM

IN_CHARGE = frozenset({"supervisor", "admin"})
"""Roles of staff who decide for the whole center."""


class Link(Sends, Protocol):
    """What of the connection the counter uses."""

    mirror: DayMirror
    language: str
    trouble: dict[str, Any]
    changed: SignalInstance
    stateChanged: SignalInstance

    def get(
        self,
        path: str,
        on_answer: Callable[..., None],
        patience_ms: int = ...,
        session: str | None = None,
    ) -> None:
        """Ask for something."""
        ...

    def delete(self, path: str, on_answer: Callable[..., None], session: str | None = None) -> None:
        """Take something back."""
        ...


@dataclass(frozen=True, slots=True)
class Session:
    """A staff member who has signed in."""

    token: str
    staff: str
    role: str

    @property
    def in_charge(self) -> bool:
        """Whether they may decide for the whole center."""
        return self.role in IN_CHARGE


class Station(QObject):
    """Everything that the view-models draw from; `changed` when any of it did.

    `now` is the center's time in milliseconds, as far as it was heard, and goes on with
    `monotonic` (milliseconds) in between, so a PC with a wrong clock shows right durations.
    """

    changed = Signal()
    said = Signal(str, str)
    happened = Signal(str, dict)

    def __init__(self, link: Link, number: int, texts: Says, monotonic: Callable[[], int]) -> None:
        """Stand at counter `number`."""
        super().__init__()
        self.link, self.number, self.texts, self.monotonic = link, number, texts, monotonic
        self.orders = Orders(link, monotonic)
        self.overlay = Overlay()
        self.session: Session | None = None
        self.lately: Lately | None = None
        self.asking = self.printer = self.offered = self.warned = False
        self.judged: dict[str, bool] = {}
        self.desk = Desk(number)
        self.away_since = ""
        self.missed = ""
        self._heard: tuple[int, int] | None = None
        self.orders.changed.connect(self.refresh)
        link.changed.connect(self._heard_day)
        link.stateChanged.connect(self._heard_state)

    @property
    def now(self) -> int:
        """The center's time of now, ms since the epoch."""
        center, at = self._heard or (round(datetime.now().astimezone().timestamp() * 1000), None)
        return center if at is None else center + self.monotonic() - at

    @property
    def language(self) -> str:
        """The language in which the center is asked and names are shown."""
        return self.link.language

    def say(self, key: str, **values: object) -> str:
        """Return a text of the counter app."""
        return self.texts.say(f"counter.{key}", **values)

    def sign(self, session: Session | None) -> None:
        """Let somebody in, or nobody any more."""
        self.session, self.missed = session, ""
        if self.lately is not None and self.lately.what != "close":
            self.lately = None  # who signs in again can still open the counter as it was
        self.orders.sign(session.token if session else None)
        self.refresh()

    @property
    def undo(self) -> Lately | Why:
        """What undo would take back now, or why nothing."""
        minutes = self.link.mirror.day.get("undo_minutes")
        late = minutes * 60_000 if isinstance(minutes, int) else LATE_MS
        return undoable(self.lately, self.desk, self.now, late)

    def why_not(self, act: Act, *, answering: bool = False) -> Why | None:
        """Return why the act is not possible just now; `answering` its own open question."""
        undo = self.undo
        standing = Standing(
            signed_in=self.session is not None,
            link=self.link.state,
            sending=self.orders.travelling is not None,
            asking=self.asking and not answering,
            printer=self.printer,
            offered=self.offered,
            warned=self.warned,
            in_charge=self.session is not None and self.session.in_charge,
            judged=self.judged.get((self.desk.ticket or {}).get("id", "")),
            undo=None if isinstance(undo, Lately) else undo,
        )
        return why_not(act, self.desk, standing)

    def judge(self, ticket: str, act: str) -> None:
        """Remember what an answered act said of a ticket's claim; the day does not tell a no."""
        if act in JUDGES:
            self.judged = {ticket: JUDGES[act]}
        elif act.startswith("undo"):
            self.judged.pop(ticket, None)

    def miss(self, act: str = "") -> None:
        """Remember that a press of this act was not recorded; without one, that one was since."""
        if act != self.missed:
            self.missed = act
            self.changed.emit()

    @Slot()
    def refresh(self) -> None:
        """Read the mirror again and tell everyone."""
        mirror = self.link.mirror
        if mirror.filled:
            self.overlay.compare(mirror.tickets, mirror.counters, self.monotonic())
            self.desk = read_desk(
                mirror.as_snapshot(), self.number, self.overlay.ticket, self.overlay.counter
            )
        self.changed.emit()

    @Slot(object)
    def _heard_day(self, _parts: object) -> None:
        if self.link.mirror.now:
            self._heard = (moment(self.link.mirror.now), self.monotonic())
        self.refresh()

    @Slot()
    def _heard_state(self) -> None:
        if self.link.state == "fresh":
            self.away_since = ""
        elif not self.away_since:
            self.away_since = datetime.fromtimestamp(self.now / 1000, VIETNAM).strftime("%H:%M")
        self.orders.link_changed()
        self.refresh()
