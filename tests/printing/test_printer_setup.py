"""Addresses and profiles, right and wrong."""

from pathlib import Path

import pytest

from layso_printing import PrinterSettingsWrong, load_profile, open_printer, profile_names
from layso_printing.page import load_layout
from layso_printing.printer.address import PrinterAddress, parse_address


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("tcp://127.0.0.1", PrinterAddress("tcp", host="127.0.0.1", port=9100)),
        ("tcp://127.0.0.1:9101/", PrinterAddress("tcp", host="127.0.0.1", port=9101)),
        ("tcp://[::1]:9100", PrinterAddress("tcp", host="::1", port=9100)),
        ("usb://04b8:0202", PrinterAddress("usb", vendor=0x04B8, product=0x0202)),
        (
            "usb://0416:5011?in=0x81&out=0x03",
            PrinterAddress("usb", vendor=0x0416, product=0x5011, endpoints=(0x81, 0x03)),
        ),
        ("serial:///dev/ttyUSB0", PrinterAddress("serial", device="/dev/ttyUSB0")),
        (
            "serial:///dev/ttyS1?baud=38400&flow=rtscts",
            PrinterAddress("serial", device="/dev/ttyS1", baud=38400, flow=True),
        ),
        ("cups://May_in_1", PrinterAddress("cups", device="May_in_1")),
        ("file:///tmp/a%20b", PrinterAddress("file", device="/tmp/a b")),
        ("none:", PrinterAddress("none")),
    ],
)
def test_addresses_are_read_as_settings_write_them(uri: str, address: PrinterAddress) -> None:
    assert parse_address(uri) == address


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "127.0.0.1:9100",
        "tcp://",
        "tcp://127.0.0.1:99999",
        "tcp://127.0.0.1/queue",
        "usb://04b8",
        "usb://04b8:zzzz",
        "usb://04b8:0202?in=1",
        "serial://ttyUSB0",
        "serial:///dev/ttyUSB0?baud=fast",
        "serial:///dev/ttyUSB0?speed=9600",
        "serial:///dev/ttyUSB0?flow=maybe",
        "file:",
        "cups://",
        "none:/x",
        "ftp://127.0.0.1/",
    ],
)
def test_an_address_that_is_not_understood_says_so(uri: str) -> None:
    with pytest.raises(PrinterSettingsWrong) as caught:
        parse_address(uri)
    assert caught.value.code == "ADDRESS_WRONG"
    assert "tcp://192.168.1.50:9100" in caught.value.sentence("vi")


def test_a_name_that_nobody_bears_is_found_out_at_setup() -> None:
    with pytest.raises(PrinterSettingsWrong) as caught:
        parse_address("tcp://" + "x" * 70 + ".invalid:9100")
    assert caught.value.code == "HOST_UNKNOWN"


@pytest.mark.parametrize("name", profile_names())
def test_every_shipped_profile_has_a_layout_of_its_width(name: str) -> None:
    profile = load_profile(name)
    assert load_layout(profile.layout).columns == profile.columns
    assert open_printer("none:", name).profile == profile


def test_an_unknown_profile_names_the_known_ones() -> None:
    with pytest.raises(PrinterSettingsWrong) as caught:
        open_printer("none:", "epson-1234")
    assert caught.value.code == "PROFILE_UNKNOWN"
    assert "confirmed-80" in caught.value.sentence("en")


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ('cutter = "laser"', "cutter"),
        ("proof = 3", "proof"),
        ("total_s = 900", "total_s"),
        ("band_rows = 25", "band_rows"),
        ("colour = true", "colour"),
        ("cutter = ", "mine.toml"),
    ],
)
def test_a_wrong_profile_names_the_entry(tmp_path: Path, line: str, where: str) -> None:
    good = 'name = "mine"\ncolumns = 576\nlayout = "slip-80"\nconnect_s = 1\n'
    (tmp_path / "mine.toml").write_text(good, "utf-8")
    assert load_profile("mine", tmp_path).connect_s == 1.0
    (tmp_path / "mine.toml").write_text(good + line, "utf-8")
    with pytest.raises(PrinterSettingsWrong) as caught:
        load_profile("mine", tmp_path)
    assert caught.value.code == "PROFILE_WRONG"
    assert f'"{where}"' in caught.value.sentence("vi")


CODES = {
    "ADDRESS_WRONG": {"uri": "x:y"},
    "HOST_UNKNOWN": {"host": "may-in"},
    "PROFILE_UNKNOWN": {"name": "mine", "known": "generic-80"},
    "PROFILE_WRONG": {"name": "mine", "where": "cutter"},
    "LAYOUT_UNKNOWN": {"name": "mine", "known": "slip-80"},
    "LAYOUT_UNREADABLE": {"name": "mine", "line": "7"},
    "LAYOUT_WRONG": {"name": "mine", "where": "block 3"},
    "LIBRARY_MISSING": {"library": "pycups", "scheme": "CUPS"},
    "TOO_SLOW": {"baud": "19200"},
    "DEVICE_WRONG": {"device": "/dev/x"},
}


@pytest.mark.parametrize("code", sorted(CODES))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_setup_code_has_a_sentence_that_names_the_culprit(code: str, language: str) -> None:
    sentence = PrinterSettingsWrong(code, **CODES[code]).sentence(language)
    assert all(value in sentence for value in CODES[code].values())
    assert sentence.endswith(".")
