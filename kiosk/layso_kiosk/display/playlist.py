"""Pictures and films in turn on a part of the board. They give way to every call."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImageReader

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".svg"})
FILMS = frozenset({".mp4", ".webm", ".mkv", ".mov", ".avi", ".m4v"})
SECONDS = 12
"""How long a picture stands."""


class MediaMissing(Exception):
    """The folder is not there; the message is its name."""


def found_in(folder: Path) -> list[Path]:
    """Return what can be shown, in the order of the names; raise MediaMissing."""
    if not folder.is_dir():
        raise MediaMissing(str(folder))
    known = PICTURES | FILMS
    return sorted(
        (one for one in folder.iterdir() if one.suffix.lower() in known and one.is_file()),
        key=lambda one: one.name.casefold(),
    )


class Playlist(QObject):
    """`now` is what stands: {"kind": "picture"|"film"|"", "source", "turn"}.

    What cannot be shown is left out for this round: `failed` goes on, and a round of nothing but
    faults shows nothing, until the next look into the folder.
    """

    changed = Signal()

    def __init__(self, folder: Path | None, *, seconds: float = SECONDS) -> None:
        """Show what lies in `folder`, which is looked into again at the end of each round."""
        super().__init__()
        self._folder = folder
        self._round: Sequence[Path] = ()
        self._at = -1
        self._turn = 0
        self._faults = 0
        self._held = False
        self._now: dict[str, Any] = {"kind": "", "source": "", "turn": 0}
        self._wait = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._wait.timeout.connect(self._due)
        if folder is not None:
            self.go_on()

    def hold(self, on: bool) -> None:
        """Change nothing as long as this holds: a call flashes."""
        self._held = on

    @property
    def now_shown(self) -> dict[str, Any]:
        """What stands now, as QML sees it."""
        return self._now

    @Slot()
    def _due(self) -> None:
        if self._held:
            self._wait.start()
        else:
            self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Show the next one."""
        self._at += 1
        if self._at >= len(self._round):
            self._begin_round()
        if not self._round:
            self._show("", "")
            return
        file = self._round[self._at]
        kind = "film" if file.suffix.lower() in FILMS else "picture"
        if kind == "picture" and not QImageReader(str(file)).canRead():
            self.failed()
            return
        self._show(kind, QUrl.fromLocalFile(str(file)).toString())

    @Slot()
    def failed(self) -> None:
        """Leave out what stands now: it does not decode on this PC."""
        self._faults += 1
        if self._faults < len(self._round):
            self.go_on()
        else:
            self._show("", "")

    @Slot()
    def shown(self) -> None:
        """Note that what stands now can be seen."""
        self._faults = 0

    def stop(self) -> None:
        """Show nothing more."""
        self._wait.stop()
        self._round = ()
        self._now = {"kind": "", "source": "", "turn": self._turn}
        self.changed.emit()

    def _begin_round(self) -> None:
        try:
            self._round = found_in(self._folder) if self._folder is not None else []
        except (MediaMissing, OSError):
            # a stick that was pulled out: the board shows the rest, and looks again
            self._round = []
        self._at = 0

    def _show(self, kind: str, source: str) -> None:
        self._turn += 1
        self._now = {"kind": kind, "source": source, "turn": self._turn}
        if kind == "film":
            self._wait.stop()
        else:
            if not kind:
                self._faults, self._at = 0, len(self._round)
            self._wait.start()
        self.changed.emit()

    def _get_now(self) -> dict[str, Any]:
        return self._now

    now = Property(dict, _get_now, notify=changed)
