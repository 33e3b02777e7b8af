"""The sign over one counter: its number, whom it calls, what it is for, or that it pauses."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF

from layso_kiosk.look.program import Program
from layso_kiosk.look.touch import find, items

Hang = Callable[..., Any]
Take = Callable[[Program, str], Path]


def _text(program: Program, name: str) -> str:
    return str(find(program.window, name).property("text"))


def test_the_sign_follows_its_counter_alone(hall: Hang, day: Any) -> None:
    program, board = hall((1366, 768), counter=3)
    told: list[str] = []
    board.called.connect(lambda call: told.append(call["number"]))
    board.take(day.busy().told())
    day.call("A029", 1)
    board.take(day.told())
    assert (_text(program, "desk_counter"), _text(program, "desk_number")) == ("3", "H018")
    assert told == []
    day.call("H020", 3)
    board.take(day.told())
    assert (_text(program, "desk_number"), told) == ("H020", ["H020"])
    assert _text(program, "desk_state") == "Mời vào quầy"
    assert find(program.window, "desk_sign").property("lit") is True
    day.seconds += 21
    board.tick()
    assert find(program.window, "desk_sign").property("lit") is False


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"state": "paused", "reason": "Họp"}, "Tạm nghỉ"),
        ({"state": "closed"}, "Quầy đóng"),
        ({"ticket": None}, "Sẵn sàng"),
        ({"ticket": {"id": "x", "number": "H099", "state": "serving"}}, "Đang phục vụ"),
        ({"ticket": {"id": "x", "number": "H099", "state": "parked"}}, "Sẵn sàng"),
    ],
)
def test_every_state_is_one_word(hall: Hang, day: Any, change: Any, words: str) -> None:
    program, board = hall((1366, 768), counter=3)
    day.counter(3, **change)
    board.take(day.told())
    assert _text(program, "desk_state") == words
    assert (_text(program, "desk_number") != "") is (words == "Đang phục vụ")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768), (800, 480)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_sign_is_read_from_afar_in_every_size(
    hall: Hang, day: Any, size: tuple[int, int], language: str, take_picture: Take
) -> None:
    program, board = hall(size, counter=3, language=language)
    program.look.choose_reduced_motion(True)
    board.take(day.busy().told())
    day.call("H020", 3)
    board.take(day.told())
    take_picture(program, f"sign-{size[0]}-{language}-called")
    day.call("Z12-31", 3)
    board.take(day.told())
    for item in items(program.window):
        if item.isVisible() and item.metaObject().className().startswith(("Prose", "Fitted")):
            place = item.mapToScene(QPointF(0, 0))
            assert item.property("paintedWidth") <= item.width() + 1, item.property("text")
            assert -1 <= place.x() <= size[0]
            assert place.y() + item.property("paintedHeight") <= size[1] + 1, item.property("text")
    number = find(program.window, "desk_number")
    assert number.property("paintedHeight") >= min(size) / 6
    day.counter(3, state="paused", ticket=None)
    board.take(day.told())
    day.seconds += 21
    board.tick()
    take_picture(program, f"sign-{size[0]}-{language}-paused")
    day.counter(3, state="open", ticket={"id": "x", "number": "H020", "state": "serving"})
    board.take(day.told())
    board.link("stale")
    day.seconds += 20
    board.tick()
    assert find(program.window, "body").property("opacity") < 0.6
    take_picture(program, f"sign-{size[0]}-{language}-stale")


def test_before_the_center_was_heard_the_sign_says_so(hall: Hang, take_picture: Take) -> None:
    program, _ = hall((1366, 768), counter=3)
    assert _text(program, "state_title") == "Đang kết nối"
    assert not find(program.window, "desk_number").isVisible()
    take_picture(program, "sign-away")


def test_more_names_than_can_be_read_at_once_take_turns(hall: Hang, day: Any) -> None:
    program, board = hall((1366, 768), counter=3)
    names = [f"{number}. {'Cấp lại giấy tờ đã mất ' * 5}".strip() for number in range(9)]
    for service, name in zip(day.data["services"], names, strict=True):
        service["name"] = {"vi": name, "en": name}
    day.counter(3, "AHLKXNESM")
    board.take(day.told())
    words = next(it for it in items(program.window) if it.objectName() == "desk_services")
    turning, told = words.parentItem(), ""
    pages = turning.property("pages").toVariant()
    assert len(pages) > 1
    for turn in range(len(pages)):
        turning.setProperty("turn", turn)
        program.window.grabWindow()
        assert not words.property("truncated")
        told += words.property("text") + "\n"
    assert [line.removeprefix("• ") for line in told.splitlines()] == names
