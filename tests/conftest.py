"""What every test stands on: no screen, no GPU, whoever runs it and however."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

MEASURED = tuple(Path(__file__).parent / "queue" / room for room in ("line", "center"))
"""Whose tests say how much of the line and the center is covered."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Trace only the tests that are measured: a traced simulation takes twice its time."""
    measured = any(item.path.is_relative_to(room) for room in MEASURED)
    if measured and not item.get_closest_marker("proof"):
        return (yield)
    tracer, in_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
        threading.settrace(in_threads)
