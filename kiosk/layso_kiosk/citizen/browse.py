"""The procedures of a group to choose from, and the one that was chosen."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.citizen.checklist import Checklist
from layso_kiosk.citizen.qr import qr_picture
from layso_kiosk.citizen.shelf import Shelf
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]


def row_of(procedure: Json, texts: ScreenTexts, chosen: str = "") -> Json:
    """Return a procedure as a line to touch: {"code", "name", "minutes", "online", "chosen"}."""
    return {
        "code": procedure["code"],
        "name": texts.pick(procedure["name"]),
        "minutes": texts.say("kiosk.procedure.minutes", n=procedure["minutes"]),
        "online": bool(procedure["portal"]),
        "chosen": procedure["code"] == chosen,
    }


class Browse(QObject):
    """`rows` are the group's procedures, `chosen` the name of one or empty.

    Choosing is never a must: a number is for the group. It tells what to bring and whether the
    way could be spared (`qr`, `qrModules`: the portal's address, empty where there is none).
    """

    changed = Signal()

    def __init__(self, shelf: Shelf, source: DaySource, texts: ScreenTexts) -> None:
        super().__init__()
        self._shelf, self._source, self._texts = shelf, source, texts
        self.checklist = Checklist(texts)
        self.checklist.setParent(self)
        self.service, self.code = "", ""
        self._qr = ("", 0)
        shelf.changed.connect(self.changed)
        texts.changed.connect(self.changed)

    def begin(self, service: str, code: str = "") -> None:
        """Show a group, with one of its procedures chosen or none."""
        self.service, self.code = service, ""
        self.checklist.clear()
        self._lay_out(code)

    @Slot(str)
    def choose(self, code: str) -> None:
        """Choose a procedure; the same again takes it back."""
        self._lay_out("" if code == self.code else code)

    def _lay_out(self, code: str) -> None:
        procedure = self._shelf.get(code)
        if procedure is None or procedure["service"] != self.service:
            procedure = None
        self.code = code if procedure else ""
        about = procedure or self._source.mirror.services.get(self.service, {})
        self._qr = qr_picture(str(procedure["portal"])) if procedure else ("", 0)
        self.checklist.begin(about.get("documents") or {})
        self.changed.emit()

    def _get_rows(self) -> list[Json]:
        return [row_of(one, self._texts, self.code) for one in self._shelf.of(self.service)]

    def _get_chosen(self) -> str:
        procedure = self._shelf.get(self.code)
        return self._texts.pick(procedure["name"]) if procedure else ""

    def _get_place(self) -> int:
        rows = self._shelf.of(self.service)
        return next((at for at, one in enumerate(rows) if one["code"] == self.code), -1)

    rows = Property(list, _get_rows, notify=changed)
    chosen = Property(str, _get_chosen, notify=changed)
    place = Property(int, _get_place, notify=changed)
    qr = Property(str, lambda self: self._qr[0], notify=changed)
    qrModules = Property(int, lambda self: self._qr[1], notify=changed)
    papers = Property(QObject, lambda self: self.checklist, constant=True)
