"""A program of the demo: its answers, its events, and what is said when it fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from layso_queue.demo.process import Process, ProgramFailed

PILOT = """
import json, sys
print(json.dumps({"event": "ready", "t": 1.0}), flush=True)
print("not a line of ours", flush=True)
for line in sys.stdin:
    order = json.loads(line)
    if order["do"] == "fall":
        sys.exit("the floor gave way")
    if order["do"] == "refuse":
        print(json.dumps({"answer": None, "ok": False, "why": "no such item"}), flush=True)
        continue
    print(json.dumps({"event": "did", "what": order["do"], "t": 2.0}))
    print(json.dumps({"answer": order["do"], "ok": True}), flush=True)
"""


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Process]:
    (tmp_path / "pilot_double.py").write_text(PILOT)
    path = {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    started = Process("double", "pilot_double", log=tmp_path / "log", env=path)
    yield started
    started.stop()


def test_an_order_gets_its_answer_and_events_stay_readable(program: Process) -> None:
    assert program.wait_for("ready")["t"] == 1.0
    since = len(program.events)
    assert program.ask("dance") == "dance"
    assert program.wait_for("did", since=since, what="dance")["t"] == 2.0


def test_a_refused_order_says_why(program: Process) -> None:
    with pytest.raises(ProgramFailed, match="no such item"):
        program.ask("refuse")


def test_a_program_that_fell_is_named_with_its_last_words(program: Process) -> None:
    with pytest.raises(ProgramFailed, match="double: fall: the floor gave way"):
        program.ask("fall", timeout=3)
    with pytest.raises(ProgramFailed, match="double: no dawn"):
        program.wait_for("dawn", timeout=3)


def test_a_program_that_never_started_is_named(tmp_path: Path) -> None:
    missing = Process("ghost", "no_such_module_of_ours", log=tmp_path / "log", env={})
    try:
        with pytest.raises(ProgramFailed, match="No module named"):
            missing.wait_for("ready", timeout=5)
    finally:
        assert missing.stop() == 1
