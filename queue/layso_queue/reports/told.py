"""The simulator's answer as text for the terminal."""

import math
from collections.abc import Mapping
from typing import Protocol

from layso_assets.languages import Texts
from layso_queue.reports.columns import columns
from layso_queue.reports.loads import Load
from layso_queue.reports.measured import Measured, Waits

_WAITS = ("service", "people", "mean", "median", "p90", "over", "missed", "left")
_LOADS = ("counter", "serving", "calling", "paused", "free")


class Named(Protocol):
    """A name in each language."""

    @property
    def vi(self) -> str:
        """In Vietnamese."""

    @property
    def en(self) -> str:
        """In English."""


class Teller:
    """Writes figures and sentences in one language."""

    def __init__(self, texts: Texts, names: Mapping[str, Named]) -> None:
        """Take the language, and the services' names by code."""
        self._texts = texts
        self._names = names

    def say(self, key: str, **values: object) -> str:
        """Return a text of the simulator's."""
        return self._texts.say(f"reports.simulate.{key}", **values)

    def named(self, name: Named) -> str:
        """Return a name in the reader's language."""
        return name.en if self._texts.language == "en" else name.vi

    def number(self, value: float, digits: int = 1) -> str:
        """Write a number with the language's own decimal sign; a dash where there is none."""
        if math.isnan(value):
            return "–"
        written = f"{value:.{digits}f}"
        return written.replace(".", ",") if self._texts.language == "vi" else written

    def share(self, value: float) -> str:
        """Write a share as a percentage."""
        return "–" if math.isnan(value) else f"{100 * value:.0f} %"

    def table(self, found: Measured) -> str:
        """Return the waits by service, the counters' hours, and what else is worth a sentence."""
        waits = [
            self._waits(f"{code}  {self.named(self._names[code])}", one)
            for code, one in found.services.items()
        ]
        waits += [
            self._waits(self.say(name), getattr(found, name))
            for name in ("claims", "others", "all")
        ]
        loads = [self._load(number, one) for number, one in found.loads.items()]
        return "\n\n".join(
            [
                columns([self.say(f"column.{name}") for name in _WAITS], waits),
                columns([self.say(f"column.{name}") for name in _LOADS], loads),
                "\n".join(self._sentences(found)),
            ]
        )

    def compare(self, before: Measured, after: Measured) -> str:
        """Return the sentence that says what a change does to the waits."""
        return self.say(
            "faster",
            before=self.number(before.all.mean),
            after=self.number(after.all.mean),
            before_most=self.number(before.all.p90, 0),
            after_most=self.number(after.all.p90, 0),
        )

    def joined(self, changes: list[str]) -> str:
        """Return "if ..., and ..."."""
        told = changes[0]
        for other in changes[1:]:
            told = self.say("and", one=told, other=other)
        return self.say("what_if", changes=told)

    def _sentences(self, found: Measured) -> list[str]:
        passed = "overtakes" if found.overtakes else "never_overtaken"
        lines = [
            self.say(passed, n=found.overtakes),
            self.say("ends", time=clock(found.ends), latest=clock(found.latest)),
        ]
        if found.turned_away:
            lines.append(self.say("turned_away", n=self.number(found.turned_away)))
        return lines

    def _waits(self, name: str, one: Waits) -> list[str]:
        minutes = [self.number(value) for value in (one.people, one.mean, one.median, one.p90)]
        others = [self.number(one.missed), self.number(one.left)]
        return [name, *minutes, self.share(one.over), *others]

    def _load(self, number: int, one: Load) -> list[str]:
        parts = (one.serving, one.calling, one.paused, one.free)
        return [str(number), *(self.share(part) for part in parts)]


def clock(minute: float) -> str:
    """Write a time of day, as in 07:30; the hours go on after midnight."""
    whole = round(minute)
    return f"{whole // 60:02d}:{whole % 60:02d}"
