"""Say who was called before somebody, and by which rule or whose hand."""

from collections.abc import Iterator

from layso_assets.languages import Texts
from layso_queue.center.stamps import local
from layso_queue.line.order import MINUTE
from layso_queue.line.states import Priority, Reason
from layso_queue.line.telling import Call, Story, Told

MOST = 6
"""Others that are named one by one; more are counted."""

STRICT_FROM = 1440
"""Minutes of head start from which on people are told "always first"."""


class Passing:
    """Sentences about those who went first."""

    def __init__(self, told: Told, texts: Texts) -> None:
        """Take the day and the reader's texts."""
        self._told = told
        self._texts = texts

    def of(self, story: Story) -> Iterator[str]:
        """Say who came later, or ranked after, and was called before this ticket."""
        id = story.ticket.id
        later = [c for c in story.before if any(p.ticket == id and p.earlier for p in c.passed)]
        ranked = [call for call in story.before if call not in later]
        if not story.before:
            yield self._say("before.none" if story.first_call else "before.none_yet")
        if later:
            yield self._listed("one" if len(later) == 1 else "many", later)
        if ranked:
            yield self._listed("ranked_one" if len(ranked) == 1 else "ranked_many", ranked)

    def one(self, call: Call) -> str:
        """Say when and by what rule or hand one call was made."""
        key, detail, actor = call.reason.value, call.detail, call.actor
        head = self._told.day.opened_plan.rules.head_start(self._priority(call))
        if call.sent_by and call.reason is not Reason.PICKED:
            key, detail, actor = "sent", call.sent_for, call.sent_by
        elif call.reason is Reason.PRIORITY and head >= STRICT_FROM:
            key = "priority_strict"
        return self._say(
            f"before.{key}",
            number=call.number,
            arrived=f"{local(call.arrived):%H:%M}",
            time=f"{local(call.at):%H:%M}",
            detail=detail,
            actor=actor,
            counter=call.counter,
            span=self.span(head),
            **{"class": self.group(self._priority(call))},
        )

    def group(self, priority: Priority) -> str:
        """Return the name of a priority class; nothing for none."""
        return "" if priority is Priority.NONE else self._say(f"class.{priority.value}")

    def span(self, minutes: int) -> str:
        """Say a length of time in minutes, or in hours where they are whole."""
        if minutes and minutes % 60 == 0:
            n = minutes // 60
            return self._say("hour" if n == 1 else "hours", n=n)
        key = "moment" if minutes < 1 else "minute" if minutes == 1 else "minutes"
        return self._say(key, n=minutes)

    def span_ms(self, ms: int) -> str:
        """Say a length of time given in ms."""
        return self.span(round(ms / MINUTE))

    def _listed(self, key: str, calls: list[Call]) -> str:
        parts = [self.one(call) for call in calls[:MOST]]
        if len(calls) > MOST:
            parts.append(self._say("before.more", n=len(calls) - MOST))
        return self._say(f"before.{key}", n=len(calls), list="; ".join(parts))

    def _priority(self, call: Call) -> Priority:
        return self._told.day.tickets[call.ticket].priority

    def _say(self, key: str, **values: object) -> str:
        return self._texts.say(f"reports.why.{key}", **values)
