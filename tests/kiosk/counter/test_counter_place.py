"""Where the bar stands and what an officer has chosen survive a restart."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from layso_kiosk.counter.desk_look import DeskLook
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.place import Place
from layso_kiosk.counter.settings import FILE, Chosen, DataUnwritable, Settings

AREA = QRect(0, 30, 1366, 738)


def test_the_bar_covers_the_width_of_its_edge(tmp_path: Path, qapp: Any) -> None:
    settings = Settings(tmp_path)
    place = Place(settings, AREA)
    assert place.geometry() == QRect(0, 30, 1366, 84)
    place.toggle_edge()
    assert place.geometry() == QRect(0, 768 - 84, 1366, 84)


def test_a_compact_bar_never_leaves_the_screen(tmp_path: Path, qapp: Any) -> None:
    settings = Settings(tmp_path)
    settings.change(wide=False, x=5000)
    assert Place(settings, AREA).geometry() == QRect(1366 - 760, 30, 760, 84)
    settings.change(text_size=150)
    assert Place(settings, AREA).geometry().width() == 1140
    assert Place(settings, QRect(0, 0, 700, 400)).geometry().width() == 700


def test_larger_letters_make_an_open_compact_bar_wider_at_once(
    open_counter: Callable[..., Counter], busy: Any, qtbot: QtBot
) -> None:
    counter = open_counter(busy)
    counter.place.toggle_size()
    window = counter.program.window
    for percent, width in ((150, 1140), (100, 760)):
        counter.program.look.choose_text_size(percent)
        qtbot.waitUntil(lambda width=width: window.width() == width, timeout=20_000)
        assert window.geometry() == counter.place.geometry()


def test_choices_are_there_after_a_restart(tmp_path: Path, qapp: Any) -> None:
    look = DeskLook(Settings(tmp_path))
    look.choose_theme("contrast")
    look.choose_text_size(125)
    Place(Settings(tmp_path), AREA).toggle_size()
    again = Settings(tmp_path).chosen
    assert (again.theme, again.text_size, again.wide) == ("contrast", 125, False)


def test_the_slim_window_does_not_shrink_its_letters(tmp_path: Path, qapp: Any) -> None:
    look = DeskLook(Settings(tmp_path))
    look.set_screen(1366, 84)
    assert look.property("scale") == 1.0


@pytest.mark.parametrize("damage", ["", "[1]", "{", '{"x": "left", "wide": 1, "edge": null}'])
def test_a_damaged_file_counts_as_none(tmp_path: Path, damage: str) -> None:
    (tmp_path / FILE).write_text(damage, "utf-8")
    assert Settings(tmp_path).chosen == Chosen()


def test_a_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    with pytest.raises(DataUnwritable):
        Settings(blocked / "data")
