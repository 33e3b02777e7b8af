"""A window opens, scales, is touched, changes theme and language, and closes clean."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from layso_kiosk.look import program as look_program
from layso_kiosk.look.clock import WallClock
from layso_kiosk.look.program import Program, ScreenFaulty, open_program
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.look.touch import NotThere, find, names, press_key, touch, type_text

GALLERY = Path(__file__).parent / "Gallery.qml"
Opener = Callable[..., Program]


@pytest.fixture
def gallery(open_window: Opener) -> Program:
    texts = ScreenTexts()
    return open_window(GALLERY, {"model": WallClock(texts)}, texts=texts, size=(1920, 1080))


def test_a_finger_presses_a_button(gallery: Program) -> None:
    touch(gallery.window, find(gallery.window, "plain"))
    assert find(gallery.window, "gallery").property("touches") == 1


def test_a_button_that_is_off_or_unseen_cannot_be_touched(gallery: Program) -> None:
    for name in ("off", "toast_action"):
        with pytest.raises(NotThere):
            touch(gallery.window, find(gallery.window, name))
    with pytest.raises(NotThere):
        find(gallery.window, "nothing of this name")


def test_touching_shows_the_toast_and_its_action_hides_it(gallery: Program, qtbot: QtBot) -> None:
    assert "toast" not in names(gallery.window)
    touch(gallery.window, find(gallery.window, "accent"))
    toast = find(gallery.window, "toast")
    qtbot.waitUntil(lambda: toast.property("opacity") == 1)
    touch(gallery.window, find(gallery.window, "toast_action"))
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_letters_and_keys_arrive_as_typed(gallery: Program) -> None:
    field = find(gallery.window, "field")
    type_text(gallery.window, "Trấn Biên 26041-")
    press_key(gallery.window, "Backspace")
    press_key(gallery.window, "B")
    assert field.property("text") == "Trấn Biên 26041b"
    with pytest.raises(ValueError, match="NoSuchKey"):
        press_key(gallery.window, "NoSuchKey")


def test_every_button_is_at_least_as_large_as_a_touch_target(gallery: Program) -> None:
    for size in ((1920, 1080), (1366, 768), (1080, 1920)):
        gallery.window.resize(*size)
        for name in ("plain", "accent", "stacked"):
            button = find(gallery.window, name)
            assert min(button.width(), button.height()) >= gallery.look.touch


def test_language_and_size_reach_the_screen_at_once(gallery: Program) -> None:
    day = find(gallery.window, "day")
    before = day.property("height")
    assert day.property("text") == "Thứ Hai"
    gallery.texts.choose("en")
    gallery.look.choose_text_size(150)
    assert day.property("text") == "Monday"
    assert day.property("height") == pytest.approx(before * 1.5, rel=0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_parts_in_every_theme(
    gallery: Program, theme: str, take_picture: Callable[[Program, str], Path]
) -> None:
    gallery.look.choose_theme(theme)
    file = take_picture(gallery, f"parts-{theme}")
    assert file.stat().st_size > 10_000
    assert gallery.icons.unknown == set()


def test_a_qml_warning_is_never_silent(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Faulty.qml"
    file.write_text("import QtQuick\nItem { width: nothing.of.that }\n", encoding="utf-8")
    heard: list[str] = []
    program = open_program(file)
    try:
        program.on_fault = heard.append
        assert len(program.faults) == 1
        assert "Faulty.qml:2" in program.faults[0]
    finally:
        program.close()


def test_a_file_that_is_not_qml_is_refused_with_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Broken.qml"
    file.write_text("import QtQuick\nItem { widht: 3 }\n", encoding="utf-8")
    with pytest.raises(ScreenFaulty, match=r"Broken\.qml:2"):
        open_program(file)


def test_closing_takes_the_window_away_and_leaves_the_models(gallery: Program) -> None:
    window, clock = gallery.window, gallery.root.property("model")
    gallery.close()
    gallery.close()
    assert not shiboken6.isValid(window)
    assert shiboken6.isValid(clock)


def test_the_parts_are_clean_for_qmllint() -> None:
    module = look_program.QML_ROOT
    lint = Path(sys.executable).with_name("pyside6-qmllint")
    files = [*sorted((module / "Layso" / "Look").glob("*.qml")), GALLERY]
    done = subprocess.run(
        [str(lint), "-I", str(module), "-W", "0", *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
