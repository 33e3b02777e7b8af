"""The judge of windows finds what it is there for, and nothing where all is well."""

from pathlib import Path
from typing import Any

import pytest

from window_fit import unfit

HEAD = "import QtQuick\nimport Layso.Look\n"
WELL = """
    TouchButton { objectName: "go"; x: 40; y: 40; width: 400; height: 120; label: "Lấy số" }
    Prose { x: 40; y: 300; text: "Bạn cần làm thủ tục gì?" }
    Rectangle {
        objectName: "box"; x: 40; y: 500; width: 900; height: 100
        Prose { anchors.centerIn: parent; text: "Trong khung" }
    }
    Flickable {
        x: 1000; y: 300; width: 600; height: 200; contentHeight: 400; clip: true
        Prose { y: 300; text: "Cuộn xuống mới thấy" }
    }
"""
NARROW = "width: 60; elide: Text.ElideRight; wrapMode: Text.NoWrap"
FAULTS = {
    "is cut short": f'Prose {{ {NARROW}; text: "Quá dài" }}',
    "painted outside": 'Rectangle { y: 700; width: 40; height: 40; Prose { text: "Ngoài" } }',
    "leaves the window": 'Prose { x: 1880; y: 700; wrapMode: Text.NoWrap; text: "Ra ngoài" }',
    "overlaps": 'Prose { x: 300; y: 80; text: "Đè lên nút" }',
    "has letters of 20 px": 'Prose { y: 800; font.pixelSize: 20; text: "Nhỏ" }',
    "is 60 x 120 px": "TouchButton { y: 900; width: 60; height: 120 }",
}


@pytest.fixture
def shown(open_window: Any, tmp_path: Path) -> Any:
    def show(more: str) -> list[str]:
        file = tmp_path / "Window.qml"
        file.write_text(f"{HEAD}Item {{ {WELL}\n{more} }}\n", encoding="utf-8")
        return unfit(open_window(file, size=(1920, 1080)).window)

    return show


def test_nothing_is_found_where_all_is_well(shown: Any) -> None:
    assert shown("") == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found(shown: Any, fault: str) -> None:
    found = shown(FAULTS[fault])
    assert any(fault in one for one in found), found
