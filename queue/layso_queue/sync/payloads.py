"""What each kind of event carries: checked before any effect, by who receives it."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from layso_queue.line.states import BookingState, Channel, Priority, TicketState
from layso_queue.sync.events import Event, Kind
from layso_queue.sync.refusals import SyncRefusal, SyncRefused

MOST_TEXT = 200
"""Letters of any one text of a payload."""

MOST_MS = 8_640_000_000_000
"""A time later than this (the year 2243) is nonsense."""

Check = Callable[[Any], bool]


def _text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= MOST_TEXT


def _word(value: Any) -> bool:
    return _text(value) and value != ""


def _count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= 1_000_000


def _time(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST_MS


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _tree(value: Any) -> bool:
    return isinstance(value, Mapping)


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _one_of(words: type) -> Check:
    known = frozenset(str(word) for word in cast(Any, words))
    return lambda value: isinstance(value, str) and value in known


_BOOKING: dict[str, Check] = {
    "code": _text,
    "service": _word,
    "slot": _time,
    "remote": _flag,
    "priority": _one_of(Priority),
    "language": _text,
    "name": _text,
    "card": _text,
}

_PLACE: dict[str, Check] = {"service": _word, "slot": _time, "remote": _flag}
_CHECKED_IN: dict[str, Check] = {**_PLACE, "ticket": _word, "number": _word}

FIELDS: dict[Kind, dict[str, Check]] = {
    Kind.BOOKING_BOOKED: _BOOKING,
    Kind.BOOKING_CANCELLED: {},
    Kind.BOOKING_RESCHEDULED: {"service": _word, "slot": _time},
    Kind.REMOTE_REQUESTED: _BOOKING,
    Kind.QUOTA_ANSWERED: {"n": _count},
    Kind.TICKET_ISSUED: {
        "number": _word,
        "series": _word,
        "n": _count,
        "day": _word,
        "service": _word,
        "channel": _one_of(Channel),
        "language": _text,
        "key": _time,
        "booking": _text,
    },
    Kind.TICKET_MOVED: {
        "state": _one_of(TicketState),
        "number": _word,
        "service": _word,
        "key": _time,
        "counter": _or_none(_count),
    },
    Kind.BOOKING_CHECKED_IN: _CHECKED_IN,
    Kind.BOOKING_MISSED: _PLACE,
    Kind.BOOKING_ECHOED: {
        **_BOOKING,
        "state": _one_of(BookingState),
        "ticket": _text,
        "number": _text,
    },
    Kind.ECHO_DONE: {"hub": _word},
    Kind.QUOTA_SET: {**_PLACE, "n": _count},
    Kind.CLOSURE_SET: {"service": _text, "from": _time, "to": _time, "reason": _text},
    Kind.CLOSURE_LIFTED: {},
    Kind.REMOTE_GIVEN: _CHECKED_IN,
    Kind.REMOTE_REFUSED: {"why": _word},
    Kind.CATALOGUE_SET: {"document": _tree},
}
"""The fields that must be there. Others may come with them: a newer program says more."""

_WHOSE: dict[str, Check] = {"code": _text, "priority": _one_of(Priority), "language": _text}

MAY_HAVE: dict[Kind, dict[str, Check]] = {
    Kind.TICKET_ISSUED: {"born": _time},
    Kind.TICKET_MOVED: {"to_counter": _or_none(_count)},
    Kind.CLOSURE_SET: {"reason_en": _text},
    Kind.BOOKING_CHECKED_IN: _WHOSE,
    Kind.BOOKING_MISSED: _WHOSE,
    Kind.REMOTE_GIVEN: _WHOSE,
}
"""Fields that came later: an older program says nothing of them."""


def check(event: Event, known: frozenset[Kind]) -> SyncRefused | None:
    """Return why this program cannot read the event, or None; `known` are the kinds it takes."""
    if event.kind not in known:
        return SyncRefused(SyncRefusal.KIND_UNKNOWN, {"kind": event.kind})
    kind, said = Kind(event.kind), event.payload
    must, may = FIELDS[kind].items(), MAY_HAVE.get(kind, {}).items()
    wrong = [name for name, sound in must if name not in said or not sound(said[name])]
    wrong += [name for name, sound in may if name in said and not sound(said[name])]
    if wrong:
        return SyncRefused(SyncRefusal.BAD_PAYLOAD, {"kind": event.kind, "field": wrong[0]})
    return None
