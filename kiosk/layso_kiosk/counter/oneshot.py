"""``layso-counter --send call-next``: one act sent to the open bar, for the desktop's own keys."""

import getpass
import os
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from layso_kiosk.counter.acts import ACT

PATIENCE_MS = 3_000
LONGEST = 64
DONE, REFUSED = "done", "refused"


def socket_name(counter: int) -> str:
    """Return the name of this user's bar for a counter; another user has other names."""
    user = getpass.getuser() if os.name == "nt" else str(os.getuid())
    return f"layso-counter-{user}-{counter}"


class OneShots(QObject):
    """Listens for acts of the same user; `act` does one and returns why not, or nothing."""

    def __init__(self, counter: int, act: Callable[[str], str]) -> None:
        """Listen, unless another bar of this user already does for this counter."""
        super().__init__()
        self._act = act
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._came)
        name = socket_name(counter)
        # Qt would take the name from a living server, and a killed one leaves it behind
        if not _answers(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def listens(self) -> bool:
        """Whether this bar is the one that is spoken to."""
        return self._server.isListening()

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    @Slot()
    def _came(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.setParent(self)
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(self._read)
            if caller.canReadLine():
                self._answer(caller)

    @Slot()
    def _read(self) -> None:
        caller = self.sender()
        if not isinstance(caller, QLocalSocket):
            return
        if caller.canReadLine():
            self._answer(caller)
        elif caller.bytesAvailable() > LONGEST:
            caller.abort()

    def _answer(self, caller: QLocalSocket) -> None:
        name = bytes(caller.readLine(LONGEST).data()).decode("ascii", "replace").strip()
        why = self._act(name) if name in ACT else "?"
        answer = f"{REFUSED} {why}" if why else DONE
        caller.write(answer.encode() + b"\n")
        caller.flush()
        caller.disconnectFromServer()


def _answers(name: str) -> bool:
    probe = QLocalSocket()
    probe.connectToServer(name)
    there = probe.waitForConnected(500)
    probe.abort()
    return there


def send_act(counter: int, act: str, patience_ms: int = PATIENCE_MS) -> str | None:
    """Send an act to the open bar; return "" when it is done, why not, or None if none is open."""
    caller = QLocalSocket()
    caller.connectToServer(socket_name(counter))
    if not caller.waitForConnected(patience_ms):
        return None
    caller.write(act.encode() + b"\n")
    caller.flush()
    while not caller.canReadLine():
        if not caller.waitForReadyRead(patience_ms):
            return None
    answer = bytes(caller.readLine(1_000).data()).decode("utf-8", "replace").strip()
    caller.abort()
    word, _, why = answer.partition(" ")
    return "" if word == DONE else why
