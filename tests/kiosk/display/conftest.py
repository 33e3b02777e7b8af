"""A busy day as the center tells it, and boards that show it in a real window."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from layso_kiosk.display.board import Board
from layso_kiosk.display.film import PROVIDER
from layso_kiosk.display.hall import QML, SIGN
from layso_kiosk.display.stage import Stage
from layso_kiosk.look.clock import VIETNAM
from layso_kiosk.look.program import Program, open_program
from layso_kiosk.look.sound.announcement import Manner
from layso_kiosk.look.sound.pack import open_voice
from layso_kiosk.look.sound.player import SilentPlayer
from layso_kiosk.look.sound.speaker import Speaker
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.look.touch import picture

Json = dict[str, Any]
NOW = datetime(2026, 11, 23, 9, 41, 30, tzinfo=VIETNAM)

SERVICES = (
    ("A", "Chứng thực bản sao, chữ ký", "Certified copies, signatures", 7, (12, 20)),
    (
        *("H", "Hộ tịch: khai sinh, khai tử, kết hôn, trích lục"),
        *("Civil status: birth, death, marriage, extracts", 5, (20, 35)),
    ),
    ("L", "Đất đai, nhà ở", "Land and housing", 3, (25, 40)),
    ("K", "Hộ kinh doanh, xây dựng", "Household business, building permits", 0, "now"),
    ("X", "Bảo trợ xã hội, người có công, BHYT", "Social aid, insurance", 4, (15, 15)),
    ("N", "Nông nghiệp, môi trường, giáo dục", "Agriculture, education", 1, (5, 10)),
    ("E", "Hỗ trợ nộp hồ sơ trực tuyến", "Help with online filing", 2, None),
    ("S", "Trả kết quả", "Collect results", 6, (5, 15)),
    ("M", "Hợp đồng, giao dịch", "Contracts and transactions", 0, (20, 30)),
)


class Day:
    """The center's day in a test's hands; `told()` is what a board is given."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.seq = 50
        self.data: Json = {
            "epoch": "e1",
            "center": {
                "code": "26041",
                "name": {
                    "vi": "Trung tâm Phục vụ hành chính công phường Trấn Biên",
                    "en": "Trấn Biên Ward Public Administration Service Center",
                },
                "province": {"vi": "Đồng Nai", "en": "Đồng Nai"},
                "language": "vi",
            },
            "day": {"date": "2026-11-23", "state": "open", "closed_reason": None}
            | {"next_opening": None, "hours": [["07:30", "11:30"], ["13:30", "17:00"]]},
            "services": [self._service(*facts) for facts in SERVICES],
            "counters": [],
            "tickets": [],
            "calls": [],
            "notices": [],
            "alerts": [],
        }
        for number, services in enumerate(("A", "AS", "H", "HX", "LM", "KN", "XNE", "SA"), 1):
            self.counter(number, services)

    @staticmethod
    def _service(code: str, vi: str, en: str, waiting: int, wait: object) -> Json:
        span = {"low": wait[0], "high": wait[1]} if isinstance(wait, tuple) else wait
        following = [f"{code}{number:03d}" for number in range(31, 31 + min(waiting, 3))]
        return {
            "code": code,
            "series": code,
            "name": {"vi": vi, "en": en},
            "icon": "stamp",
            "minutes": 10,
            "documents": {"vi": [], "en": []},
            "open": True,
            "closed_reason": None,
            "waiting": waiting,
            "wait": span,
            "counters": [1],
            "next": following,
        }

    def counter(self, number: int, services: str = "", **facts: Any) -> None:
        """Open a counter, or change it."""
        counters = {each["number"]: each for each in self.data["counters"]}
        plain = {"number": number, "services": ["A"], "state": "open", "reason": None}
        plain |= {"since": NOW.isoformat(), "staff": "Nguyễn Văn Mẫu", "ticket": None}
        served = {"services": list(services)} if services else {}
        counters[number] = plain | counters.get(number, {}) | served | facts
        self.data["counters"] = list(counters.values())

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds - 1000)

    def call(self, number: str, counter: int, *, ago: float = 0, calls: int = 1) -> Json:
        """Call a number to a counter, some seconds ago."""
        self.seq += 1
        entry = {
            "seq": self.seq,
            "ticket": f"id-{number}",
            "number": number,
            "service": number[0],
            "counter": counter,
            "calls": calls,
            "reason": "FIRST",
            "at": (self.now() - timedelta(seconds=ago)).isoformat(timespec="milliseconds"),
        }
        self.data["calls"] = [entry, *self.data["calls"]][:12]
        self.counter(counter, ticket={"id": f"id-{number}", "number": number, "state": "called"})
        return entry

    def busy(self) -> "Day":
        """Nine calls of the last minutes."""
        called = ("S021", 2), ("K009", 6), ("L014", 5), ("A027", 1), ("H018", 3), ("X011", 7)
        for index, (number, counter) in enumerate((*called, ("S022", 8), ("A028", 2), ("H019", 4))):
            self.call(number, counter, ago=600 - index * 60)
        self.counter(6, state="paused", reason="Họp", ticket=None)
        return self

    def told(self) -> Json:
        return {**self.data, "seq": self.seq, "now": self.now().isoformat(timespec="milliseconds")}


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def board(qapp: object, day: Day) -> Board:
    """A board without a window, whose steady clock is the day's."""
    return Board(ScreenTexts(), steady=lambda: day.seconds)


@pytest.fixture
def hall(qtbot: QtBot, day: Day) -> Iterator[Callable[..., tuple[Program, Board]]]:
    """Hang up a board of a size; at the end it must be without faults and without leaks."""
    hung: list[tuple[Program, Board, Speaker, Stage]] = []

    def hang(size: tuple[int, int] = (1920, 1080), **how: Any) -> tuple[Program, Board]:
        texts = ScreenTexts(how.pop("language", "vi"))
        stage = how.pop("stage", None) or Stage()
        board = Board(texts, steady=lambda: day.seconds, **how)
        voice = Speaker(open_voice(), SilentPlayer(chime_ms=400), Manner())
        board.link("fresh")
        models = {"board": board, "voice": voice, "stage": stage}
        qml = QML if board.facts["desk"] == {} else SIGN
        program = open_program(qml, models, size=size, texts=texts)
        program.window.engine().addImageProvider(PROVIDER, stage.frames)
        hung.append((program, board, voice, stage))
        qtbot.waitUntil(program.window.isExposed)
        return program, board

    yield hang
    for program, _, voice, stage in hung:
        stage.close()
        program.close()
        voice.stop()
    assert [fault for program, *_ in hung for fault in program.faults] == []
    assert all(program.icons.unknown == set() for program, *_ in hung)


@pytest.fixture
def take_picture(qtbot: QtBot, pictures: Path) -> Callable[[Program, str], Path]:
    """Save what a board shows once it has drawn."""

    def take(program: Program, name: str) -> Path:
        with qtbot.waitSignal(program.window.frameSwapped, raising=False, timeout=500):
            program.window.update()
        file = pictures / f"{name}.png"
        size = picture(program.window, file)
        assert size == (program.window.width(), program.window.height())
        return file

    return take
