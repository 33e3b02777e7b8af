"""What a person chooses before the number: priority group and number of dossiers."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.citizen.browse import Browse
from layso_kiosk.citizen.home import Home
from layso_kiosk.citizen.shelf import Shelf
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.citizen.wording import say_counters, say_wait, say_waiting, wait_with
from layso_kiosk.link.ids import new_id
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]

PRIORITIES = {
    "elderly": "person-standing",
    "disabled": "accessibility",
    "pregnant": "heart-pulse",
    "carer": "baby",
    "merit": "medal",
}
"""The groups in the order in which they are offered, with their icons."""

MOST_DOSSIERS = 99


class Choice(QObject):
    """One person's choice; its ticket id is made by the touch that opens it.

    So however often "take number" is pressed, and however often it is sent, it is one ticket.
    """

    changed = Signal()

    def __init__(self, source: DaySource, home: Home, shelf: Shelf, texts: ScreenTexts) -> None:
        super().__init__()
        self._source, self._home, self._texts = source, home, texts
        self.service = ""
        self.ticket = ""
        self.priority = "none"
        self.dossiers = 1
        self.browse = Browse(shelf, source, texts)
        self.browse.setParent(self)
        self.checklist = self.browse.checklist
        source.changed.connect(self.changed)
        texts.changed.connect(self.changed)

    def begin(self, service: str, procedure: str = "") -> None:
        """Start afresh for one service, with one of its procedures chosen or none."""
        self.service, self.ticket = service, new_id()
        self.priority, self.dossiers = "none", 1
        self.browse.begin(service, procedure)
        self.changed.emit()

    @Slot(str)
    def choose_priority(self, group: str) -> None:
        """Take a group; the same again takes it back."""
        if group in PRIORITIES:
            self.priority = "none" if group == self.priority else group
            self.changed.emit()

    @Slot(int)
    def add_dossiers(self, more: int) -> None:
        """Count up or down, from one on."""
        self.dossiers = max(1, min(MOST_DOSSIERS, self.dossiers + more))
        self.changed.emit()

    def missing(self) -> tuple[str, ...]:
        """Return what the slip reminds of: unticked documents of the procedure that was chosen."""
        return self.checklist.missing() if self.browse.code else ()

    def body(self) -> Json:
        """Return what the center is asked for."""
        return {
            "id": self.ticket,
            "service": self.service,
            "channel": "kiosk",
            "priority": self.priority,
            "dossiers": self.dossiers,
            "language": self._texts.language,
            "assisted": False,
        }

    def _about(self) -> Json:
        return self._source.mirror.services.get(self.service, {})

    def _get_name(self) -> str:
        return self._home.name_of(self.service)

    def _get_icon(self) -> str:
        return str(self._about().get("icon") or "ticket")

    def _get_line(self) -> str:
        if not self._source.live:
            return ""
        about = self._about()
        counters = about.get("counters")
        said = [
            say_waiting(self._texts, about.get("waiting")),
            say_wait(self._texts, wait_with(counters, about.get("wait"))),
            say_counters(self._texts, counters),
        ]
        return " · ".join(one for one in said if one)

    def _get_groups(self) -> list[Json]:
        return [
            {
                "group": group,
                "icon": icon,
                "label": self._texts.say(f"kiosk.priority.{group}"),
                "chosen": group == self.priority,
            }
            for group, icon in PRIORITIES.items()
        ]

    def _get_dossiers(self) -> int:
        return self.dossiers

    def _get_prior(self) -> bool:
        return self.priority != "none"

    name = Property(str, _get_name, notify=changed)
    icon = Property(str, _get_icon, notify=changed)
    line = Property(str, _get_line, notify=changed)
    groups = Property(list, _get_groups, notify=changed)
    count = Property(int, _get_dossiers, notify=changed)
    prior = Property(bool, _get_prior, notify=changed)
    browser = Property(QObject, lambda self: self.browse, constant=True)
