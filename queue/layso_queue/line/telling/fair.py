"""A day's fairness: calls by reason, exceptions, overtakes against what the rule allows."""

from collections import Counter as Tally
from dataclasses import dataclass

from layso_queue.line.states import Reason
from layso_queue.line.telling.calls import Call
from layso_queue.line.telling.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaken:
    """A ticket before which people were called who came later.

    `by_rule` and `by_hand` count people, each once, though she may be called again after a while;
    `allowed` is how many the rule let go first at most; `furthest` is the longest, in ms, that one
    of them had come after it; `wait` (ms) until its own first call, None if it was never called.
    `beyond` holds calls that no rule explains.
    """

    ticket: str
    number: str
    service: str
    by_rule: int
    by_hand: int
    allowed: int
    furthest: int
    wait: int | None
    beyond: tuple[Call, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FairSheet:
    """One day. `exceptions` are the calls that were not by the smallest key, or taken back.

    `taken_back` counts the other moves of tickets that were taken back.
    """

    date: str
    issued: int
    calls: int
    reasons: dict[Reason, int]
    exceptions: tuple[Call, ...]
    overtaken: tuple[Overtaken, ...]
    taken_back: int

    @property
    def unexplained(self) -> tuple[Call, ...]:
        """Return the calls that neither the rule nor a recorded choice explains: none, ever."""
        found = {call.seq: call for one in self.overtaken for call in one.beyond}
        found |= {c.seq: c for c in self.exceptions if c.by_key and c.first is not None}
        return tuple(found[seq] for seq in sorted(found))


def sheet_of(told: Told) -> FairSheet:
    """Return the sheet of a day, over or not."""
    counted = [call for call in told.calls if not call.undone]
    passed: dict[str, list[Call]] = {}
    for call in counted:
        for one in call.passed:
            if one.earlier:
                passed.setdefault(one.ticket, []).append(call)
    overtaken = [_overtaken(told, id, calls) for id, calls in passed.items()]
    overtaken.sort(key=lambda one: (-one.by_hand - one.by_rule, one.number))
    return FairSheet(
        date=told.day.last_date,
        issued=len(told.day.tickets),
        calls=len(counted),
        reasons=dict(Tally(call.reason for call in counted)),
        exceptions=tuple(call for call in told.calls if is_exception(call)),
        overtaken=tuple(overtaken),
        taken_back=len(told.undone - {call.seq for call in told.calls}),
    )


def is_exception(call: Call) -> bool:
    """Say whether a call was not simply the smallest key's: it must carry who and why."""
    return call.undone or not call.by_key or call.first is not None


def _overtaken(told: Told, id: str, calls: list[Call]) -> Overtaken:
    ticket = told.day.tickets[id]
    allowed = told.may_pass.get(id, set())
    by_rule = [call for call in calls if not call.by_hand]
    own = next((call for call in told.calls if call.ticket == id and not call.undone), None)
    return Overtaken(
        ticket=id,
        number=ticket.number,
        service=ticket.service,
        by_rule=len({call.ticket for call in by_rule}),
        by_hand=len({call.ticket for call in calls if call.by_hand}),
        allowed=len(allowed),
        furthest=max(one.by for call in calls for one in call.passed if one.ticket == id),
        wait=None if own is None else own.at - told.issued(id).arrived,
        beyond=tuple(c for c in by_rule if c.by_key and c.ticket not in allowed),
    )
