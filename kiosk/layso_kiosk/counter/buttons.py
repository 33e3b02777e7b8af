"""One button for each act: its words, its key, whether it can be pressed, and why not."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.counter.acts import ACTS, Act
from layso_kiosk.counter.keys import Keys
from layso_kiosk.counter.station import Station

NEXT_STEP = {None: "call-next", "called": "start", "serving": "finish"}
"""What usually comes next, by the current ticket's state: that button is the strong one."""


class ActButton(QObject):
    """A button that stays where it is; a press that is not possible says why."""

    changed = Signal()

    def __init__(
        self,
        act: Act,
        station: Station,
        keys: Keys,
        press: Callable[[str], object],
        parent: QObject,
    ) -> None:
        """Show `act`; a press goes to `press` with its name."""
        super().__init__(parent)
        self._act, self._station, self._keys, self._press = act, station, keys, press
        self.panel_open = False
        self._shown: tuple[object, ...] = ()
        station.changed.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """Look again whether anything on the button has changed."""
        shown = (self._get_label(), self._get_why(), self._get_strong(), self._get_key())
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    @Slot()
    def press(self) -> None:
        """Press it."""
        self._press(self._act.name)

    def _get_name(self) -> str:
        return self._act.name

    def _get_icon(self) -> str:
        if self._act.name == "pause" and self._station.desk.state != "open":
            return "play"
        if self._act.name == "panel" and self.panel_open:
            return "chevron-up"
        return self._act.icon

    def _get_label(self) -> str:
        word = self._act.name
        if word == "pause" and self._station.desk.state != "open":
            word = "resume" if self._station.desk.state == "paused" else "open"
        elif word == "panel" and self.panel_open:
            word = "panel-close"
        return self._station.say(f"act.{word}")

    def _get_key(self) -> str:
        return self._keys.shown(self._act.name, self._station.texts)

    def _get_why(self) -> str:
        why = self._station.why_not(self._act)
        return self._station.say(f"why.{why[0]}", **why[1]) if why else ""

    def _get_possible(self) -> bool:
        return self._station.why_not(self._act) is None

    def _get_strong(self) -> bool:
        ticket, state = self._station.desk.ticket, self._station.desk.state
        if state != "open" and ticket is None:
            return self._act.name == "pause"
        return NEXT_STEP.get(ticket["state"] if ticket else None) == self._act.name

    def _get_spoken(self) -> str:
        label, key, why = self._get_label(), self._get_key(), self._get_why()
        word = "act_refused" if why else "act"
        return self._station.say(f"accessible.{word}", label=label, press=key, why=why)

    name = Property(str, _get_name, constant=True)
    icon = Property(str, _get_icon, notify=changed)
    label = Property(str, _get_label, notify=changed)
    key = Property(str, _get_key, notify=changed)
    why = Property(str, _get_why, notify=changed)
    possible = Property(bool, _get_possible, notify=changed)
    strong = Property(bool, _get_strong, notify=changed)
    spoken = Property(str, _get_spoken, notify=changed)


class Buttons(QObject):
    """All of them by name, for QML: ``buttons.of("call-next")``."""

    def __init__(self, station: Station, keys: Keys, press: Callable[[str], object]) -> None:
        """Make a button for each act of the table."""
        super().__init__()
        # children of ours: what a slot returns without a parent, QML would own and throw away
        self._by_name = {act.name: ActButton(act, station, keys, press, self) for act in ACTS}

    @Slot(str, result=QObject)
    def of(self, name: str) -> ActButton:
        """Return the act's button; KeyError for an unknown act."""
        return self._by_name[name]

    def show_panel(self, is_open: bool) -> None:
        """Let the panel's button say what it will do next."""
        button = self._by_name["panel"]
        button.panel_open = is_open
        button.look()
