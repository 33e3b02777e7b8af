"""The line below the bar: trouble that lasts, or what has just been done with a way back."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from layso_kiosk.counter.alerts import Alerts
from layso_kiosk.counter.lately import TOAST_MS, UNDOABLE, Lately
from layso_kiosk.counter.remedying import Remedying
from layso_kiosk.counter.station import Station
from layso_kiosk.counter.warnings import warned


class Strip(QObject):
    """One sentence at a time; empty when there is nothing to say.

    Trouble with the connection stands as long as it lasts and hides what was said before, and so
    does a question; what the center itself warns of stands when nothing else is said.
    """

    changed = Signal()

    def __init__(
        self, station: Station, remedies: Remedying, alerts: Alerts, *, toast_ms: int = TOAST_MS
    ) -> None:
        """Speak for this station; `remedies` is what can be done about the one of `alerts` that
        it says."""
        super().__init__()
        self._station, self._remedies, self._alerts = station, remedies, alerts
        self._said, self._tone, self._undo = "", "good", False
        self._timer = QTimer(self, singleShot=True, interval=toast_ms)
        self._timer.timeout.connect(self.hide)
        station.changed.connect(self.changed)
        station.said.connect(self.show)
        remedies.changed.connect(self.changed)
        alerts.changed.connect(self.changed)

    @Slot(str, str)
    def show(self, sentence: str, tone: str = "good") -> None:
        """Say a sentence for five seconds; `tone` is good or warn."""
        self._said, self._tone, self._undo = sentence, tone, False
        self._timer.start()
        self.changed.emit()

    @Slot(str, dict)
    def offer_undo(self, act: str, _body: object) -> None:
        """Put the undo button beside what was just said."""
        self._undo = act in UNDOABLE
        self.changed.emit()

    @Slot()
    def hide(self) -> None:
        """Take the sentence away."""
        self._timer.stop()
        self._said, self._undo = "", False
        self.changed.emit()

    def _trouble(self) -> str:
        station = self._station
        if station.link.state != "fresh" and station.link.trouble.get("code") == "NOT_ENROLLED":
            return station.say("refused.NOT_ENROLLED")
        if station.link.state == "connecting":
            return station.say("bar.connecting")
        if station.link.state != "fresh":
            # who pressed while cut off reads that first: the icon tells of the cut as well
            trouble = station.say(f"bar.{station.link.state}", time=station.away_since)
            return self._missed() or trouble
        if station.link.mirror.filled and not station.desk.known:
            return station.say("sign_in.counter_unknown", counter=station.number)
        return station.say("bar.resending") if station.orders.unanswered else ""

    def _missed(self) -> str:
        """Return that a press was not recorded, until the next one is."""
        if not self._station.missed:
            return ""
        act = self._station.say(f"act.{self._station.missed}")
        return self._station.say("bar.missed", act=act)

    def _get_text(self) -> str:
        said = self._trouble() or self._question() or self._said or self._missed()
        if said or not (standing := warned(self._station)):
            return said
        return self._alerts.heading if self._alerts.is_open else standing[0].text

    def _question(self) -> str:
        """Return what is asked here; the list of alerts asks beside its own buttons."""
        return "" if self._alerts.is_open else self._remedies.question

    def _get_tone(self) -> str:
        if self._trouble() or self._question():
            return "warn"
        if self._said:
            return self._tone
        if self._station.missed:
            return "warn"
        standing = warned(self._station)
        return standing[0].tone if standing else "good"

    def _get_remedy(self) -> str:
        if (
            self._trouble()
            or self._alerts.is_open
            or ((self._said or self._station.missed) and not self._question())
        ):
            return ""
        return self._remedies.label(self._remedies.first)

    def _get_all(self) -> str:
        station = self._station
        if self._trouble() or self._get_asking() or station.session is None:
            return ""
        if self._alerts.is_open:
            return station.say("alerts.fold")
        count = len(warned(station))
        return station.say("alerts.count", n=count) if count > 1 else ""

    def _get_asking(self) -> bool:
        return not self._trouble() and bool(self._question())

    def _get_undo(self) -> str:
        if self._get_asking() or self._trouble() or not self._undo or not self._station.session:
            return ""
        what = self._station.undo
        if not isinstance(what, Lately):
            return ""
        return self._station.say(f"undo.{what.what}", number=what.number)

    def _get_icon(self) -> str:
        if self._station.link.state in ("stale", "away"):
            return "wifi-off"
        if self._get_tone() == "info":
            return "info"
        return "circle-check" if self._get_tone() == "good" else "triangle-alert"

    text = Property(str, _get_text, notify=changed)
    tone = Property(str, _get_tone, notify=changed)
    undo = Property(str, _get_undo, notify=changed)
    remedy = Property(str, _get_remedy, notify=changed)
    asking = Property(bool, _get_asking, notify=changed)
    all = Property(str, _get_all, notify=changed)
    icon = Property(str, _get_icon, notify=changed)
