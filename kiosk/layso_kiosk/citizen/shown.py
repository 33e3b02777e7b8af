"""The number on the screen: what it says, how its paper fares, how long it stays."""

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from layso_kiosk.citizen.home import Home
from layso_kiosk.citizen.moments import read_moment
from layso_kiosk.citizen.qr import qr_picture
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.citizen.taking import REHEARSAL
from layso_kiosk.citizen.wording import (
    lunch_on_paper,
    say_ahead,
    say_came,
    say_counters,
    say_wait,
    wait_on_paper,
    wait_with,
)
from layso_kiosk.look.texts import ScreenTexts
from layso_printing import TicketSlip

Json = dict[str, Any]

STAYS_S = 10
FAULT_STAYS_S = 20
AFTER_PAPER_S = 5

PRINTING, TAKE, FAULT, NO_PAPER = "printing", "take", "fault", "none"
UNKNOWN = "unknown"
"""Nobody but a person can see whether a slip came out."""
CALLED, ASK = "called", "ask"
"""Somebody sees no slip: staff know of it, or are to be asked because they cannot be told."""


class Shown(QObject):
    """`number` is empty when none is shown; `ended` when its time is over.

    `paper` is "printing", "take", "fault", "unknown", "called", "ask" or "none" (nothing is
    printed for it). `unseen` carries the ticket's id when somebody sees no slip.
    """

    changed = Signal()
    ended = Signal()
    unseen = Signal(str)

    def __init__(self, source: DaySource, home: Home, texts: ScreenTexts) -> None:
        super().__init__()
        self._source, self._home, self._texts = source, home, texts
        self.ticket: Json = {}
        self.paper_state = NO_PAPER
        self._returned = self.again = False  # again: it may be printed once more
        self._qr = ("", 0)
        self._left = 0
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self._tick)
        texts.changed.connect(self.changed)

    def show(self, ticket: Json, paper: str, *, returned: bool = False) -> None:
        """Show a ticket at once."""
        self.ticket, self.paper_state, self._returned = ticket, paper, returned
        self._qr = qr_picture(str(ticket.get("follow_url") or ""))
        self._left = FAULT_STAYS_S if paper == NO_PAPER else STAYS_S
        self._second.start()
        self.changed.emit()

    def paper_told(self, printed: bool | None) -> None:
        """Say how the paper went, None if nobody knows; all but paper keeps it longer."""
        self._turn(UNKNOWN if printed is None else TAKE if printed else FAULT)

    def staff_told(self, told: bool) -> None:
        """Say that staff know of a slip that is not seen, or are to be asked."""
        self._turn(CALLED if told else ASK)

    @Slot()
    def see_no_slip(self) -> None:
        """Somebody looks for a slip that was said to be printed: once for each number."""
        if self.asksForSlip:
            self.unseen.emit(str(self.ticket.get("id")))

    def _turn(self, state: str) -> None:
        if self.ticket:
            self.paper_state, self.again = state, False
            self._left = max(self._left, AFTER_PAPER_S if state == TAKE else FAULT_STAYS_S)
            self.changed.emit()

    def clear(self) -> None:
        """Show no number any more."""
        self._second.stop()
        self.ticket, self._qr = {}, ("", 0)
        self.changed.emit()

    def slip(self, documents: tuple[str, ...] = ()) -> TicketSlip:
        """Return what the paper says. Raises SlipWrong for a ticket that cannot be printed."""
        ticket, texts = self.ticket, self._texts
        ahead, counters = ticket.get("ahead"), self._counters() or []
        priority = str(ticket.get("priority") or "none")
        return TicketSlip(
            center=str(self._home.center),
            number=str(ticket["number"]).removeprefix(REHEARSAL),
            service=self._home.name_of(str(ticket.get("service"))),
            issued_at=read_moment(ticket.get("issued_at")) or self._source.time.now(),
            ahead=ahead if isinstance(ahead, int) and ahead >= 0 else None,
            wait=wait_on_paper(self._wait()),
            lunch=lunch_on_paper(texts, ticket.get("wait")),
            counters=tuple(n for n in counters if isinstance(n, int)),
            priority="" if priority == "none" else texts.say(f"kiosk.priority.{priority}"),
            documents=documents,
            follow_url=str(ticket.get("follow_url") or ""),
            wifi=str(ticket.get("follow_wifi") or ""),
            language=str(texts.language),
            emergency=self._is_emergency(),
            rehearsal=self.rehearsed,
        )

    @property
    def rehearsed(self) -> bool:
        """Whether the number is one of a rehearsal."""
        return self.ticket.get("channel") == "rehearsal"

    @property
    def number_shown(self) -> bool:
        """Whether a number is on the screen."""
        return bool(self.ticket)

    def _counters(self) -> Any:
        """Return the ticket's own counter, else the open ones of its service; None: not known."""
        if isinstance(own := self.ticket.get("to_counter"), int):
            return [own]
        about = self._source.mirror.services.get(str(self.ticket.get("service")), {})
        return about.get("counters") if self._source.live else None

    def _wait(self) -> Any:
        return wait_with(self._counters(), self.ticket.get("wait"))

    def _is_emergency(self) -> bool:
        return self.ticket.get("channel") == "emergency"

    @Slot()
    def _tick(self) -> None:
        self._left -= 1
        if self._left > 0 or self.paper_state == PRINTING:
            return
        self._second.stop()
        self.ended.emit()

    def _get_service(self) -> str:
        return self._home.name_of(str(self.ticket.get("service")))

    def _get_ahead(self) -> str:
        return say_ahead(self._texts, self.ticket.get("ahead"))

    def _get_wait(self) -> str:
        return say_wait(self._texts, self._wait())

    def _get_counters(self) -> str:
        return say_counters(self._texts, self._counters())

    def _get_priority(self) -> str:
        group = str(self.ticket.get("priority") or "none")
        return "" if group == "none" else self._texts.say(f"kiosk.priority.{group}")

    def _get_remark(self) -> str:
        if self.rehearsed:
            return self._texts.say("kiosk.number.rehearsal")
        if self._is_emergency():
            return self._texts.say("kiosk.number.emergency")
        if self._returned:
            return self._texts.say("kiosk.number.returned")
        return say_came(self._texts, self.ticket.get("appointment"))

    def _get_follow(self) -> str:
        wifi = str(self.ticket.get("follow_wifi") or "")
        return self._texts.say(f"kiosk.number.{'follow_wifi' if wifi else 'follow'}", name=wifi)

    def _asks_for_slip(self) -> bool:
        asks = self.again or self.paper_state == TAKE
        return bool(self.ticket) and asks and not self.rehearsed

    def _get_paper_text(self) -> str:
        if self.paper_state == NO_PAPER and self._returned:
            return self._texts.say("kiosk.paper.old")
        return self._texts.say(f"kiosk.paper.{self.paper_state}")

    number = Property(str, lambda self: str(self.ticket.get("number") or ""), notify=changed)
    service = Property(str, _get_service, notify=changed)
    ahead = Property(str, _get_ahead, notify=changed)
    wait = Property(str, _get_wait, notify=changed)
    counters = Property(str, _get_counters, notify=changed)
    priority = Property(str, _get_priority, notify=changed)
    remark = Property(str, _get_remark, notify=changed)
    paper = Property(str, lambda self: self.paper_state, notify=changed)
    returned = Property(bool, lambda self: self._returned, notify=changed)
    asksForSlip = Property(bool, _asks_for_slip, notify=changed)
    paperText = Property(str, _get_paper_text, notify=changed)
    follow = Property(str, _get_follow, notify=changed)
    qr = Property(str, lambda self: self._qr[0], notify=changed)
    qrModules = Property(int, lambda self: self._qr[1], notify=changed)
