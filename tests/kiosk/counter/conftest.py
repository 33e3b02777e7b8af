"""Counters to test: on the real line, with or without a window."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from layso_kiosk.counter.keys import read_keys
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.parts import Parts
from layso_kiosk.counter.settings import Settings
from layso_kiosk.look.touch import picture
from layso_queue.line.states import Channel, Priority
from line_day import Clock, at
from line_link import LineLink


@pytest.fixture(autouse=True)
def _a_place_of_our_own_for_sockets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # a socket's path has a hundred letters at most: pytest's own folder is too deep
    with tempfile.TemporaryDirectory(prefix="layso-") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        yield


@pytest.fixture
def clock() -> Clock:
    """The day's one clock, at a quarter past eight."""
    return Clock(at("08:15"))


@pytest.fixture
def link(clock: Clock) -> LineLink:
    """A center with nobody in its hall yet."""
    return LineLink(clock)


@pytest.fixture
def busy(link: LineLink, clock: Clock) -> LineLink:
    """A center with a line: two walk-ins, somebody elderly, one for another service."""
    link.come("H", "07:40")
    link.come("H", "07:52", assisted=True, channel=Channel.STAFF, dossiers=3)
    link.come("H", "08:10", priority=Priority.ELDERLY)
    link.come("A", "08:12")
    clock.now = at("08:15")
    return link


@pytest.fixture
def parts(busy: LineLink, clock: Clock, tmp_path: Path, qapp: object) -> Iterator[Parts]:
    """The view-models at counter 3 of the busy center, without a window; nv01 has signed in."""
    made = Parts(busy, 3, read_keys(), Settings(tmp_path / "data"), clock=clock)
    busy.tell()
    busy.become("fresh")
    made.sign_in.submit("nv01", "260411")
    clock.now += 1000
    busy.posts.clear()
    yield made
    made.strip.hide()
    made.outside.close()


@pytest.fixture
def open_counter(qtbot: QtBot, clock: Clock, tmp_path: Path) -> Iterator[Callable[..., Counter]]:
    """Open the counter's window; at the end none may have had a fault."""
    opened: list[Counter] = []

    def open_it(
        link: Any,
        *,
        number: int = 3,
        size: tuple[int, int] = (1366, 768),
        signed_in: bool = True,
        **how: Any,
    ) -> Counter:
        area = QRect(0, 0, *size)
        settings = Settings(tmp_path / f"data-{len(opened)}")
        counter = Counter(link, number, read_keys(), settings, area=area, clock=clock, **how)
        opened.append(counter)
        qtbot.waitUntil(counter.program.window.isExposed)
        if isinstance(link, LineLink):
            link.tell()
            link.become("fresh")
            if signed_in:
                counter.sign_in.submit("nv01", "260411")
        return counter

    yield open_it
    for counter in opened:
        counter.close()
    assert "\n".join(fault for counter in opened for fault in counter.program.faults) == ""
    assert [name for counter in opened for name in counter.program.icons.unknown] == []


@pytest.fixture
def take_picture(qtbot: QtBot, pictures: Path) -> Callable[[Counter, str], Path]:
    """Save what a window shows, where a person may look at it."""

    def take(counter: Counter, name: str) -> Path:
        qtbot.wait(1)
        file = pictures / f"counter-{name}.png"
        assert picture(counter.program.window, file)[0] == counter.program.window.width()
        return file

    return take
