"""A whole kiosk in a window, with the fake center and the paper double."""

import string
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from knowing_hub import know
from layso_assets.languages import Language, offered, texts
from layso_kiosk.citizen import reader
from layso_kiosk.citizen.opening import OpenKiosk
from layso_kiosk.citizen.options import Options
from layso_kiosk.link.book import KioskBook
from layso_kiosk.look import texts as screen_texts
from layso_kiosk.look.touch import find, look_up, picture, touch
from layso_printing import open_printer
from layso_printing.double.double import PaperDouble
from layso_queue.center.procedures import shipped
from window_fit import settle

SERVICES = [
    ("A", "Chứng thực bản sao, chữ ký", "Certified copies, signatures", "stamp"),
    ("H", "Hộ tịch: khai sinh, khai tử, kết hôn, trích lục", "Civil status", "users"),
    ("L", "Đất đai, nhà ở", "Land and housing", "house"),
    ("K", "Hộ kinh doanh, xây dựng", "Household business, building permits", "store"),
    ("X", "Bảo trợ xã hội, người có công, BHYT", "Social aid, insurance", "heart-handshake"),
    ("N", "Nông nghiệp, môi trường, giáo dục", "Agriculture, education", "sprout"),
    ("E", "Hỗ trợ nộp hồ sơ trực tuyến", "Help with online filing", "smartphone"),
    ("S", "Trả kết quả", "Collect results", "package-check"),
    ("M", "Hợp đồng, giao dịch", "Contracts and transactions", "file-signature"),
]


MADE = (Language("qps", "Ƥṡëǘḍộ", False, False), Language("ar", "العربية", False, True))
"""Texts made here: a third longer with marks above and below, and from right to left."""

ARABIC_WORDS = "خدمة المواطن رقم انتظار مكتب طلب شهادة ميلاد زواج عقد أرض بناء وثيقة"
MARKED = str.maketrans("aeiouAEIOU", "ẫễỉộựẪỄỈỘỰ")


def _made(text: str, code: str) -> str:
    if code == "qps":
        parts = string.Formatter().parse(text)
        words = [
            said.translate(MARKED) + ("" if name is None else f"{{{name}}}")
            for said, name, _, _ in parts
        ]
        longer = " ".join(["ồỗ"] * max(1, len(text) // 9))
        return f"{''.join(words)} {longer}"
    arabic = ARABIC_WORDS.split()
    fields = [f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(text) if name]
    words = (arabic[(len(text) + at) % len(arabic)] for at in range(len(text.split())))
    return " ".join([*words, *fields])


@pytest.fixture
def made_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two languages that nobody speaks so, to stretch and to mirror the pages."""
    real = texts._load

    @lru_cache
    def load(code: str) -> dict[str, str]:
        if code not in ("qps", "ar"):
            return real(code)
        return {key: _made(text, code) for key, text in real("vi").items()}

    monkeypatch.setattr(texts, "_load", load)
    monkeypatch.setattr(texts, "_known", lambda _: True)
    for module in (reader, screen_texts):
        monkeypatch.setattr(module, "offered", lambda: (*offered(), *MADE))


class Person:
    """Somebody in front of the kiosk: touches what can be touched, reads what can be read."""

    def __init__(self, qtbot: QtBot, kiosk: OpenKiosk, pictures: Path) -> None:
        self.qtbot, self.open, self.pictures = qtbot, kiosk, pictures
        self.window, self.kiosk = kiosk.program.window, kiosk.kiosk
        self.events: list[tuple[str, dict[str, Any]]] = []
        kiosk.on_event = lambda event, **facts: self.events.append((event, facts))

    def touch(self, name: str) -> None:
        """Touch as soon as it can be touched."""
        self.until(lambda: bool((item := look_up(self.window, name)) and item.isEnabled()))
        touch(self.window, find(self.window, name))

    def reads(self, name: str) -> str:
        return str(find(self.window, name).property("text"))

    def sees(self, name: str) -> bool:
        item = look_up(self.window, name)
        return item is not None and item.isVisible()

    def area(self, name: str) -> QRectF:
        """Return where an item stands in the window."""
        settle(self.window)
        item = find(self.window, name)
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def until(self, condition: Callable[[], bool], timeout: int = 20_000) -> None:
        self.qtbot.waitUntil(condition, timeout=timeout)

    def page(self, name: str) -> None:
        self.until(lambda: self.kiosk.page == name)

    def take(self, service: str = "A") -> str:
        """Take a number the plain way; return it."""
        self.touch(f"tile-{service}")
        self.touch("take-number")
        self.page("number")
        return self.reads("number")

    def picture(self, name: str) -> Path:
        file = self.pictures / f"{name}.png"
        picture(self.window, file)
        return file


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[PaperDouble]:
    with PaperDouble(tmp_path / "paper") as double:
        yield double


@pytest.fixture
def full_center(center: Any) -> Any:
    """The fake center with all nine service groups of the demo."""
    kind = center.day["services"][0]
    lines: list[Any] = [
        (2, {"low": 10, "high": 15}),
        (5, {"low": 25, "high": 40}),
        (0, "now"),
        (3, None),
    ]
    center.day["services"] = [
        kind | {"code": code, "series": code, "name": {"vi": vi, "en": en}, "icon": icon}
        | {"waiting": lines[at % 4][0], "wait": lines[at % 4][1], "counters": [at + 1]}
        for at, (code, vi, en, icon) in enumerate(SERVICES)
    ]  # fmt: skip
    center.day["services"][0]["documents"] = {
        "vi": ["Bản chính và bản sao cần chứng thực", "Giấy tờ chưa ký (khi chứng thực chữ ký)"],
        "en": ["The originals and the copies", "The unsigned paper (for a signature)"],
    }
    offer_procedures(center)
    return center


@pytest.fixture
def with_hub(full_center: Any) -> Any:
    """The same center with a web queue that knows a card's bookings."""
    return know(full_center)


def offer_procedures(center: Any, version: str = "v1") -> None:
    """Let the fake center have the shipped catalog."""
    told = [one.shown() for one in shipped(set("AHLKXNESM"))]
    center.answers["GET", "/v1/procedures"] = lambda _: (
        200,
        {"version": version, "procedures": told},
    )
    center.day["day"]["procedures"] = version


@pytest.fixture
def open_kiosk(
    qtbot: QtBot, center: Any, tmp_path: Path, pictures: Path
) -> Iterator[Callable[..., Person]]:
    opened: list[OpenKiosk] = []

    def open_it(
        printer: str = "none:",
        size: tuple[int, int] = (1920, 1080),
        language: str = "vi",
        data: str = "data",
        known: bool = True,
        **more: Any,
    ) -> Person:
        folder = tmp_path / data
        book = KioskBook(folder, "Z1")
        desk = open_printer(printer, "generic-80")
        options = Options(
            center=center.url, token="right-token", name="K1", book=book, data=folder,
            printer=desk, size=size, full_screen=False, language=language, pilot=False, **more,
        )  # fmt: skip
        opened.append(OpenKiosk(options))
        person = Person(qtbot, opened[-1], pictures)
        if known:
            person.until(lambda: opened[-1].link.state == "fresh")
        return person

    yield open_it
    for kiosk in opened:
        kiosk.close()
    assert [fault for kiosk in opened for fault in kiosk.program.faults] == []
    assert [name for kiosk in opened for name in kiosk.program.icons.unknown] == []
