"""Read frozen dataclasses from JSON data: every value is checked against its type."""

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from layso_queue.sync.events import Event

MOST_INTEGER = 2**53
"""Larger whole numbers do not survive every JSON reader."""

Reader = Callable[[Any], Any]


@lru_cache(maxsize=64)
def reader(hint: Any) -> Reader:
    """Return what turns data into a value of this type; it raises ValueError for anything else."""
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint))
    if isinstance(hint, UnionType):
        inner = reader(next(one for one in get_args(hint) if one is not NoneType))
        return lambda value: None if value is None else inner(value)
    if hint is Event:
        from layso_queue.sync.envelope import read_event

        return read_event
    if is_dataclass(hint):
        return _shape(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return _SIMPLE[hint]


def _tuple(parts: tuple[Any, ...]) -> Reader:
    several = parts[-1] is Ellipsis
    readers = [reader(one) for one in parts if one is not Ellipsis]

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or (not several and len(value) != len(readers)):
            raise ValueError("not a list of the right length")
        if several:
            return tuple(readers[0](one) for one in value)
        return tuple(one(each) for one, each in zip(readers, value, strict=True))

    return read


def _shape(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    parts = [(one.name, reader(hints[one.name]), one.default is MISSING) for one in fields(kind)]

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError("not an object")
        found = {}
        for name, read_part, must in parts:
            if name in value:
                found[name] = read_part(value[name])
            elif must:
                raise ValueError(f"{name} is missing")
        # A name that is not known here was added by a newer program: it is left out, not refused.
        return kind(**found)

    return read


def _whole(value: Any) -> int:
    if type(value) is not int or abs(value) > MOST_INTEGER:
        raise ValueError("not a whole number")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 500:
        raise ValueError("not a text")
    return value


def _bool(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


def _hash(value: Any) -> bytes:
    if not isinstance(value, str) or len(value) != 64:
        raise ValueError("not a hash")
    return bytes.fromhex(value)


_SIMPLE: dict[Any, Reader] = {int: _whole, str: _text, bool: _bool, bytes: _hash}
