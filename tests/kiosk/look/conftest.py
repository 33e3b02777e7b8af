"""Windows for the tests of the look: no QML warning passes, nothing stays open."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from layso_kiosk.look.program import Program, open_program
from layso_kiosk.look.touch import picture


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., Program]]:
    """Open a QML file as the programs do; at the end every window must be without faults."""
    opened: list[Program] = []

    def open_it(qml: Path, models: dict[str, object] | None = None, **how: object) -> Program:
        opened.append(open_program(qml, models, **how))
        qtbot.waitUntil(opened[-1].window.isExposed)
        return opened[-1]

    yield open_it
    for program in opened:
        program.close()
    assert [fault for program in opened for fault in program.faults] == []


@pytest.fixture
def take_picture(qtbot: QtBot, pictures: Path) -> Callable[[Program, str], Path]:
    """Save what a window shows once its movements are over."""

    def take(program: Program, name: str) -> Path:
        with qtbot.waitSignal(program.window.frameSwapped, raising=False, timeout=400):
            program.window.update()
        file = pictures / f"{name}.png"
        width, height = picture(program.window, file)
        assert (width, height) == (program.window.width(), program.window.height())
        return file

    return take
