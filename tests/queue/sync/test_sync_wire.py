"""Messages as bytes: each comes back as it was, and whatever else comes in is refused."""

from dataclasses import replace
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layso_queue.sync import wire
from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import UP, Event, Kind
from layso_queue.sync.messages import (
    MOST_BYTES,
    MOST_EVENTS,
    Ack,
    Answer,
    Behind,
    Feed,
    Fetch,
    Pull,
    Push,
    Request,
    Returned,
    Rewind,
    Sender,
    Snapshot,
    Superseded,
)
from layso_queue.sync.payloads import check
from layso_queue.sync.positions import FIRST, Head, chained
from layso_queue.sync.refusals import SyncRefusal, SyncRefused
from layso_queue.sync.status import ServiceStatus, Status

SENDER = Sender(center="26041", incarnation="i2", lineage=("i1", "i0"))
EVENT = Event(
    id="01938b4e-7b1a-7c3d-8e4f-5a6b7c8d9e0f",
    kind=Kind.QUOTA_SET,
    entity="lease:slot:A:1795440600000",
    version=3,
    occurred_at=1_795_440_600_000,
    payload={"service": "A", "slot": 1_795_440_600_000, "remote": False, "n": 2},
)
STATUS = Status(
    n=1,
    at=5,
    day="2026-11-23",
    open=True,
    services=(ServiceStatus(code="A", open=True, waiting=4),),
)
BOOKING = Booking(id=EVENT.id, code="c", service="A", slot=7, name="Nguyễn Thị Ánh")
REQUESTS: list[Request] = [
    Push(sender=SENDER, base_seq=4, prev_hash=FIRST, events=(EVENT,), status=STATUS),
    Push(sender=SENDER, base_seq=0, prev_hash=FIRST),
    Fetch(sender=SENDER, after=3, hash=FIRST),
    Pull(sender=SENDER, after=None),
    Pull(sender=SENDER, after=Head("h1", 9, bytes(range(32)))),
]
ANSWERS: list[Answer] = [
    Ack(3, FIRST, 9),
    Rewind(2, FIRST, 9),
    Behind(5, FIRST, ((4, FIRST), (0, FIRST)), 9),
    Superseded("i3", 9),
    Returned("i1", tuple(chained(0, FIRST, [EVENT])), False, 9),
    Feed(Head("h1"), (EVENT,), 9),
    Snapshot(Head("h1", 4, FIRST), (BOOKING,), 9),
]


def refused(data: bytes) -> SyncRefusal:
    said = wire.read_request(data)
    assert isinstance(said, SyncRefused)
    return said.why


@pytest.mark.parametrize("message", REQUESTS)
def test_every_request_comes_back_as_it_was(message: Request) -> None:
    assert wire.read_request(wire.write(message)) == message


@pytest.mark.parametrize("message", ANSWERS)
def test_every_answer_comes_back_as_it_was(message: Answer) -> None:
    assert wire.read_answer(wire.write(message)) == message


def test_an_event_has_the_same_hash_on_both_sides() -> None:
    read = wire.read_request(wire.write(REQUESTS[0]))
    assert isinstance(read, Push)
    assert chained(4, FIRST, read.events) == chained(4, FIRST, [EVENT])


BAD_EVENTS: list[dict[str, Any]] = [
    {"id": "01938b4e-7b1a-4c3d-8e4f-5a6b7c8d9e0f"},
    {"id": 5},
    {"kind": "Quota Set"},
    {"entity": "a b"},
    {"version": -1},
    {"version": True},
    {"occurred_at": 2**60},
    {"payload": []},
    {"payload": {"n": 0.5}},
    {"payload": {"n": 2**60}},
    {"payload": {"a": "x" * 70_000}},
    {"more": 1},
]


@pytest.mark.parametrize("change", BAD_EVENTS)
def test_an_event_with_a_bad_envelope_is_refused(change: dict[str, Any]) -> None:
    message = orjson.loads(wire.write(REQUESTS[0]))
    message["events"][0].update(change)
    assert refused(orjson.dumps(message)) is SyncRefusal.BAD_MESSAGE


def test_a_payload_nested_without_end_is_refused() -> None:
    deep: Any = {}
    for _ in range(50):
        deep = {"a": [deep]}
    message = orjson.loads(wire.write(REQUESTS[0]))
    message["events"][0]["payload"] = deep
    assert refused(orjson.dumps(message)) is SyncRefusal.BAD_MESSAGE
    assert refused(b"[" * 100_000) is SyncRefusal.NOT_JSON


def test_too_much_is_refused_before_it_is_read() -> None:
    assert refused(b" " * (MOST_BYTES + 1)) is SyncRefusal.MESSAGE_TOO_LARGE
    many = tuple(replace(EVENT, entity=f"e{n}") for n in range(MOST_EVENTS + 1))
    push = Push(sender=SENDER, base_seq=0, prev_hash=FIRST, events=many)
    assert refused(wire.write(push)) is SyncRefusal.MESSAGE_TOO_LARGE


@pytest.mark.parametrize(
    "message",
    [
        Fetch(sender=SENDER, after=-1, hash=FIRST),
        Fetch(sender=SENDER, after=1, hash=FIRST, limit=0),
        Pull(sender=SENDER, after=Head("h", -1), limit=5),
        Pull(sender=SENDER, after=None, limit=MOST_EVENTS + 1),
        Push(sender=SENDER, base_seq=-1, prev_hash=FIRST),
        Push(sender=replace(SENDER, center=""), base_seq=0, prev_hash=FIRST),
        Push(sender=replace(SENDER, lineage=("i",) * 101), base_seq=0, prev_hash=FIRST),
    ],
)
def test_numbers_out_of_range_are_refused(message: Request) -> None:
    assert refused(wire.write(message)) is SyncRefusal.BAD_MESSAGE


def test_what_a_newer_program_adds_to_a_message_is_left_out() -> None:
    message = orjson.loads(wire.write(REQUESTS[2])) | {"colour": "red"}
    assert wire.read_request(orjson.dumps(message)) == REQUESTS[2]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(st.sampled_from(REQUESTS), st.data())
def test_a_request_with_anything_in_any_place_is_answered(request_: Request, data: Any) -> None:
    message: Any = orjson.loads(wire.write(request_))
    at = message
    for _ in range(data.draw(st.integers(0, 4))):
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        nested = [key for key in keys if isinstance(at[key], dict | list) and at[key]]
        if not nested:
            break
        at = at[data.draw(st.sampled_from(nested))]
    keys = list(at) if isinstance(at, dict) else list(range(len(at)))
    key = data.draw(st.sampled_from(keys))
    at[key] = data.draw(JSON.filter(_fits))
    said = wire.read_request(orjson.dumps(message))
    assert isinstance(said, Push | Fetch | Pull | SyncRefused)


def _fits(value: Any) -> bool:
    try:
        orjson.dumps(value)
    except orjson.JSONEncodeError:
        return False
    return True


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(data: bytes) -> None:
    assert isinstance(wire.read_request(data), SyncRefused)


@given(JSON.filter(_fits), st.sampled_from(sorted(Kind)))
def test_any_payload_is_read_or_refused(value: Any, kind: Kind) -> None:
    payload = value if isinstance(value, dict) else {"n": value, "slot": value, "service": value}
    said = check(replace(EVENT, kind=kind, payload=payload), frozenset(Kind))
    assert said is None or said.why is SyncRefusal.BAD_PAYLOAD


def test_a_kind_of_a_newer_program_is_refused_by_its_name() -> None:
    said = check(replace(EVENT, kind="ticket.sung"), UP)
    assert said == SyncRefused(SyncRefusal.KIND_UNKNOWN, {"kind": "ticket.sung"})
