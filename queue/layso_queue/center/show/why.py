"""One paragraph for people: when and why a ticket was called, and who was called before it."""

from collections.abc import Iterator, Mapping

from layso_assets.languages import Texts
from layso_queue.center.show.passing import STRICT_FROM, Passing
from layso_queue.center.stamps import local
from layso_queue.line.states import Channel, TicketState, Undoable
from layso_queue.line.telling import Step, Story, Told, story_of

Names = Mapping[str, str]
"""Names of services by their codes, in the reader's language."""


def why(
    told: Told,
    id: str,
    texts: Texts,
    names: Names,
    promised: tuple[int, int] | None = None,
    now: int | None = None,
) -> str:
    """Return the paragraph about a ticket of the day; raise KeyError for an unknown id.

    `promised` is the range of minutes that the person was told with the number, if it is known;
    `now` (ms) counts for a ticket that still waits.
    """
    story = story_of(told, id, now)
    return " ".join(_Paragraph(told, story, texts, names, promised).sentences())


class _Paragraph:
    def __init__(
        self,
        told: Told,
        story: Story,
        texts: Texts,
        names: Names,
        promised: tuple[int, int] | None,
    ) -> None:
        self._story = story
        self._texts = texts
        self._names = names
        self._promised = promised
        self._passing = Passing(told, texts)
        self._issued = told.issued(story.ticket.id)

    def sentences(self) -> Iterator[str]:
        yield self._began()
        yield from self._adopted()
        yield from self._counts()
        yield self._some("ahead", self._story.ahead)
        yield from self._was_promised()
        told_of_others = False
        for step in self._story.steps:
            yield from self._step(step)
            if step.call and step.call is self._story.first_call:
                yield from self._passing.of(self._story)
                yield from self._kept()
                told_of_others = True
        if self._story.ticket.state is TicketState.WAITING:
            n = self._story.ahead_now or 0
            key = "next" if n == 0 else "one" if n == 1 else "many"
            again = "again_" if self._story.first_call else ""
            yield self._say(f"then.waiting_{again}{key}", n=n, span=self._waited())
        if not told_of_others:
            yield from self._passing.of(self._story)

    def _began(self) -> str:
        ticket = self._story.ticket
        kind = ticket.channel.value
        if ticket.channel is Channel.STAFF and ticket.assisted:
            kind = "assisted"
        slot = self._clock(self._story.slot) if self._story.slot is not None else ""
        return self._say(
            f"issued.{kind}",
            number=ticket.number,
            service=self._names.get(self._issued.service, self._issued.service),
            time=self._clock(self._story.arrived),
            date=f"{local(self._story.arrived):%d/%m/%Y}",
            actor=self._issued.actor,
            slot=slot,
        )

    def _adopted(self) -> Iterator[str]:
        if self._issued.number != self._story.ticket.number:
            yield self._say("issued.adopted", instead=self._issued.number)

    def _counts(self) -> Iterator[str]:
        story = self._story
        counted = self._clock(story.counted_from)
        early = story.arrived - story.counted_from
        if early > 0 and early == story.head_start * 60_000:
            key = "strict" if story.head_start >= STRICT_FROM else "priority"
            yield self._say(
                f"counts.{key}",
                **{"class": self._passing.group(story.ticket.priority)},
                span=self._passing.span(story.head_start),
                counted=counted,
            )
        elif story.slot is not None:
            yield self._say("counts.booking" if early > 0 else "counts.off_time", counted=counted)

    def _was_promised(self) -> Iterator[str]:
        if self._promised is not None:
            low, high = self._promised
            word = "now" if high == 0 else "under" if low == 0 else "range"
            yield self._say(f"promised.{word}", low=low, high=high)

    def _kept(self) -> Iterator[str]:
        if self._promised is None:
            return
        low, high = self._promised
        waited = self._story.waited
        # Half a minute of rounding is no broken promise.
        if waited > high + 1:
            yield self._say("kept.longer", span=self._passing.span(waited - high))
        elif waited < low - 1:
            yield self._say("kept.shorter", span=self._passing.span(low - waited))
        else:
            yield self._say("kept.within")

    def _step(self, step: Step) -> Iterator[str]:
        key = _THEN.get(step.kind)
        if step.call is not None:
            first = step.call is self._story.first_call
            key = f"called.{'' if first else 'again_'}{step.call.reason.value}"
        elif step.kind == "TicketReturned":
            key = f"then.returned_{'kept' if step.kept_place else 'new'}"
        elif step.kind == "TicketTransferred":
            key = f"then.moved_{'service' if step.counter is None else 'counter'}"
        elif key is not None and self._story.first_call is None and key in _UNCALLED:
            key += "_uncalled"
        elif step.kind == "PriorityConfirmed" and step.confirmed is False:
            key = "then.rejected"
        elif step.undone is not None:
            key = _TAKEN_BACK.get(step.undone, f"then.undone_{step.undone.value}")
        if key is None:
            return
        yield self._say(
            key,
            time=self._clock(step.at),
            counter=step.counter,
            actor=step.actor,
            reason=step.reason,
            service=self._names.get(step.service or "", step.service),
            detail=step.call.detail if step.call else "",
            span=self._waited(),
        )

    def _waited(self) -> str:
        return self._passing.span(self._story.waited)

    def _some(self, table: str, n: int) -> str:
        return self._say(f"{table}.{'none' if n == 0 else 'one' if n == 1 else 'many'}", n=n)

    def _clock(self, at: int) -> str:
        return f"{local(at):%H:%M}"

    def _say(self, key: str, **values: object) -> str:
        return self._texts.say(f"reports.why.{key}", **values)


_THEN = {
    "TicketRecalled": "then.recalled",
    "CallUndone": "then.undone",
    "NoShowMarked": "then.no_show",
    "TicketParked": "then.parked",
    "TicketResumed": "then.resumed",
    "ServiceFinished": "then.served",
    "FinishUndone": "then.reopened",
    "TicketCancelled": "then.cancelled",
    "TicketExpired": "then.expired",
}
_TAKEN_BACK = {Undoable.CALL: "then.undone", Undoable.FINISH: "then.reopened"}
_UNCALLED = frozenset({"then.cancelled", "then.expired"})
