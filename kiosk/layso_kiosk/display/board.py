"""The hall board's view-model: everything QML shows, computed from the center's day."""

import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.display import calls as of_calls
from layso_kiosk.display import wording
from layso_kiosk.display.center_time import CenterTime
from layso_kiosk.display.freshness import Freshness
from layso_kiosk.display.listing import counter_rows, desk_facts, service_rows
from layso_kiosk.display.rows import Rows
from layso_kiosk.look.clock import WallClock
from layso_kiosk.look.texts import ScreenTexts

HIGHLIGHT_S = 20.0


class Board(QObject):
    """Shows numbers, never names.

    `take` gives it a day, `link` the state of the connection, `tick` time; `called` carries each
    new call exactly once, in the order of the calls, for the voice and the pilot.
    """

    changed = Signal()
    called = Signal(object)
    calledOff = Signal(object)
    """Calls, by their seq, that were taken back: what has not been said of them is not said."""

    def __init__(
        self,
        texts: ScreenTexts,
        *,
        services: frozenset[str] = frozenset(),
        counter: int | None = None,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """Show only some services' lines, counters and calls, or all; `steady` in seconds.

        With `counter` it is the sign of that counter alone, whose calls are the only ones.
        """
        super().__init__()
        self._counter = counter
        self._texts, self._services, self._steady = texts, services, steady
        self._day: Mapping[str, Any] = {}
        self._time = CenterTime(steady)
        self._book, self._fresh = of_calls.CallBook(), Freshness()
        self._trouble = ""
        self._stale = False
        self._lit_until: dict[int, float] = {}
        self._counters, self._recent, self._lines = Rows(), Rows(), Rows()
        self._facts: dict[str, Any] = {}
        self._clock = WallClock(texts, self._time.now)
        texts.changed.connect(self._retell)
        self._retell()

    def take(self, day: Mapping[str, Any]) -> None:
        """Show this day (the center's snapshot); tell the calls that were not told yet."""
        self._time.hear(day)
        gone = of_calls.taken_back(self._day.get("calls", []), day["calls"])
        self._day = day
        news = self._book.news(
            day["calls"],
            {int(call["seq"]): self._time.age_s(str(call["at"])) for call in day["calls"]},
        )
        news = of_calls.of_counter(of_calls.of_services(news, self._services), self._counter)
        for call in news:
            self._lit_until[int(call["seq"])] = self._steady() + HIGHLIGHT_S
        self._clock.renew()
        self._retell()
        if gone:
            self.calledOff.emit(gone)
        for call in news:
            self.called.emit(call)

    def link(self, state: str, trouble: str = "") -> None:
        """Note the connection's state and the code of its trouble."""
        self._fresh.link(state, self._steady())
        self._trouble = trouble
        self.tick()

    @Slot()
    def tick(self) -> None:
        """Let time pass: highlights end, silence becomes stale. Call it a few times a second."""
        at = self._steady()
        self._lit_until = {seq: until for seq, until in self._lit_until.items() if until > at}
        self._stale = self._fresh.stale(at)
        self._retell()

    def lit_numbers(self) -> set[str]:
        """Return the numbers that were called a moment ago, of any service."""
        calls = self._day.get("calls", [])
        return {str(call["number"]) for call in calls if int(call["seq"]) in self._lit_until}

    @Slot()
    def _retell(self) -> None:
        calls = of_calls.of_services(self._day.get("calls", []), self._services)
        calls = of_calls.of_counter(calls, self._counter)
        state = self._state_facts(calls)
        earlier = of_calls.recent(calls, after_newest=state["mode"] == "call")
        self._recent.take([self._call_row(call) for call in earlier])
        lit = {str(call["number"]) for call in calls if int(call["seq"]) in self._lit_until}
        self._counters.take(counter_rows(self._day, self._services, lit, self._texts))
        self._lines.take(service_rows(self._day, self._services, self._texts))
        facts = {**state, **self._header_facts(), "desk": {}}
        if self._counter is not None:
            facts["desk"] = desk_facts(self._day, self._counter, lit, self._texts)
        if facts != self._facts:
            self._facts = facts
            self.changed.emit()

    def _call_row(self, call: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "number": str(call["number"]),
            "counter": str(call["counter"]),
            "seq": int(call["seq"]),
            "lit": int(call["seq"]) in self._lit_until,
        }

    def _state_facts(self, calls: list[of_calls.Call]) -> dict[str, Any]:
        newest = self._call_row(calls[0]) if calls else {}
        if not self._day:
            title, sentence = wording.away_words(self._trouble, self._texts)
            return {"mode": "away", "title": title, "sentence": sentence, "call": {}}
        day = self._day["day"]
        if day.get("state") == "closed" and not newest.get("lit"):
            title, sentence = wording.closed_words(day, self._time.now(), self._texts)
            icon = wording.CLOSED_ICONS.get(str(day.get("closed_reason")), "moon")
            return {
                "mode": "closed",
                "title": title,
                "sentence": sentence,
                "icon": icon,
                "call": {},
            }
        if not newest:
            title, sentence = (
                self._texts.say(f"display.empty.{word}") for word in ("title", "sentence")
            )
            return {"mode": "empty", "title": title, "sentence": sentence, "call": {}}
        return {"mode": "call", "title": "", "sentence": "", "call": newest}

    def _header_facts(self) -> dict[str, Any]:
        center = self._day.get("center", {})
        lost = self._stale and bool(self._day)
        since = self._time.now() - timedelta(seconds=self._fresh.lost_for(self._steady()))
        notices = [self._texts.pick(notice["text"]) for notice in self._day.get("notices", [])]
        return {
            "center": self._texts.pick(center.get("name", {})),
            "province": self._texts.pick(center.get("province", {})),
            "stale": lost,
            "stale_words": wording.lost_words(since, self._texts) if lost else "",
            "notices": notices or [self._texts.say("display.ticker.hint")],
            "waiting": sum(row["waiting"] for row in self._lines.rows),
        }

    facts = Property(dict, lambda self: self._facts, notify=changed)
    clock = Property(QObject, lambda self: self._clock, constant=True)
    counters = Property(QObject, lambda self: self._counters, constant=True)
    recent = Property(QObject, lambda self: self._recent, constant=True)
    services = Property(QObject, lambda self: self._lines, constant=True)
