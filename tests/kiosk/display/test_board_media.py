"""Pictures and films between the calls, and how they give way."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from film_files import film, jpeg
from layso_kiosk.display.film import DUCKED, LOUD, Film, FrameProvider
from layso_kiosk.display.playlist import MediaMissing, Playlist, found_in
from layso_kiosk.display.stage import Stage
from layso_kiosk.look.program import Program
from layso_kiosk.look.touch import find

PATIENCE = 30_000
Hang = Callable[..., Any]
GREEN, BLUE = (0, 120, 60), (20, 40, 160)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "media"
    place.mkdir()
    (place / "1-green.jpg").write_bytes(jpeg(GREEN))
    (place / "2-broken.png").write_bytes(b"not a picture")
    (place / "3-blue.jpg").write_bytes(jpeg(BLUE))
    (place / "notes.txt").write_text("not for the board")
    return place


def shown(playlist: Playlist) -> str:
    return Path(str(playlist.now_shown["source"])).name


def test_the_folder_is_shown_in_the_order_of_its_names(folder: Path, qapp: object) -> None:
    assert [one.name for one in found_in(folder)] == ["1-green.jpg", "2-broken.png", "3-blue.jpg"]
    with pytest.raises(MediaMissing):
        found_in(folder / "no")
    playlist = Playlist(folder)
    assert shown(playlist) == "1-green.jpg"
    playlist.go_on()
    assert shown(playlist) == "3-blue.jpg"
    playlist.shown()
    (folder / "0-new.jpg").write_bytes(jpeg(BLUE))
    playlist.go_on()
    assert shown(playlist) == "0-new.jpg"
    playlist.stop()


def test_where_nothing_decodes_nothing_is_shown_and_it_is_tried_again(
    folder: Path, qapp: object
) -> None:
    playlist = Playlist(folder)
    playlist.failed()
    playlist.failed()
    assert playlist.now_shown["kind"] == ""
    playlist.go_on()
    assert shown(playlist) == "1-green.jpg"
    for file in folder.iterdir():
        file.unlink()
    for _ in range(4):
        playlist.go_on()
    assert playlist.now_shown["kind"] == ""
    playlist.stop()


def _colour(program: Program, file: Path) -> tuple[int, int, int]:
    image, media = QImage(str(file)), find(program.window, "media")
    middle = media.mapRectToScene(media.boundingRect()).center().toPoint()
    colour = QColor(image.pixel(middle.x(), middle.y()))
    return colour.red(), colour.green(), colour.blue()


def test_pictures_take_turns_and_a_broken_one_is_left_out(
    hall: Hang, day: Any, qtbot: QtBot, folder: Path, take_picture: Any
) -> None:
    stage = Stage(media=folder, seconds=0.2)
    program, board = hall((1920, 1080), stage=stage)
    board.take(day.busy().told())
    for name, colour in (("3-blue.jpg", BLUE), ("1-green.jpg", GREEN)):

        def stands(name: str = name, colour: Any = colour) -> bool:
            if shown(stage.playlist) != name:
                return False
            seen = _colour(program, take_picture(program, f"media-{name}"))
            return all(abs(one - two) < 12 for one, two in zip(seen, colour, strict=True))

        qtbot.waitUntil(stands, timeout=PATIENCE)


def test_nothing_changes_while_a_call_flashes(qapp: object, folder: Path) -> None:
    stage = Stage(media=folder)
    stage.called()
    stage.playlist._due()
    assert shown(stage.playlist) == "1-green.jpg"
    stage._flashed()
    stage.playlist._due()
    assert shown(stage.playlist) == "3-blue.jpg"
    stage.close()


@pytest.fixture
def playing(tmp_path: Path, qtbot: QtBot) -> Any:
    file = tmp_path / "film.avi"
    file.write_bytes(film())
    frames = FrameProvider()
    made = Film(frames)
    made.fit(160, 160)
    yield made, frames, file.as_uri()
    made.stop()


def test_a_film_is_decoded_frame_by_frame_and_ends(playing: Any, qtbot: QtBot) -> None:
    made, frames, source = playing
    faults, came = [], []
    made.faulty.connect(lambda: faults.append(source))
    made.frameChanged.connect(lambda: came.append(frames.frame.size()))
    with qtbot.waitSignal(made.ended, timeout=PATIENCE):
        made.play(source)
        assert made.volume == pytest.approx(LOUD, abs=0.02)
        made.duck(True)
        assert made.volume == pytest.approx(DUCKED, abs=0.02)
        made.duck(False)
    assert faults == []
    assert len(came) >= 2
    assert (came[-1].width(), came[-1].height()) == (160, 90)


def test_a_film_that_does_not_decode_is_left_out(
    folder: Path, qtbot: QtBot, hall: Hang, day: Any
) -> None:
    for file in folder.iterdir():
        file.unlink()
    (folder / "1.mp4").write_bytes(b"not a film")
    (folder / "2.jpg").write_bytes(jpeg(GREEN))
    stage = Stage(media=folder, seconds=60)
    _, board = hall((1920, 1080), stage=stage)
    board.take(day.busy().told())
    qtbot.waitUntil(lambda: shown(stage.playlist) == "2.jpg", timeout=PATIENCE)


def test_nothing_that_qml_reads_has_a_metaobject_of_its_own(
    hall: Hang, day: Any, qtbot: QtBot, folder: Path
) -> None:
    # QML remembers properties by the metaobject's address, which must not be freed and used again
    (folder / "0.avi").write_bytes(film())
    stage = Stage(media=folder)
    _, board = hall((800, 480), stage=stage)
    board.take(day.busy().told())
    with qtbot.waitSignal(stage.film.ended, timeout=PATIENCE):
        stage.called()
        stage.speaking(True)
    models = {"board": board, "stage": stage, "film": stage.film, "playlist": stage.playlist}
    own = [
        name
        for name, model in models.items()
        if shiboken6.getCppPointer(model.metaObject())
        != shiboken6.getCppPointer(type(model).staticMetaObject)
    ]
    assert own == []
