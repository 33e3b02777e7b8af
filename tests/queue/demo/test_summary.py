"""The demo's summary counts what happened, and would show it if something went wrong."""

from typing import Any

from layso_queue.demo.summary import between, percentiles, summarise

Line = dict[str, Any]


def _entry(kind: str, **record: Any) -> Line:
    return {"kind": kind, "record": record}


def _summary(**changed: Any) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "kiosk": [
            {"event": "touched", "name": "take-number", "t": 10.0},
            {"event": "number_shown", "number": "A001", "t": 10.05},
        ],
        "paper": [{"event": "printed", "t": 10.4}],
        "board": [{"event": "call_shown", "number": "A001", "counter": 3, "t": 20.08}],
        "counters": [
            [
                {"event": "call_pressed", "t": 20.0},
                {"event": "called", "number": "A001", "counter": 3, "t": 20.02},
            ]
        ],
        "journal": [
            _entry("TicketIssued", number="A001"),
            _entry("TicketCalled"),
            _entry("ServiceFinished"),
        ],
    }
    return summarise(**parts | changed)


def test_a_morning_is_counted_and_timed() -> None:
    assert _summary() == {
        "issued": 1,
        "called": 1,
        "served": 1,
        "printed": 1,
        "duplicates": 0,
        "touch_to_number_ms": {"p50": 50.0, "p99": 50.0},
        "touch_to_paper_ms": {"p50": 400.0, "p99": 400.0},
        "call_to_board_ms": {"p50": 80.0, "p99": 80.0},
    }


def test_a_number_given_twice_is_counted() -> None:
    twice = [_entry("TicketIssued", number="A001")] * 2
    assert _summary(journal=twice)["duplicates"] == 1


def test_a_number_shown_twice_is_counted() -> None:
    shown = [{"event": "number_shown", "number": "A001", "t": 1.0}] * 2
    assert _summary(kiosk=shown)["duplicates"] == 1


def test_a_key_that_called_nobody_is_not_timed() -> None:
    pressed = [{"event": "call_pressed", "t": 1.0}, {"event": "call_pressed", "t": 20.0}]
    called = {"event": "called", "number": "A001", "counter": 3, "t": 20.02}
    found = _summary(counters=[[*pressed, called]])
    assert found["call_to_board_ms"] == {"p50": 80.0, "p99": 80.0}


def test_a_call_that_no_board_showed_is_not_timed() -> None:
    assert _summary(board=[])["call_to_board_ms"] == {"p50": None, "p99": None}


def test_percentiles_take_a_value_that_was_measured() -> None:
    assert percentiles([n / 1000 for n in range(1, 101)]) == {"p50": 50.0, "p99": 99.0}


def test_a_start_without_an_end_is_left_out() -> None:
    assert between([1.0, 2.0, 3.0], [1.5, 2.25]) == [0.5, 0.25]
