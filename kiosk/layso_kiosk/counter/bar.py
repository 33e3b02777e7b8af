"""What stands on the bar: counter, current number, timer, claim, who waits."""

from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.counter.acts import ACT
from layso_kiosk.counter.moments import clock, moment, running, span
from layso_kiosk.counter.reasons import claim
from layso_kiosk.counter.station import Station
from layso_kiosk.counter.words import say_or
from layso_queue.line.states import TicketState

CLAIM_ICONS = {
    "elderly": "person-standing",
    "disabled": "accessibility",
    "pregnant": "heart-pulse",
    "carer": "baby",
    "merit": "medal",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the bar says at one moment, as sentences."""

    counter: str = ""
    state: str = "closed"
    state_text: str = ""
    number: str = ""
    number_state: str = ""
    number_state_text: str = ""
    timer: str = ""
    service: str = ""
    hint: str = ""
    claim: str = ""
    claim_short: str = ""
    claim_confirmed: bool = False
    claim_rejected: bool = False
    claim_why_not: str = ""
    claim_icon: str = ""
    waiting: int = 0
    call_note: str = ""
    call_note_short: str = ""
    spoken: str = ""
    fresh: bool = False


class Bar(QObject):
    """Draws `Shown` from the station; `tick` every second keeps the timer running."""

    changed = Signal()

    def __init__(self, station: Station) -> None:
        """Show this station."""
        super().__init__()
        self._station = station
        self._shown = Shown()
        station.changed.connect(self.tick)
        self.tick()

    @Slot()
    def tick(self) -> None:
        """Look again."""
        shown = self._look()
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def _look(self) -> Shown:
        station, desk = self._station, self._station.desk
        longest = desk.longest(station.now)
        return Shown(
            counter=station.say("bar.counter", counter=station.number),
            state=desk.state,
            state_text=self._state_text(),
            waiting=len(desk.waiting),
            call_note=station.say("bar.call_note_none")
            if longest is None
            else station.say(
                "bar.call_note", n=len(desk.waiting), wait=span(longest, station.texts)
            ),
            call_note_short=station.say("bar.call_note_short", n=len(desk.waiting)),
            fresh=station.link.state == "fresh",
            **(self._nobody() if desk.ticket is None else self._current(desk.ticket)),
        )

    def _state_text(self) -> str:
        desk = self._station.desk
        if desk.state == "paused" and desk.reason:
            why = say_or(self._station.texts, f"counter.pause.{desk.reason}", desk.reason)
            return self._station.say("bar.paused_reason", reason=why)
        return self._station.say(f"bar.{desk.state}")

    def _nobody(self) -> dict[str, Any]:
        station, desk = self._station, self._station.desk
        word = "none_hint" if desk.waiting else "none_line"
        if desk.state != "open":
            word = f"{desk.state}_hint"
        return {
            "hint": station.say(f"bar.{word}", time=clock(desk.since)),
            "spoken": station.say("accessible.no_current"),
        }

    def _current(self, ticket: Any) -> dict[str, Any]:
        station = self._station
        called = ticket["state"] == TicketState.CALLED
        word = "called_times" if called and ticket.get("calls", 1) > 1 else ticket["state"]
        state = station.say(f"bar.{word}", n=ticket.get("calls", 1))
        since = ticket.get("called_at") if called else ticket.get("started_at")
        since = since or ticket.get("called_at")
        service = station.desk.name_of(ticket["service"], station.language)
        spoken = {"number": ticket["number"], "state": state, "service": service}
        why = station.why_not(ACT["confirm-priority"])
        return {
            "number": ticket["number"],
            "number_state": ticket["state"],
            "number_state_text": state,
            "timer": running(station.now - moment(since)) if since else "",
            "service": service,
            "claim": claim(ticket, station.texts),
            "claim_short": claim(ticket, station.texts, short=True),
            "claim_icon": CLAIM_ICONS.get(ticket.get("priority", ""), ""),
            "claim_confirmed": bool(ticket.get("priority_confirmed")),
            "claim_rejected": station.judged.get(ticket["id"]) is False,
            "claim_why_not": station.say(f"why.{why[0]}", **why[1]) if why else "",
            "spoken": station.say("accessible.current", **spoken),
        }

    def _get_shown(self) -> dict[str, Any]:
        return asdict(self._shown)

    shown = Property(dict, _get_shown, notify=changed)
