"""LED telegrams against known bytes; addresses and profiles that are wrong are refused."""

from pathlib import Path

import pytest

from layso_kiosk.display.led import telegram
from layso_kiosk.display.led.address import parse_led
from layso_kiosk.display.led.profile import LedProfile, LedWrong, load_profile
from modbus_panel import table_crc


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
