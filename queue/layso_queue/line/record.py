"""Events as plain records for the journal, and back; equal events give equal bytes."""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from layso_queue.line import events
from layso_queue.line.events import Event, TicketEvent

Record = dict[str, Any]
_Reader = Callable[[Any], Any]


class RecordUnreadable(Exception):
    """A journal record is not one of ours: it was damaged, or written by a newer version."""


def to_record(event: Event) -> Record:
    """Return the event as JSON-ready data; "kind" is its class, empty defaults stay in."""
    record: Record = {"kind": type(event).__name__}
    for name in event.__dataclass_fields__:
        record[name] = _plain(getattr(event, name))
    return record


def from_record(record: Mapping[str, Any]) -> Event:
    """Return the event that `to_record` wrote; raise RecordUnreadable for anything else."""
    try:
        kind = _kinds()[record["kind"]]
        values = _fields({name: record[name] for name in record if name != "kind"}, _readers(kind))
    except (KeyError, TypeError, ValueError) as fault:
        raise RecordUnreadable(f"{type(fault).__name__}: {fault}") from fault
    return kind(**values)  # type: ignore[no-any-return]


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, str | int):
        return value
    return {one: _plain(getattr(value, one)) for one in value.__dataclass_fields__}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Any]:
    found = vars(events).values()
    facts = [one for one in found if isinstance(one, type) and issubclass(one, Event)]
    return {one.__name__: one for one in facts if one not in (Event, TicketEvent)}


@lru_cache(maxsize=64)
def _readers(kind: Any) -> tuple[tuple[str, _Reader], ...]:
    hints = get_type_hints(kind)
    return tuple((name, _reader(hints[name])) for name in kind.__dataclass_fields__)


def _fields(value: Any, readers: tuple[tuple[str, _Reader], ...]) -> dict[str, Any]:
    if len(value) != len(readers):
        raise ValueError("a field too many or too few")
    return {name: read(value[name]) for name, read in readers}


def _reader(hint: Any) -> _Reader:
    if get_origin(hint) is tuple:
        one = _reader(get_args(hint)[0])
        several = _exactly(list)
        return lambda value: tuple(one(each) for each in several(value))
    if isinstance(hint, UnionType):
        inner = _reader(next(arg for arg in get_args(hint) if arg is not NoneType))
        return lambda value: None if value is None else inner(value)
    if isinstance(hint, type) and is_dataclass(hint):
        shape: Any = hint
        readers = _readers(shape)
        return lambda value: shape(**_fields(value, readers))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return _exactly(hint)


def _exactly(kind: type) -> _Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not {kind.__name__}")
        return value

    return read
