"""The wizard's window, worked by keys and by touch, in every size and theme."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from layso_kiosk.look.sound.making import PackFolder
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.look.touch import find, picture
from layso_kiosk.recorder.window import Recorder


@pytest.fixture
def open_recorder(qtbot: QtBot, tmp_path: Path, microphone, player) -> Iterator[Callable]:
    opened: list[Recorder] = []

    def open_it(language: str = "vi", speak: str = "vi", size=(1280, 800)) -> Recorder:
        pack = PackFolder(tmp_path / speak, speak, "Lan")
        texts = ScreenTexts(language)
        made = Recorder(pack, texts, size=size, microphone=microphone, player=player)
        opened.append(made)
        qtbot.waitUntil(made.program.window.isExposed)
        return made

    yield open_it
    for made in opened:
        made.close()
    assert [fault for made in opened for fault in made.program.faults] == []


def _picture(made: Recorder, tmp_path: Path, name: str) -> None:
    folder = Path(os.environ.get("LAYSO_PICTURES") or tmp_path / "pictures")
    size = picture(made.program.window, folder / f"recorder-{name}.png")
    assert size == (made.program.window.width(), made.program.window.height())


def test_space_records_and_enter_keeps(qtbot, open_recorder, microphone, word, tmp_path) -> None:
    made = open_recorder()
    window = made.program.window
    _picture(made, tmp_path, "ready")
    qtbot.keyClick(window, Qt.Key.Key_Space)
    microphone.hear(word()[:9000])
    _picture(made, tmp_path, "recording")
    microphone.hear(word()[9000:])
    qtbot.keyClick(window, Qt.Key.Key_Space)
    _picture(made, tmp_path, "good")
    assert find(made.program.window, "keep").property("enabled")
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert find(made.program.window, "words").property("text") == "đến quầy số"


@pytest.mark.parametrize("size", [(1366, 768), (1080, 1920), (3840, 2160)])
@pytest.mark.parametrize(("language", "speak"), [("vi", "km"), ("en", "en")])
def test_no_words_run_out_of_the_window(open_recorder, tmp_path, size, language, speak) -> None:
    made = open_recorder(language, speak, size)
    for name in ("words", "advice", "done", "back", "record", "play", "keep", "skip"):
        item = find(made.program.window, name)
        left = item.mapToScene(item.boundingRect().topLeft())
        right = item.mapToScene(item.boundingRect().bottomRight())
        assert 0 <= left.x() <= right.x() <= size[0], name
        assert 0 <= left.y() <= right.y() <= size[1], name
        assert not item.property("truncated"), name
    _picture(made, tmp_path, f"{language}-{speak}-{size[0]}")


def test_the_end_says_how_to_use_the_voice(qtbot, open_recorder, tmp_path) -> None:
    made = open_recorder()
    while not made.wizard.finished:
        qtbot.keyClick(made.program.window, Qt.Key.Key_Right)
    made.program.look.choose_theme("contrast")
    _picture(made, tmp_path, "finished")
    assert find(made.program.window, "finished").property("visible")
