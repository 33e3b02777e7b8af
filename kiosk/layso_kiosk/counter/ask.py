"""The open question: chosen with keys or mouse, confirmed with Enter, left with Esc."""

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.counter.acts import ACT
from layso_kiosk.counter.choices import (
    OTHER,
    REASONS,
    Option,
    reason_text,
    reasons,
    services_here,
    target_body,
    targets,
)
from layso_kiosk.counter.moves import Moves
from layso_kiosk.counter.station import Station

PATHS = {
    "pause": "/v1/counters/{n}/pause",
    "park": "/v1/tickets/{ticket}/park",
    "pick": "/v1/counters/{n}/call",
    "transfer": "/v1/tickets/{ticket}/transfer",
}

SAME_AS = {"pick": "call-next", "sign_out": "help", "": "help"}
"""The act whose conditions hold for a question that is no act of the table itself."""


class Ask(QObject):
    """One question about one number; `kind` is empty while none is open."""

    changed = Signal()
    sign_out = Signal()

    def __init__(self, station: Station, moves: Moves) -> None:
        """Ask for this station and send the answers through `moves`."""
        super().__init__()
        self._station, self._moves = station, moves
        self._kind, self._number, self._ticket = "", "", ""
        self._reasons: list[Option] = []
        self._targets: list[Option] = []
        self._reason = self._target = self._fault = self._typed = ""
        moves.question.connect(self.open)

    @Slot(str)
    def open(self, kind: str, ticket: str = "", number: str = "") -> None:
        """Ask about the current ticket, or about the named one (picked by hand)."""
        desk, mirror = self._station.desk, self._station.link.mirror
        self._kind = kind
        self._ticket = ticket or (desk.ticket or {}).get("id", "")
        self._number = number or (desk.ticket or {}).get("number", "")
        self._reasons = reasons(kind, self._station) if kind in REASONS else []
        self._targets = []
        if kind == "transfer":
            self._targets = targets(desk, mirror.services, mirror.counters, self._station)
        elif kind == "walk-up":
            self._targets = services_here(desk, self._station)
        self._reason = self._target = self._fault = self._typed = ""
        if kind == "walk-up" and len(self._targets) == 1:
            self._target = self._targets[0].value
        self._tell()

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return bool(self._kind)

    @Slot()
    def close(self) -> None:
        """Leave without an answer."""
        self._kind = self._fault = ""
        self._tell()

    @Slot(str, result=bool)
    def key(self, text: str) -> bool:
        """Choose by a pressed letter or digits: first a target, then a reason."""
        options = self._reasons if self._target or not self._targets else self._targets
        keys = {option.key: option.value for option in options if option.key}
        for typed in (self._typed + text.upper(), text.upper()):
            if typed in keys:
                self.choose(keys[typed])
                return True
            if text and any(one.startswith(typed) for one in keys):
                self._typed = typed
                self.changed.emit()
                return True
        return False

    @Slot(str)
    def choose(self, value: str) -> None:
        """Choose a reason or a target by its value."""
        if ":" in value:
            self._target = value
        else:
            self._reason = value
        self._fault = self._typed = ""
        self.changed.emit()

    @Slot(str)
    def confirm(self, written: str = "") -> None:
        """Send the answer; says what is missing instead when something is."""
        written = " ".join(written.split())
        self._fault = self._missing(written)
        if self._fault or not self._kind:
            self.changed.emit()
            return
        kind = self._kind
        self.close()
        if kind == "sign_out":
            self.sign_out.emit()
            return
        reason = reason_text(kind, self._reason, written, self._station)
        if kind == "walk-up":
            self._moves.walk_up(str(target_body(self._target)["service"]), reason)
            return
        body: dict[str, Any] = {"reason": reason}
        if kind == "transfer":
            body |= target_body(self._target)
        elif kind == "pick":
            body["ticket"] = self._ticket
        self._moves.send(kind, PATHS[kind], body, ticket=self._ticket, number=self._number)

    def _missing(self, written: str) -> str:
        act = ACT[SAME_AS.get(self._kind, self._kind)]
        why = self._station.why_not(act, answering=True) if self._kind else None
        if why is not None:
            return self._station.say(f"why.{why[0]}", **why[1])
        if self._kind in ("transfer", "walk-up") and not self._target:
            return self._station.say(f"ask.{self._kind}_target")
        if self._reasons and not self._reason:
            return self._station.say("ask.choose_reason")
        if self._reason == OTHER and not written:
            return self._station.say("ask.write_reason")
        return ""

    def _tell(self) -> None:
        self._station.asking = bool(self._kind)
        self._station.refresh()
        self.changed.emit()

    def _get_shown(self) -> dict[str, Any]:
        if not self._kind:
            return {"kind": ""}
        about = {"number": self._number, "counter": self._station.number}
        return {
            "kind": self._kind,
            "title": self._station.say(f"ask.{self._kind}", **about),
            "note": self._station.say("ask.typed", typed=self._typed)
            if self._typed
            else self._station.say(f"ask.{self._kind}_note"),
            "why": self._station.say(f"ask.{self._kind}_reason") if self._targets else "",
            "reasons": [asdict(option) for option in self._reasons],
            "targets": [asdict(option) for option in self._targets],
            "reason": self._reason,
            "target": self._target,
            "writing": self._reason == OTHER,
            "hint": self._station.say("ask.other_hint"),
            "confirm": self._station.say("ask.confirm"),
            "fault": self._fault,
        }

    shown = Property(dict, _get_shown, notify=changed)
