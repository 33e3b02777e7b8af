"""LED panels on an RS-485 line: telegrams against known bytes, and real panels on a terminal."""

import os
import pty
import select
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from layso_kiosk.display.led import telegram
from layso_kiosk.display.led.address import parse_led
from layso_kiosk.display.led.bus import LedBus, Shown
from layso_kiosk.display.led.panels import LedPanels, what_to_show
from layso_kiosk.display.led.profile import LedProfile, LedWrong, load_profile

PATIENCE = 30_000


def table_crc(data: bytes) -> int:
    """The Modbus CRC by another way than ours: a table of the reflected polynomial, read back."""
    reflect = lambda value, bits: int(f"{value:0{bits}b}"[::-1], 2)  # noqa: E731
    crc = 0xFFFF
    for octet in data:
        crc ^= reflect(octet, 8) << 8
        for _ in range(8):
            crc = (crc << 1 ^ (0x8005 if crc & 0x8000 else 0)) & 0xFFFF
    return reflect(crc, 16)


class ModbusPanel:
    """Panels of a maker we do not know, on the far end of the line: parses and answers."""

    def __init__(self, *addresses: int) -> None:
        self.far, near = pty.openpty()
        self.device = os.ttyname(near)
        self._near = near
        self.addresses = set(addresses)
        self.registers: dict[int, dict[int, int]] = {address: {} for address in addresses}
        self.bad: list[bytes] = []
        self.requests = 0
        self.deaf = 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def text(self, address: int, start: int = 0, count: int = 2) -> str:
        held = self.registers[address]
        words = [held.get(start + place, 0x2020) for place in range(count)]
        return b"".join(struct.pack(">H", word) for word in words).decode("ascii")

    def close(self) -> None:
        self._end.set()
        self._thread.join()
        os.close(self.far)
        os.close(self._near)

    def _run(self) -> None:
        got = b""
        while not self._end.is_set():
            ready, _, _ = select.select([self.far], [], [], 0.05)
            got += os.read(self.far, 256) if ready else b""
            while len(got) >= 7 and len(got) >= (whole := 9 + got[6]):
                self._take(got[:whole])
                got = got[whole:]

    def _take(self, request: bytes) -> None:
        self.requests += 1
        address, function, start, count, size = struct.unpack(">BBHHB", request[:7])
        if struct.unpack("<H", request[-2:])[0] != table_crc(request[:-2]) or size != count * 2:
            self.bad.append(request)
            return
        if address not in self.addresses or function != 0x10:
            return
        if self.deaf:
            self.deaf -= 1
            return
        values = struct.unpack(f">{count}H", request[7:-2])
        self.registers[address] |= {start + place: value for place, value in enumerate(values)}
        answer = request[:6]
        os.write(self.far, answer + struct.pack("<H", table_crc(answer)))


@pytest.fixture
def panel() -> Iterator[Callable[..., ModbusPanel]]:
    made: list[ModbusPanel] = []

    def make(*addresses: int) -> ModbusPanel:
        made.append(ModbusPanel(*addresses))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.mark.parametrize(
    ("data", "crc"),
    [
        ("01 03 00 00 00 0A", 0xCDC5),
        ("11 10 00 01 00 02 04 00 0A 01 02", 0xF0C6),
        ("02 07", 0x1241),
        ("", 0xFFFF),
    ],
)
def test_the_crc_is_that_of_the_specification(data: str, crc: int) -> None:
    assert telegram.crc16(bytes.fromhex(data)) == crc
    assert table_crc(bytes.fromhex(data)) == crc


def test_the_request_is_that_of_the_specification() -> None:
    request = telegram.write_registers(0x11, 1, [0x000A, 0x0102])
    assert request == bytes.fromhex("11 10 00 01 00 02 04 00 0A 01 02 C6 F0")
    answer = telegram.sealed(bytes.fromhex("11 10 00 01 00 02"))
    assert telegram.is_answer(request, answer)
    assert not telegram.is_answer(request, answer[:-1] + b"\0")
    assert not telegram.is_answer(request, telegram.sealed(bytes.fromhex("12 10 00 01 00 02")))
    assert not telegram.is_answer(request, telegram.sealed(bytes.fromhex("11 90 02")))


def test_a_line_of_ascii_is_framed_and_checked() -> None:
    line = telegram.line_of_ascii(load_profile("ascii"), 3, "A012")
    assert line[:8] == b"\x0203A012\x03"[:8]
    body, check, end = line[1:-3], line[-3:-1], line[-1:]
    assert (body, end) == (b"03A012\x03", b"\r")
    expected = 0
    for octet in body:
        expected ^= octet
    assert int(check, 16) == expected
    added = LedProfile("ascii", frame="#{text}", check="sum")
    assert telegram.line_of_ascii(added, 1, "A1") == b"#  A1" + b"%02X" % (sum(b"  A1") & 255)


@pytest.mark.parametrize(
    ("text", "digits", "shown"),
    [("A012", 4, "A012"), ("A1000", 4, "1000"), ("Z1-07", 4, "Z107"), ("", 4, "    ")],
)
def test_a_number_fits_the_panel(text: str, digits: int, shown: str) -> None:
    assert LedProfile("ascii", digits=digits).fitted(text) == shown
    assert LedProfile("ascii", digits=6, align="left").fitted("A012") == "A012  "


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


@pytest.mark.parametrize(
    "text",
    [
        "tcp://1.2.3.4?counter=3",
        "serial:?counter=3",
        "serial:///dev/x?counter=three",
        "serial:///dev/x?colour=red",
        "serial:///dev/x?protocol=dmx",
        "serial:///dev/x?protocol=modbus&address=300",
        "serial:///dev/x?protocol=modbus&profile=ascii",
    ],
)
def test_a_wrong_address_is_refused(text: str) -> None:
    with pytest.raises(LedWrong):
        parse_led(text)


def test_a_wrong_profile_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    for text in ("protocol", 'protocol = "ascii"\ndigits = "four"\n', 'protocol = "x"\n'):
        file.write_text(text)
        with pytest.raises(LedWrong):
            load_profile(str(file))
    file.write_text('protocol = "ascii"\nframe = "{nothing}"\n')
    with pytest.raises(LedWrong):
        load_profile(str(file))
    file.write_text('protocol = "ascii"\ndigits = 6\n')
    assert load_profile(str(file)).digits == 6
