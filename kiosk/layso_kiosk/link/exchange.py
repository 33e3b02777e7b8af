"""One request on its way to the center: tried again with the same bytes until it is answered."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QTimer, Slot
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from layso_kiosk.link.answers import Answer, read_answer, unreachable

OnAnswer = Callable[[Answer], None]

_TRY_MS = 4000
_FIRST_PAUSE_MS = 150
_LAST_PAUSE_MS = 2000
_AGAIN = frozenset({502, 504})


class Exchange(QObject):
    """Sends, waits, sends again; calls `on_answer` once, from the event loop, never twice.

    A lost answer is asked for again with the same body, and so with the same id: the center
    answers it, nothing happens twice. After `patience_ms` the answer is `unreachable()`.
    """

    def __init__(
        self,
        net: QNetworkAccessManager,
        request: QNetworkRequest,
        verb: bytes,
        body: bytes,
        patience_ms: int,
        on_answer: OnAnswer,
    ) -> None:
        super().__init__(net)
        self._net, self._request, self._verb, self._body = net, request, verb, body
        self._on_answer: OnAnswer | None = on_answer
        self._reply: QNetworkReply | None = None
        self._pause_ms = _FIRST_PAUSE_MS
        self._last: Answer | None = None
        request.setTransferTimeout(min(_TRY_MS, patience_ms))
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._send)
        self._deadline = QTimer(self, singleShot=True, interval=patience_ms)
        self._deadline.timeout.connect(self._give_up)

    def start(self) -> None:
        """Send for the first time."""
        self._deadline.start()
        self._send()

    def cancel(self) -> None:
        """Forget it: `on_answer` is not called any more."""
        self._on_answer = None
        self._finish(None)

    @Slot()
    def _send(self) -> None:
        reply = self._net.sendCustomRequest(
            self._request, QByteArray(self._verb), QByteArray(self._body)
        )
        self._reply = reply
        reply.finished.connect(self._received)

    @Slot()
    def _received(self) -> None:
        reply, self._reply = self._reply, None
        if reply is None:
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        cut = status is not None and _was_cut(reply)
        raw = bytes(reply.readAll().data())
        retry_after = bytes(reply.rawHeader("Retry-After").data())
        reply.deleteLater()
        if status is None or cut:
            self._later(self._pause_ms)
            return
        answer = read_answer(int(status), raw, retry_after.decode("ascii", "replace").strip())
        if answer.status in _AGAIN:
            self._last = answer
            self._later(self._pause_ms)
        elif answer.status == 503:
            self._last = answer
            self._later(max(self._pause_ms, (answer.retry_after_s or 0) * 1000))
        else:
            self._finish(answer)

    def _later(self, pause_ms: int) -> None:
        self._pause_ms = min(_LAST_PAUSE_MS, self._pause_ms * 2)
        if pause_ms < self._deadline.remainingTime():
            self._again.start(pause_ms)
        elif self._last is not None:
            self._finish(self._last)  # it is busy and says for how long: no use in waiting

    @Slot()
    def _give_up(self) -> None:
        self._finish(self._last or unreachable())

    def _finish(self, answer: Answer | None) -> None:
        self._deadline.stop()
        self._again.stop()
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.finished.disconnect(self._received)
            reply.abort()
            reply.deleteLater()
        on_answer, self._on_answer = self._on_answer, None
        self.deleteLater()
        if on_answer is not None and answer is not None:
            on_answer(answer)


def _was_cut(reply: QNetworkReply) -> bool:
    """Return whether the connection broke after the status line, in the middle of the body."""
    return reply.error() in (
        QNetworkReply.NetworkError.RemoteHostClosedError,
        QNetworkReply.NetworkError.OperationCanceledError,
        QNetworkReply.NetworkError.TimeoutError,
        QNetworkReply.NetworkError.TemporaryNetworkFailureError,
    )
