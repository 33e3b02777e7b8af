"""Have words spoken by espeak-ng in a process of its own, while the window goes on."""

import logging
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Slot

from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.announcement import Say
from layso_kiosk.look.sound.pack import words_of

PATIENCE_MS = 4000
COMMAND = (sys.executable, "-m", "layso_kiosk.look.sound.espeak")
_log = logging.getLogger(__name__)

Made = Callable[[Say, "waves.Samples[int]"], None]


class Synthesiser(QObject):
    """Makes clips that no pack has, one after the other; what fails is logged and skipped."""

    def __init__(self, command: Sequence[str] = COMMAND, patience_ms: int = PATIENCE_MS) -> None:
        """Take the command that is given a language and a text, and the time it may take."""
        super().__init__()
        self._command = tuple(command)
        self._waiting: list[Say] = []
        self._made: Made = lambda _part, _samples: None
        self._then: Callable[[], None] | None = None
        self._process: QProcess | None = None
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.setInterval(patience_ms)
        self._watch.timeout.connect(self._give_up)

    def make(self, parts: Sequence[Say], made: Made, then: Callable[[], None]) -> None:
        """Speak every part, hand each clip to `made` and call `then` at the end, always once."""
        self._waiting, self._made, self._then = list(parts), made, then
        self._next()

    def stop(self) -> None:
        """Forget what is left; `then` is not called any more."""
        self._waiting, self._then = [], None
        self._end_process()

    def _next(self) -> None:
        if not self._waiting:
            then, self._then = self._then, None
            if then is not None:
                then()
            return
        part = self._waiting[0]
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        self._process = process
        self._watch.start()
        program, *arguments = self._command
        process.start(program, [*arguments, part.language, words_of(part)])

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._ended()

    @Slot()
    def _give_up(self) -> None:
        if self._process is not None:
            self._process.kill()  # its `finished` follows

    @Slot()
    def _ended(self) -> None:
        if self._process is None or not self._waiting:
            return
        part = self._waiting.pop(0)
        good = self._process.exitStatus() == QProcess.ExitStatus.NormalExit
        raw = bytes(self._process.readAllStandardOutput().data())
        if good and self._process.exitCode() == 0 and len(raw) > 1:
            self._made(part, waves.from_bytes(raw))
        else:
            _log.warning("cannot speak %r in %s", part.key, part.language)
        self._end_process()
        self._next()

    def _end_process(self) -> None:
        self._watch.stop()
        process, self._process = self._process, None
        if process is not None:
            if process.state() != QProcess.ProcessState.NotRunning:
                process.kill()
                process.waitForFinished(1000)
            process.deleteLater()
