"""Events survive the journal byte for byte; what is not ours is unreadable, and nothing worse."""

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layso_queue.line import events, from_record, to_record
from layso_queue.line.events import Event
from layso_queue.line.record import RecordUnreadable

KINDS = [getattr(events, name) for name in events.__all__ if name not in ("Event", "TicketEvent")]
INTS = st.integers(-(2**63), 2**63 - 1)
ANY_EVENT = st.one_of([st.deferred(lambda kind=kind: st.builds(kind)) for kind in KINDS])
JUNK = st.recursive(
    st.none() | st.booleans() | INTS | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
FEW = settings(max_examples=60, deadline=None, derandomize=True, database=None)


@pytest.fixture(autouse=True, scope="module")
def numbers_that_a_journal_can_hold() -> Iterator[None]:
    """Draw ints of 64 bits, the most that JSON here carries; afterwards any again."""
    st.register_type_strategy(int, INTS)
    yield
    st.register_type_strategy(int, st.integers())


def written(event: Event) -> bytes:
    return orjson.dumps(to_record(event))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_event_comes_back_byte_identical(kind: Any) -> None:
    @settings(FEW, max_examples=25)
    @given(st.builds(kind))
    def proof(event: Event) -> None:
        again = from_record(orjson.loads(written(event)))
        assert again == event
        assert type(again) is kind
        assert written(again) == written(event)

    proof()


@FEW
@given(ANY_EVENT, st.data())
def test_a_damaged_record_is_unreadable_or_what_it_says(event: Event, data: st.DataObject) -> None:
    record = to_record(event)
    name = data.draw(st.sampled_from(sorted(record)))
    record[name] = data.draw(JUNK)
    _reads_exactly_or_refuses(record)


@FEW
@given(JUNK | st.dictionaries(st.sampled_from(["kind", "seq", "at"]), JUNK))
def test_what_was_never_a_record_is_unreadable(junk: Any) -> None:
    with pytest.raises(RecordUnreadable):
        from_record(junk)


@FEW
@given(ANY_EVENT, st.data())
def test_a_record_with_a_field_missing_is_unreadable(event: Event, data: st.DataObject) -> None:
    record = to_record(event)
    del record[data.draw(st.sampled_from(sorted(record)))]
    with pytest.raises(RecordUnreadable):
        from_record(record)


@FEW
@given(ANY_EVENT)
def test_a_record_of_a_newer_version_is_unreadable(event: Event) -> None:
    with pytest.raises(RecordUnreadable):
        from_record(to_record(event) | {"added_later": 1})


@pytest.mark.parametrize("kind", ["Event", "TicketEvent", "DayPlan", "Nonsense"])
def test_what_is_no_kind_of_event_is_unreadable(kind: str) -> None:
    base = {"kind": kind, "seq": 1, "at": 1, "command": "c", "actor": "a"}
    for record in (base, base | {"ticket": "t"}):
        with pytest.raises(RecordUnreadable):
            from_record(record)


def test_a_word_is_not_read_as_a_list_of_letters() -> None:
    opened = events.CounterOpened(seq=1, at=1, command="c", actor="a", counter=1, services=("A",))
    with pytest.raises(RecordUnreadable):
        from_record(to_record(opened) | {"services": "AB"})


def _reads_exactly_or_refuses(record: dict[str, Any]) -> None:
    try:
        event = from_record(record)
    except RecordUnreadable:
        return
    assert to_record(event) == record
