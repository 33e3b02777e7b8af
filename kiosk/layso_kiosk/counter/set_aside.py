"""What the web queue sent and could not be done: tried again, one after the other."""

from typing import Any

from PySide6.QtCore import QObject, Slot

from layso_kiosk.counter.refusals import refusal
from layso_kiosk.counter.station import Station
from layso_kiosk.link.answers import Answer
from layso_kiosk.link.ids import new_id

PATH = "/v1/web/set-aside"


class SetAside(QObject):
    """Only somebody in charge may; the center says so to everybody else."""

    def __init__(self, station: Station) -> None:
        """Try in the name of whoever is signed in at this station."""
        super().__init__()
        self._station = station
        self._left: list[str] = []
        self._done, self._kept, self._why = 0, 0, ""
        self._busy = False

    @Slot()
    def retry(self) -> None:
        """Try everything again, once; says at the end what is left and why."""
        token = self._token()
        if self._busy or token is None:
            return
        self._busy = True
        self._done, self._kept, self._why = 0, 0, ""
        self._station.said.emit(self._station.say("bar.retrying"), "good")
        self._station.link.get(PATH, self._listed, session=token)

    @Slot(object)
    def _listed(self, answer: Answer) -> None:
        if not answer.ok:
            self._stop(answer)
            return
        found = answer.body.get("set_aside")
        known: list[Any] = found if isinstance(found, list) else []
        self._left = [str(one.get("id")) for one in known if isinstance(one, dict)]
        self._next()

    def _next(self) -> None:
        token = self._token()
        if not self._left or token is None:
            self._say()
            return
        path = f"{PATH}/{self._left.pop(0)}/retry"
        self._station.link.post(path, {"id": new_id()}, self._tried, session=token)

    @Slot(object)
    def _tried(self, answer: Answer) -> None:
        if answer.ok or answer.code == "ASIDE_UNKNOWN":
            self._done += 1
        elif answer.reached and answer.status == 409:
            self._kept += 1
            self._why = str((answer.problem or {}).get("why") or "")
        else:
            self._stop(answer)
            return
        self._next()

    def _say(self) -> None:
        self._busy = False
        say = self._station.say
        if self._kept:
            said = say("bar.retried", done=self._done, left=self._kept, why=self._why)
            self._station.said.emit(said.strip(), "warn")
        else:
            self._station.said.emit(say("bar.retried_all"), "good")

    def _stop(self, answer: Answer) -> None:
        self._busy = False
        self._station.said.emit(refusal(self._station, answer), "warn")

    def _token(self) -> str | None:
        session = self._station.session
        return session.token if session else None
