"""LED panels on an RS-485 line: real panels on a terminal show what the day tells them."""

import os
import pty
import select
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from layso_kiosk.display.led.address import parse_led
from layso_kiosk.display.led.bus import LedBus, Shown
from layso_kiosk.display.led.panels import LedPanels, what_to_show
from layso_kiosk.display.led.profile import LedProfile
from modbus_panel import ModbusPanel

PATIENCE = 30_000


@pytest.fixture
def panel() -> Iterator[Callable[..., ModbusPanel]]:
    made: list[ModbusPanel] = []

    def make(*addresses: int) -> ModbusPanel:
        made.append(ModbusPanel(*addresses))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_a_modbus_panel_shows_and_blinks(panel: Any, qtbot: QtBot) -> None:
    far = panel(3, 4)
    url = f"serial://{far.device}?protocol=modbus&counter="
    bus = LedBus(far.device, 9600, answer_s=10)
    try:
        bus.show(parse_led(url + "3"), Shown("A012", blink=True))
        bus.show(parse_led(url + "4"), Shown("H7"))
        both = far.registers.values()
        qtbot.waitUntil(lambda: all(16 in one for one in both), timeout=PATIENCE)
        assert (far.text(3), far.registers[3][16]) == ("A012", 1)
        assert (far.text(4), far.registers[4][16]) == ("  H7", 0)
        assert far.bad == []
    finally:
        bus.close()


def test_a_lost_telegram_is_sent_again(panel: Any, qtbot: QtBot) -> None:
    far = panel(3)
    far.deaf = 1
    bus = LedBus(far.device, 9600, answer_s=0.2, again_s=60)
    try:
        bus.show(parse_led(f"serial://{far.device}?protocol=modbus&counter=3"), Shown("A013"))
        qtbot.waitUntil(lambda: far.text(3) == "A013", timeout=PATIENCE)
    finally:
        bus.close()
    assert far.requests >= 2


def test_a_panel_that_is_gone_holds_nobody_up_and_comes_back(panel: Any, qtbot: QtBot) -> None:
    far = panel(4)
    url = f"serial://{far.device}?protocol=modbus&counter="
    bus = LedBus(far.device, 9600, answer_s=0.2, again_s=0.05)
    try:
        bus.show(parse_led(url + "3"), Shown("A012"))
        bus.show(parse_led(url + "4"), Shown("H007"))
        qtbot.waitUntil(lambda: far.text(4) == "H007", timeout=PATIENCE)
        qtbot.waitUntil(lambda: bus.silent == {3}, timeout=PATIENCE)
        far.registers[3] = {}
        far.addresses.add(3)
        qtbot.waitUntil(lambda: far.text(3) == "A012", timeout=PATIENCE)
        qtbot.waitUntil(lambda: bus.silent == set(), timeout=PATIENCE)
    finally:
        bus.close()


def test_only_the_newest_text_is_sent(panel: Any, qtbot: QtBot, tmp_path: Path) -> None:
    far = panel(3)
    plug = tmp_path / "ttyUSB1"
    three = parse_led(f"serial://{plug}?protocol=modbus&counter=3")
    bus = LedBus(str(plug), 9600, answer_s=10, reopen_s=0.05)
    try:
        for number in range(200):
            bus.show(three, Shown(f"A{number:03d}"))
        plug.symlink_to(far.device)
        qtbot.waitUntil(lambda: 16 in far.registers[3], timeout=PATIENCE)
        assert (far.text(3), far.requests) == ("A199", 2)
    finally:
        bus.close()


def test_the_day_is_told_to_every_panel(panel: Any, qtbot: QtBot, day: Any) -> None:
    far = panel(3, 6, 9)
    url = f"serial://{far.device}?protocol=modbus"
    hall = LedProfile("modbus", digits=8, paused="NGHI")
    panels = [parse_led(f"{url}&counter=3"), parse_led(f"{url}&counter=6"), parse_led(url)]
    told = day.busy().told()
    assert [what_to_show(told, one, frozenset({"H018"})) for one in panels] == [
        Shown("H018", blink=True),
        Shown("----"),
        Shown("H019  4"),
    ]
    day.counter(3, state="closed")
    day.counter(4, ticket={"id": "x", "number": "H019", "state": "parked"})
    told = day.told()
    assert what_to_show(told, panels[0], frozenset()) == Shown("")
    assert what_to_show(told, parse_led(f"{url}&counter=4"), frozenset()) == Shown("")
    assert what_to_show(told, parse_led(f"{url}&counter=77"), frozenset()) == Shown("")
    assert hall.fitted("H019  4") == " H019  4"
    lines = LedPanels(panels[:2])
    try:
        lines.show(told)
        qtbot.waitUntil(lambda: far.text(6) == "----", timeout=PATIENCE)
    finally:
        lines.close()


def test_an_ascii_panel_hears_its_line_and_a_later_plugged_line_is_found(
    qtbot: QtBot, tmp_path: Path
) -> None:
    far, near = pty.openpty()
    link = tmp_path / "ttyUSB1"
    three = parse_led(f"serial://{link}?protocol=ascii&counter=3&address=12&baud=4800")
    assert (three.address, three.baud) == (12, 4800)
    bus = LedBus(str(link), 4800, again_s=0.05, reopen_s=0.05)
    heard = bytearray()

    def lines() -> bool:
        ready, _, _ = select.select([far], [], [], 0)
        if ready:
            heard.extend(os.read(far, 256))
        return b"\x0212A012\x03" in heard

    try:
        bus.show(three, Shown("A012"))
        link.symlink_to(os.ttyname(near))
        qtbot.waitUntil(lines, timeout=PATIENCE)
    finally:
        bus.close()
        os.close(far)
        os.close(near)
