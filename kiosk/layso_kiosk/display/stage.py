"""What stands on a board and where: its layouts, and the pictures and films between the calls."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Slot

from layso_kiosk.display.film import Film, FrameProvider
from layso_kiosk.display.layout import for_qml, read_layout
from layso_kiosk.display.playlist import SECONDS, Playlist

FLASH_MS = 3_000
"""As long as a new call flashes nothing else on the board moves."""


class Stage(QObject):
    """Chosen once for a board; `called` and `speaking` make everything else give way."""

    def __init__(
        self, layout: str = "auto", media: Path | None = None, *, seconds: float = SECONDS
    ) -> None:
        """Read the layouts; raise LayoutWrong. `media` is the folder of pictures and films."""
        super().__init__()
        extra = "" if media is None else "-media"
        wide, high = (f"landscape{extra}", f"portrait{extra}")
        if layout != "auto":
            wide = high = layout
        self._wide, self._high = for_qml(read_layout(wide)), for_qml(read_layout(high))
        self.frames = FrameProvider()
        self.film = Film(self.frames)
        self.playlist = Playlist(media, seconds=seconds)
        self._flash = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._flash.timeout.connect(self._flashed)
        self.playlist.changed.connect(self._turn)
        self.film.ended.connect(self.playlist.go_on)
        self.film.faulty.connect(self.playlist.failed)
        self.film.frameChanged.connect(self.playlist.shown)
        self._turn()

    def called(self) -> None:
        """A new call flashes now."""
        self.film.hold(True)
        self.playlist.hold(True)
        self._flash.start()

    def speaking(self, now: bool) -> None:
        """A call is spoken now, or no longer."""
        self.film.duck(now)

    def close(self) -> None:
        """Stop everything."""
        self._flash.stop()
        self.playlist.stop()
        self.film.stop()

    @Slot()
    def _flashed(self) -> None:
        self.film.hold(False)
        self.playlist.hold(False)

    @Slot()
    def _turn(self) -> None:
        now = self.playlist.now_shown
        if now["kind"] == "film":
            self.film.play(now["source"])
        else:
            self.film.stop()

    def _get_wide(self) -> dict[str, Any]:
        return self._wide

    def _get_high(self) -> dict[str, Any]:
        return self._high

    def _get_playlist(self) -> Playlist:
        return self.playlist

    def _get_film(self) -> Film:
        return self.film

    landscape = Property(dict, _get_wide, constant=True)
    portrait = Property(dict, _get_high, constant=True)
    media = Property(QObject, _get_playlist, constant=True)
    screen = Property(QObject, _get_film, constant=True)
