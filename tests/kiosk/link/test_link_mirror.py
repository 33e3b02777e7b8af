"""The mirror of the day, without a socket."""

from typing import Any

import pytest

from layso_kiosk.link.mirror import DayMirror, Gap, Unreadable


def a_snapshot(**other: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "epoch": "e",
        "seq": 5,
        "now": "t",
        "center": {},
        "day": {"state": "open"},
    }
    plain |= {
        "services": [{"code": "A", "waiting": 1}],
        "counters": [{"number": 1, "state": "open"}],
    }
    plain |= {"tickets": [{"id": "t1", "state": "waiting"}, {"id": "t2", "state": "served"}]}
    return plain | {"calls": [], "notices": [], "alerts": []} | other


@pytest.fixture
def mirror() -> DayMirror:
    mirror = DayMirror()
    mirror.take_snapshot(a_snapshot())
    return mirror


def test_only_live_tickets_are_held(mirror: DayMirror) -> None:
    assert list(mirror.tickets) == ["t1"]


def test_a_delta_changes_only_what_it_names(mirror: DayMirror) -> None:
    parts = mirror.take_delta({"seq": 6, "from": 5, "tickets": [{"id": "t1", "counter": 3}]})
    assert parts == {"tickets"}
    assert mirror.tickets["t1"] == {"id": "t1", "state": "waiting", "counter": 3}
    assert mirror.seq == 6


def test_a_ticket_in_a_final_state_leaves(mirror: DayMirror) -> None:
    mirror.take_delta({"seq": 6, "from": 5, "tickets": [{"id": "t1", "state": "served"}]})
    assert mirror.tickets == {}


def test_calls_are_replaced_as_a_whole(mirror: DayMirror) -> None:
    mirror.take_delta({"seq": 6, "from": 5, "calls": [{"seq": 6}]})
    mirror.take_delta({"seq": 7, "from": 6, "calls": [{"seq": 7}]})
    assert mirror.calls == [{"seq": 7}]


@pytest.mark.parametrize(("seq", "before"), [(8, 7), (9, 4)])
def test_a_gap_is_told_and_changes_nothing(mirror: DayMirror, seq: int, before: int) -> None:
    with pytest.raises(Gap):
        mirror.take_delta({"seq": seq, "from": before, "calls": [{"seq": 1}]})
    assert (mirror.seq, mirror.calls) == (5, [])


def test_what_was_told_already_is_passed_over(mirror: DayMirror) -> None:
    assert mirror.take_delta({"seq": 4, "from": 3, "calls": [{"seq": 1}]}) == frozenset()
    assert mirror.calls == []


@pytest.mark.parametrize(
    "part", ["services", "counters", "tickets", "calls", "day", "seq", "epoch"]
)
@pytest.mark.parametrize("bad", [None, 7.5, "x", [1], [{}], True])
def test_a_strange_snapshot_is_refused_whole(mirror: DayMirror, part: str, bad: object) -> None:
    if (part, bad) in (("epoch", "x"), ("calls", [{}])):
        return
    with pytest.raises(Unreadable):
        mirror.take_snapshot(a_snapshot(**{part: bad}))
    assert mirror.as_snapshot()["services"] == [{"code": "A", "waiting": 1}]


def test_a_snapshot_made_of_the_mirror_gives_the_same_mirror(mirror: DayMirror) -> None:
    other = DayMirror()
    other.take_snapshot(mirror.as_snapshot())
    assert other.as_snapshot() == mirror.as_snapshot()
