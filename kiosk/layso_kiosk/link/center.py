"""The one connection to the center: its day comes in, commands go out."""

import random
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from layso_kiosk.link.answers import UNREACHABLE, UNREADABLE, Answer
from layso_kiosk.link.exchange import OnAnswer
from layso_kiosk.link.feed import Feed, Pace, feed_url
from layso_kiosk.link.mirror import DayMirror, Gap, Unreadable
from layso_kiosk.link.requests import PATIENCE_MS, Requests

Json = dict[str, Any]

CONNECTING, FRESH, STALE, AWAY = "connecting", "fresh", "stale", "away"
"""Not yet heard; live; just lost, trying again; out of reach."""

_TROUBLE = {"unreadable": UNREADABLE, "unreachable": UNREACHABLE, "refused": UNREACHABLE}


class CenterLink(QObject):
    """Holds `mirror` right and carries requests; nothing here ever waits.

    `state` is one of the four words above. While it is not "fresh" the mirror keeps the last
    good data. `trouble` says why as a problem ({"code": ...}, for `answers.sentence`), empty
    while all is well. `language` is asked for in every request. `close` before the end.
    `prints`, set before `start`, says that slips may be sent here; `ordered` brings each.
    """

    stateChanged = Signal()
    changed = Signal(object)
    ordered = Signal(dict)

    def __init__(
        self,
        base: str,
        token: str,
        *,
        language: str = "vi",
        pace: Pace | None = None,
        chance: random.Random | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._requests = Requests(base, token, language, self)
        self.mirror = DayMirror()
        self.state = CONNECTING
        self.trouble: Json = {}
        self.role = ""
        self.prints = False
        self._last_seq = 0
        self._waiting_for_snapshot = True
        self._asking_why = False
        request = self._requests.request(feed_url(QUrl(base)))
        self._feed = Feed(request, pace or Pace(), chance or random.Random())
        self._feed.setParent(self)
        self._feed.frame.connect(self._frame)
        self._feed.lost.connect(self._lost)

    @property
    def language(self) -> str:
        """The language that answers are asked for in, "vi" or "en"."""
        return self._requests.language

    @language.setter
    def language(self, language: str) -> None:
        self._requests.language = language

    def start(self) -> None:
        """Begin to connect; returns at once."""
        self._feed.start()

    def close(self) -> None:
        """Stop for good: no signal and no `on_answer` comes any more."""
        self._feed.stop()
        self._requests.close()

    def post(
        self,
        path: str,
        body: Json,
        on_answer: OnAnswer,
        session: str | None = None,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        """Send a command that carries its own "id"; sent again with it if the answer is lost."""
        self._requests.send("POST", path, body, on_answer, session, patience_ms)

    def get(
        self,
        path: str,
        on_answer: OnAnswer,
        patience_ms: int = PATIENCE_MS,
        session: str | None = None,
    ) -> None:
        """Ask for something; see `Exchange` for what silence becomes."""
        self._requests.send("GET", path, None, on_answer, session, patience_ms)

    def delete(self, path: str, on_answer: OnAnswer, session: str | None = None) -> None:
        """Take something back, e.g. a staff session."""
        self._requests.send("DELETE", path, None, on_answer, session, PATIENCE_MS)

    @Slot(dict)
    def _frame(self, frame: Json) -> None:
        kind = frame.get("type")
        try:
            if kind == "hello":
                self._hello(frame)
            elif kind == "snapshot":
                self._snapshot(frame)
            elif kind == "delta":
                self._delta(frame)
            elif kind == "print":
                self.ordered.emit(frame)
            elif kind == "problem":
                self.trouble = {"code": UNREADABLE, **frame}
            elif kind != "heartbeat":
                raise Unreadable
        except Unreadable:
            self._feed.refuse()

    def _hello(self, frame: Json) -> None:
        epoch, last = frame.get("epoch"), frame.get("last_seq")
        if not isinstance(epoch, str) or not isinstance(last, int):
            raise Unreadable
        self.role, self._last_seq = str(frame.get("role", "")), last
        if epoch == self.mirror.epoch and self.mirror.seq <= last:
            self._waiting_for_snapshot = False
            self._send({"type": "resume", "epoch": epoch, "seq": self.mirror.seq})
            self._settle()
        else:
            self._ask_snapshot()

    def _ask_snapshot(self) -> None:
        self._waiting_for_snapshot = True
        self._send({"type": "start"})

    def _send(self, frame: Json) -> None:
        self._feed.send(frame | {"prints": True} if self.prints else frame)

    def _snapshot(self, frame: Json) -> None:
        day = frame.get("day")
        if not isinstance(day, dict):
            raise Unreadable
        # the frame's own epoch and seq are what the next delta continues from
        parts = self.mirror.take_snapshot(
            {**day, "epoch": frame.get("epoch"), "seq": frame.get("seq")}
        )
        self._waiting_for_snapshot = False
        self._settle()
        self.changed.emit(parts)

    def _delta(self, frame: Json) -> None:
        if self._waiting_for_snapshot:
            return  # on its way before our "start" was read; the snapshot holds it
        try:
            parts = self.mirror.take_delta(frame)
        except Gap:
            self._ask_snapshot()
            return
        self._settle()
        if parts:
            self.changed.emit(parts)

    def _settle(self) -> None:
        self._feed.seq = self.mirror.seq
        if self.mirror.seq >= self._last_seq:
            self._feed.settled()
            self.trouble = {}
            self._become(FRESH)

    @Slot(str)
    def _lost(self, why: str) -> None:
        if why in _TROUBLE and not (why == "refused" and self.trouble):
            self.trouble = {"code": _TROUBLE[why]}
        elif not self.trouble:
            self.trouble = {"code": UNREACHABLE}
        if why == "refused" and not self._asking_why:
            self._asking_why = True
            self.get("/v1/day", self._told_why, patience_ms=3_000)
        self._become(STALE if self.state == FRESH else AWAY)

    def _told_why(self, answer: Answer) -> None:
        # a refused handshake has no body that Qt shows; the same door over HTTP has one
        self._asking_why = False
        if self.state != FRESH and answer.problem is not None:
            self.trouble = answer.problem
            self.stateChanged.emit()

    def _become(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.stateChanged.emit()
