"""A plan in words: the table of half hours, what if, and the web places with their reasons."""

from collections.abc import Iterator, Mapping, Sequence
from math import isnan

from layso_assets.languages import Texts
from layso_queue.reports.plan_made import Change, Plan, steps
from layso_queue.reports.plan_places import Offered
from layso_queue.reports.plan_waits import Waited
from layso_queue.reports.screen import on_lines
from layso_queue.reports.told import clock

NOTABLE = 0.5
"""Minutes by which a service's wait must change to be named."""

MOST_NAMED = 4


class PlanWords:
    """Writes a plan in one language."""

    def __init__(self, plan: Plan, texts: Texts, names: Mapping[str, str], center: str) -> None:
        """Take the plan; `names` are the services' by code."""
        self._plan = plan
        self._texts = texts
        self._names = names
        self._center = center

    def lines(self, changes: Sequence[Change], every: bool) -> Iterator[str]:
        """Yield the plan for a terminal; `every` place's sentence, or one for each service."""
        yield from self._head()
        yield ""
        yield self._half_hours(bool(changes))
        yield ""
        yield from self._kept()
        if self._plan.changed is not None:
            yield ""
            yield from self._what_if(changes, self._plan.changed)
        yield ""
        yield from self._web(every)

    def say(self, key: str, **values: object) -> str:
        """Return a text of the plan's."""
        return self._texts.say(f"reports.plan.{key}", **values)

    def minutes(self, value: float | None) -> str:
        """Write minutes; a dash where nobody came."""
        if value is None or isnan(value):
            return "–"
        written = f"{value:.1f}"
        return written.replace(".", ",") if self._texts.language == "vi" else written

    def _head(self) -> Iterator[str]:
        plan = self._plan
        yield self.say("title", date=f"{plan.day:%d/%m/%Y}", center=self._center)
        known = plan.days_known
        yield self.say("assumed" if not known else "learned", n=known)
        yield self.say(
            "expected", people=round(plan.people), busy=round(plan.busy), booked=plan.booked
        )

    def _half_hours(self, with_change: bool) -> str:
        plan = self._plan
        head = ["time", "needed", "open", "counters", "wait", "usual", "usual_wait"]
        head += ["if_wait"] if with_change else []
        rows = []
        for step in steps(plan):
            usual = [d for d in plan.usual_desks if any(a <= step < b for a, b in d.hours)]
            row = [
                clock(step),
                str(plan.roster.needed[step]),
                str(len(plan.roster.open[step])),
                " ".join(str(n) for n in sorted(plan.roster.open[step])),
                self.minutes(plan.roster.waited.of_step(step) if plan.roster.waited else None),
                str(len(usual)),
                self.minutes(plan.usual.of_step(step)),
            ]
            if plan.changed is not None:
                row.append(self.minutes(plan.changed.of_step(step)))
            rows.append(row)
        return on_lines([self.say(f"column.{name}") for name in head], rows)

    def _kept(self) -> Iterator[str]:
        plan = self._plan
        yield self.say("note")
        if plan.roster.holds:
            yield self.say("holds")
        else:
            failing = [
                f"{self._names.get(code, code)} ({', '.join(clock(at) for at in when)})"
                for code, when in plan.roster.failing.items()
            ]
            yield self.say("fails", services="; ".join(failing))
        if plan.roster.waited is not None:
            yield self.say("waits", **self._both(plan.usual, plan.roster.waited))
        usual = sum(b - a for desk in plan.usual_desks for a, b in desk.hours) / 60
        own = sum(len(numbers) for numbers in plan.roster.open.values()) / 2
        yield self.say("hours", own=self.minutes(own), usual=self.minutes(usual))

    def _what_if(self, changes: Sequence[Change], changed: Waited) -> Iterator[str]:
        told = [self._change(*one) for one in changes]
        yield self.say("what_if", change=self.say("change.and").join(told))
        key = "better" if changed.mean < self._plan.usual.mean else "worse"
        yield self.say(key, **self._both(self._plan.usual, changed))
        differ = {
            code: changed.of_service(code) - self._plan.usual.of_service(code)
            for code in self._names
        }
        most = sorted((code for code in differ), key=lambda code: -abs(differ[code]))
        for code in most[:MOST_NAMED]:
            if abs(differ[code]) >= NOTABLE:
                yield self.say(
                    "of_service",
                    service=self._names[code],
                    before=self.minutes(self._plan.usual.of_service(code)),
                    after=self.minutes(changed.of_service(code)),
                )

    def _change(self, counter: int, first: float, last: float) -> str:
        key = "closed" if first >= last else "open"
        if key == "open" and last >= self._plan.spans[-1][1]:
            key = "open_on"
        return self.say(f"change.{key}", counter=counter, first=clock(first), last=clock(last))

    def _web(self, every: bool) -> Iterator[str]:
        plan = self._plan
        yield self.say("web")
        starts = sorted({one.start for one in plan.places})
        found = {(one.service, one.start): one for one in plan.places}
        rows = [
            [
                self._names.get(code, code),
                *(str(found[code, start].places) for start in starts),
                str(sum(found[code, start].places for start in starts)),
            ]
            for code in self._names
            if (code, starts[0]) in found
        ]
        yield on_lines([self.say("column.service"), *map(clock, starts), self.say("sum")], rows)
        yield ""
        for code in self._names:
            own = [one for one in plan.places if one.service == code]
            for one in own if every else sorted(own, key=_telling)[:1]:
                yield self._place(one)
        walked = plan.with_places.walk_ins
        mean = sum(walked) / len(walked) if walked else 0.0
        yield self.say("tried", wait=self.minutes(mean))

    def _place(self, one: Offered) -> str:
        key, values = one.sentence
        said = self.say(f"places.{key}", **values, time=clock(one.start))
        return f"{self._names.get(one.service, one.service)}: {said}"

    def _both(self, before: Waited, after: Waited) -> dict[str, str]:
        return {
            "before": self.minutes(before.mean),
            "after": self.minutes(after.mean),
            "before_most": f"{before.p90:.0f}",
            "after_most": f"{after.p90:.0f}",
        }


def _telling(one: Offered) -> tuple[bool, bool, float]:
    """Order the hours of a service: those with places and the formula's sentence come first."""
    return (one.places == 0, one.cut, one.start)
