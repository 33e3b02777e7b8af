"""The button beside an alert: pressed once or, where much hangs on it, twice."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from layso_kiosk.counter.refusals import refusal
from layso_kiosk.counter.remedies import HELP, REMEDIES, Offer, offers
from layso_kiosk.counter.set_aside import SetAside
from layso_kiosk.counter.station import Station
from layso_kiosk.counter.warnings import warned
from layso_kiosk.link.answers import Answer
from layso_kiosk.link.ids import new_id

PATIENCE_MS = 30_000
"""How long the second press is waited for: time to read two sentences."""


class Remedying(QObject):
    """Does what is offered about an alert: the one that stands on the bar, or a named one.

    A question ends with its alert, with its officer's session, with the next act, or in time;
    and, unless all alerts are `listed`, when something worse comes to stand on the bar.
    """

    changed = Signal()
    session_lost = Signal()

    def __init__(
        self, station: Station, set_aside: SetAside, *, patience_ms: int = PATIENCE_MS
    ) -> None:
        """Offer to whoever is signed in at this station."""
        super().__init__()
        self._station, self._set_aside = station, set_aside
        self.listed = False
        self._asked: Offer | None = None
        self._sent: Offer | None = None
        self._timer = QTimer(self, singleShot=True, interval=patience_ms)
        self._timer.timeout.connect(self.leave)
        station.changed.connect(self.look)
        station.said.connect(self._went_on)

    @property
    def question(self) -> str:
        """The sentence that asks for the second press; empty while nothing is asked."""
        return self._station.say(f"remedy_means.{self._asked.name}") if self._asked else ""

    @property
    def asked(self) -> str:
        """The id of the alert that is asked about; empty while nothing is asked."""
        return self._asked.alert if self._asked else ""

    @property
    def first(self) -> Offer | None:
        """What can be done about the alert that stands on the bar."""
        standing = warned(self._station)
        return offers(self._station).get(standing[0].id) if standing else None

    def label(self, offer: Offer | None) -> str:
        """Return what stands on the button of an offer; empty while nothing can be sent."""
        if offer is None or self._sent is not None:
            return ""
        return self._station.say(f"remedy.{'confirm' if offer.same(self._asked) else offer.name}")

    @Slot()
    def look(self) -> None:
        """Look again what is offered; a question about something else is over."""
        now = offers(self._station)
        self._station.offered = bool(now)
        if self._asked is not None:
            about = now.get(self._asked.alert) if self.listed else self.first
            if not self._asked.same(about):
                self.leave()

    @Slot(str)
    def press(self, alert: str = "") -> None:
        """Do it, or ask first what needs to be asked; without an id what stands on the bar."""
        now = offers(self._station).get(alert) if alert else self.first
        if now is None or self._sent is not None:
            return
        if now.remedy.asks and not now.same(self._asked):
            self._asked = now
            self._timer.start()
            self.changed.emit()
            return
        self.leave()
        self._do(now)

    @Slot(result=bool)
    def leave(self) -> bool:
        """Take the question back; say whether there was one."""
        self._timer.stop()
        there, self._asked = self._asked is not None, None
        if there:
            self.changed.emit()
        return there

    @Slot(str, str)
    def _went_on(self, _sentence: str, _tone: str) -> None:
        self.leave()  # what was done meanwhile is to be read, and the question is forgotten

    def _do(self, what: Offer) -> None:
        session = self._station.session
        if not what.remedy.path:
            self._set_aside.retry()
        elif session is not None:
            self._sent, link = what, self._station.link
            if what.remedy.method == "DELETE":
                link.delete(what.path, self._answered, session=session.token)
            else:
                link.post(what.path, {"id": new_id()}, self._answered, session=session.token)
            self.changed.emit()

    @Slot(object)
    def _answered(self, answer: Answer) -> None:
        done, self._sent, station = self._sent, None, self._station
        if done is None:
            return
        if answer.ok:
            self._forget_undo(done)
            station.said.emit(station.say(f"remedy_done.{done.name}", text=done.text), "good")
        else:
            station.said.emit(refusal(station, answer), "warn")
            if answer.code == "SIGN_IN_NEEDED":
                self.session_lost.emit()
        station.refresh()

    def _forget_undo(self, done: Offer) -> None:
        lately = self._station.lately
        if done.remedy is REMEDIES[HELP] and lately is not None and lately.detail == done.alert:
            self._station.lately = None  # the call is over: there is nothing to take back
