"""The live feed's socket: opens, listens, beats, notices silence, opens again."""

import json
import random
import time
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtNetwork import QNetworkProxy, QNetworkRequest
from PySide6.QtWebSockets import QWebSocket, QWebSocketProtocol

Json = dict[str, Any]

_LARGEST_FRAME = 16 * 1024 * 1024


@dataclass(frozen=True)
class Pace:
    """Times of the feed, all in milliseconds."""

    heartbeat: int = 5_000
    dead: int = 15_000
    open_within: int = 5_000
    first_pause: int = 500
    last_pause: int = 10_000


class Feed(QObject):
    """One socket at a time; after a loss it comes back by itself, until `stop`.

    `frame` carries each JSON object that came. `lost` carries "unreachable" (could not be
    opened), "refused" (opened by nobody of ours: the handshake failed), "silent" (nothing for
    `dead` ms), "closed" (the other side closed) or "unreadable" (closed by us).
    """

    frame = Signal(dict)
    lost = Signal(str)

    def __init__(self, request: QNetworkRequest, pace: Pace, chance: random.Random) -> None:
        super().__init__()
        self._request, self._pace, self._chance = request, pace, chance
        self._socket: QWebSocket | None = None
        self._open = False
        self._failures = 0
        self._heard = 0.0
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._connect)
        self._opening = QTimer(self, singleShot=True, interval=pace.open_within)
        self._opening.timeout.connect(lambda: self._down("unreachable"))
        self._beat = QTimer(self, interval=min(pace.heartbeat, pace.dead // 3))
        self._beat.timeout.connect(self._on_beat)
        self.seq = 0

    def start(self) -> None:
        """Open the socket; returns at once."""
        self._connect()

    def stop(self) -> None:
        """Close for good; no signal comes any more."""
        self._again.stop()
        self._drop()

    def settled(self) -> None:
        """Note that the feed works: the next loss is retried quickly again."""
        self._failures = 0

    def send(self, frame: Json) -> None:
        """Send one frame; without an open socket it is dropped, the next hello asks anew."""
        if self._socket is not None and self._open:
            self._socket.sendTextMessage(json.dumps(frame, ensure_ascii=False))

    def refuse(self) -> None:
        """Leave a center that cannot be understood, and try again later."""
        self._down("unreadable")

    def retry_now(self) -> None:
        """Do not wait out the pause."""
        if self._again.isActive():
            self._again.stop()
            self._connect()

    @Slot()
    def _connect(self) -> None:
        socket = QWebSocket("", QWebSocketProtocol.Version.VersionLatest, self)
        socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        socket.setMaxAllowedIncomingMessageSize(_LARGEST_FRAME)
        socket.connected.connect(self._opened)
        socket.disconnected.connect(self._closed)
        socket.errorOccurred.connect(self._failed)
        socket.textMessageReceived.connect(self._text)
        socket.binaryMessageReceived.connect(lambda _: self.refuse())
        self._socket = socket
        self._opening.start()
        socket.open(self._request)

    @Slot()
    def _opened(self) -> None:
        self._opening.stop()
        self._open = True
        self._heard = time.monotonic()
        self._beat.start()

    @Slot(str)
    def _text(self, text: str) -> None:
        self._heard = time.monotonic()
        try:
            frame = json.loads(text)
        except (ValueError, RecursionError):
            frame = None
        if isinstance(frame, dict):
            self.frame.emit(frame)
        else:
            self.refuse()

    @Slot()
    def _on_beat(self) -> None:
        if (time.monotonic() - self._heard) * 1000 >= self._pace.dead:
            self._down("silent")
        else:
            now = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(time.time() + 7 * 3600))
            self.send({"type": "heartbeat", "seq": self.seq, "now": f"{now}.000+07:00"})

    @Slot()
    def _closed(self) -> None:
        self._down("closed" if self._open else "refused")

    @Slot()
    def _failed(self) -> None:
        if not self._open:
            self._down("refused" if self._spoke_http() else "unreachable")

    def _spoke_http(self) -> bool:
        # a refused handshake and a refused connection carry the same error in Qt;
        # only the peer tells them apart: it is known once the connection stood
        return self._socket is not None and self._socket.peerPort() > 0

    def _drop(self) -> None:
        self._beat.stop()
        self._opening.stop()
        self._open = False
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.blockSignals(True)
            socket.abort()
            socket.deleteLater()

    def _down(self, why: str) -> None:
        if self._socket is None:
            return
        self._drop()
        pause = min(self._pace.last_pause, self._pace.first_pause * 2 ** min(self._failures, 10))
        self._failures += 1
        # jitter: a center that comes back must not meet all its windows in one instant
        self._again.start(int(pause * self._chance.uniform(0.5, 1.0)))
        self.lost.emit(why)


def feed_url(base: QUrl) -> QUrl:
    """Return the feed's address under the center's `base` address."""
    url = QUrl(base)
    url.setScheme("wss" if base.scheme() == "https" else "ws")
    url.setPath(base.path().rstrip("/") + "/v1/feed")
    return url
