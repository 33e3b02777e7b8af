"""What the kiosk must not forget: numbers asked for, and those it gave out by itself."""

from datetime import date
from pathlib import Path
from typing import Any

from layso_kiosk.link.emergency import EmergencyRun, Step
from layso_kiosk.link.journal import Journal
from layso_kiosk.link.slips import Slips, slip_of

Json = dict[str, Any]

_LONG = 4000
"""Records after which a journal is begun anew with what still matters."""


class KioskBook:
    """The journal, read as facts. Every method that writes may raise JournalUnwritable.

    `unanswered` are tickets that were asked for and neither answered nor given an emergency
    number: nobody holds them. `to_hand_over` are emergency tickets that the center has not
    acknowledged, oldest first. Both by ticket id. `slips` are the numbers of today that people
    hold.
    """

    def __init__(self, folder: Path, letter: str, most: int = 50) -> None:
        """Open it for the series `letter`, e.g. "Z1". Raises FolderInUse, JournalUnwritable."""
        self.letter = letter
        self.run = EmergencyRun(most)
        self.unanswered: dict[str, Json] = {}
        self.to_hand_over: dict[str, Json] = {}
        self.slips = Slips()
        self._given: dict[str, str] = {}
        self._center_day = ""
        self._journal = Journal(folder)
        for record in self._journal.records:
            self._fold(record)
        if len(self._journal.records) > _LONG:
            self._journal.rewrite(self._what_matters())
        self._journal.records.clear()  # folded; they would stay in memory for months

    def close(self) -> None:
        """Let the data folder go."""
        self._journal.close()

    @property
    def damaged(self) -> int:
        """Lines of the journal that could not be read."""
        return self._journal.damaged

    def ask(self, body: Json, now_ms: int) -> None:
        """Note that a ticket is asked for; `body` is what is sent, "id" included."""
        self._write({"kind": "asked", "id": body["id"], "at": now_ms, "body": body})

    def answered(self, ticket: str, word: str, now_ms: int, told: Json | None = None) -> None:
        """Note the center's answer: the number with its ticket, or the code of the refusal."""
        record = {"kind": "answered", "id": ticket, "at": now_ms, "word": word}
        slip = slip_of(told) if told is not None else None
        self._write(record if slip is None else {**record, "slip": slip})

    def took(self, told: Json, now_ms: int) -> None:
        """Note a ticket that was not asked for here as such: a booking was checked in."""
        slip = slip_of(told)
        if slip is not None and slip["id"] not in self.slips:
            self._write({"kind": "took", "at": now_ms, "slip": slip})

    def give_emergency(self, body: Json, issued_at: str, now_ms: int) -> str:
        """Give a number of our own, e.g. "Z1-07"; the same ticket id gets the same number.

        It stands on the disk when this returns. Raises EmergencyLimit.
        """
        if body["id"] in self._given:
            return self._given[body["id"]]
        step = self.run.next(now_ms)
        number = f"{self.letter}-{step.n:02d}"
        ticket = {key: body[key] for key in ("id", "service", "priority", "dossiers", "language")}
        ticket |= {"number": number, "issued_at": issued_at}
        self._write(
            {"kind": "emergency", "at": now_ms, "ticket": ticket}
            | {"n": step.n, "day": step.day.isoformat(), "unsure": step.unsure}
        )
        return number

    def handed_over(self, ids: list[str], answer: list[Json], now_ms: int) -> None:
        """Note that the center has these, and what it made of them."""
        told = {one.get("id"): one.get("number") for one in answer}
        about = {ticket: told.get(ticket) for ticket in ids}
        self._write({"kind": "handed_over", "at": now_ms, "numbers": about})

    def set_aside(self, ticket: str, code: str, now_ms: int) -> None:
        """Note that the center refuses this one for good; staff are told."""
        self._write({"kind": "set_aside", "id": ticket, "at": now_ms, "code": code})

    def heard_day(self, day: date, now_ms: int) -> None:
        """Note the center's date; written only when it is news."""
        if day.isoformat() != self._center_day:
            self._write({"kind": "day", "day": day.isoformat(), "at": now_ms})

    def _write(self, record: Json) -> None:
        self._journal.append(record)
        self._fold(record)

    def _fold(self, record: Json) -> None:
        match record["kind"]:
            case "asked":
                self.unanswered[record["id"]] = record["body"]
            case "answered":
                self.unanswered.pop(record["id"], None)
                if "slip" in record:
                    self.slips.add(record["slip"])
            case "took":
                self.slips.add(record["slip"])
            case "emergency":
                ticket = record["ticket"]
                self.unanswered.pop(ticket["id"], None)
                self.to_hand_over[ticket["id"]] = ticket
                self._given[ticket["id"]] = ticket["number"]
                self._take(record)
            case "handed_over":
                for done, number in record["numbers"].items():
                    ticket = self.to_hand_over.pop(done, None)
                    if ticket is not None:
                        held = number or ticket["number"]
                        self.slips.add({**ticket, "number": held, "channel": "emergency"})
            case "set_aside":
                self.to_hand_over.pop(record["id"], None)
            case "day":
                self._center_day = record["day"]
                self.run.heard_day(date.fromisoformat(record["day"]), record["at"])
            case "series":
                self._take(record)

    def _take(self, record: Json) -> None:
        self.run.take(Step(record["n"], date.fromisoformat(record["day"]), record["unsure"]))

    def _what_matters(self) -> list[Json]:
        kept: list[Json] = []
        for asked, body in self.unanswered.items():
            kept.append({"kind": "asked", "id": asked, "at": 0, "body": body})
        kept += [{"kind": "took", "at": 0, "slip": slip} for slip in self.slips]
        step = self.run.step
        if step is None:
            return kept
        stands = {"n": step.n, "day": step.day.isoformat(), "unsure": step.unsure}
        for ticket in self.to_hand_over.values():
            kept.append({"kind": "emergency", "at": 0, "ticket": ticket, **stands})
        return [*kept, {"kind": "series", **stands}]
