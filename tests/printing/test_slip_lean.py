"""Lean slips: the printer's own letters and code, for serial lines."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from layso_printing import (
    Outcome,
    PrinterSettingsWrong,
    TicketSlip,
    load_profile,
    open_printer,
    print_slip,
    profile_names,
)
from layso_printing.double.double import PaperDouble
from layso_printing.double.tokens import Tokens
from layso_printing.page import Letters, compose, load_layout, open_faces
from layso_printing.page.native import NATIVE
from layso_printing.printer.printer import Printer
from layso_printing.raster import open_press
from layso_printing.slip import words_of

WITH_A_KNIFE = [("confirmed-80", 576), ("generic-80", 576), ("confirmed-58", 384)]
SIGNS = "0123456789AHKLSXMNEZ"
HOSTILE = "\x1dV\x00\x1b@ \x10\x14\x01\x03\x05 KẺ PHÁ \x1d(k\x03\x00\x31\x51\x30"


def lean(double: PaperDouble, name: str) -> Printer:
    """A printer that is served as on a serial line."""
    printer = open_printer(double.uri, name)
    return Printer(printer.address, open_press(printer.profile, lean=True))


@pytest.mark.parametrize(("name", "columns"), WITH_A_KNIFE)
@pytest.mark.parametrize("number", ["A012", "H345", "L6789", "X908"])
def test_number_and_code_are_read_from_the_paper(
    new_double: Callable[..., PaperDouble],
    read_qr: Callable[[Path], list[str]],
    ink_runs: Callable[[Image.Image], list[tuple[int, int]]],
    slip: TicketSlip,
    name: str,
    columns: int,
    number: str,
) -> None:
    double = new_double(columns)
    result = print_slip(lean(double, name), replace(slip, number=number))
    (made,) = double.wait_for(1)
    assert result.outcome is Outcome.PRINTED
    assert double.works.machine.unknown == 0
    assert read_qr(made.file) == [slip.follow_url]
    with Image.open(made.file) as picture:
        paper = picture.convert("L")
    assert read_number(paper, ink_runs, len(number)) == number


def read_number(
    paper: Image.Image, ink_runs: Callable[[Image.Image], list[tuple[int, int]]], count: int
) -> str:
    """Match each cell of the highest line above the code with signs drawn at its size."""
    upper = paper.crop((0, 0, paper.width, paper.height // 2))
    top, bottom = max(ink_runs(upper), key=lambda run: run[1] - run[0])
    line = upper.crop((0, top, paper.width, bottom))
    margin = load_layout("lean-80" if paper.width == 576 else "lean-58").margin
    across = min(8, (paper.width - 2 * margin) // (12 * count))
    start = (paper.width - 12 * across * count) // 2
    cells = [start + 12 * across * place for place in range(count)]
    return "".join(
        best_sign(line.crop((left, 0, left + 12 * across, line.height))) for left in cells
    )


def best_sign(cell: Image.Image) -> str:
    ink = ImageChops.invert(cell)
    shape = ink.crop(ink.getbbox()).resize((48, 64))
    return min(SIGNS, key=lambda sign: sum(ImageChops.difference(shape, drawn(sign)).tobytes()))


def drawn(sign: str) -> Image.Image:
    sheet = Image.new("L", (96, 96), 0)
    ImageDraw.Draw(sheet).text((10, 10), sign, font=ImageFont.load_default(60), fill=255)
    return sheet.crop(sheet.getbbox()).resize((48, 64))


@pytest.mark.parametrize("name", ["confirmed-80", "generic-80", "generic-58", "confirmed-58"])
def test_a_lean_slip_takes_at_most_16_kB(sample: TicketSlip, name: str) -> None:
    press = open_press(load_profile(name), lean=True)
    assert len(press.bytes(sample)) <= 16_000
    assert len(press.bytes(replace(sample, documents=("Tờ khai rất dài " * 9,) * 8))) <= 16_000


@pytest.mark.parametrize("name", ["lean-80", "lean-58"])
@pytest.mark.parametrize("number", ["A012", "M1000", "Z1-07"])
def test_no_line_in_the_printers_letters_reaches_the_edge(
    slip: TicketSlip, name: str, number: str
) -> None:
    layout = load_layout(name)
    page = compose(words_of(replace(slip, number=number)), layout, open_faces())
    lines = [mark for mark in page.marks if isinstance(mark, Letters)]
    assert " ".join(one.text for one in lines) == f"{number} 23/11/2026 07:42"
    assert max(one.width for one in lines) <= layout.columns - 2 * layout.margin
    assert all(one.across == 2 for one in lines if one.text != number), "the date is easy to read"


def test_a_lean_slip_is_less_than_half_of_one_in_dots(slip: TicketSlip) -> None:
    profile = load_profile("confirmed-80")
    assert len(open_press(profile, lean=True).bytes(slip)) < 0.5 * len(
        open_press(profile).bytes(slip)
    )


@pytest.mark.parametrize("name", profile_names())
def test_only_number_date_and_address_travel_as_letters(slip: TicketSlip, name: str) -> None:
    hostile = replace(
        slip, center=HOSTILE, service=HOSTILE, priority=HOSTILE, lunch=HOSTILE, documents=(HOSTILE,)
    )
    tokens = list(Tokens().feed(open_press(load_profile(name), lean=True).bytes(hostile)))
    letters = [token.data.decode() for token in tokens if token.name == b"text"]
    assert " ".join(letters) == "A012 23/11/2026 07:42"
    assert all(NATIVE.fullmatch(said) for said in letters)
    stored = [token.data for token in tokens if token.name == b"\x1d(k" and token.data[1] == 80]
    assert stored == [b"\x31\x50\x30" + slip.follow_url.encode()]
    cuts = [token for token in tokens if token.name == b"\x1dV"]
    assert len(cuts) == (load_profile(name).cutter != "none")


def test_a_printer_without_codes_gets_the_code_in_dots(
    new_double: Callable[..., PaperDouble], read_qr: Callable[[Path], list[str]], slip: TicketSlip
) -> None:
    profile = replace(load_profile("generic-80"), native_qr=False)
    double = new_double()
    press = open_press(profile, lean=True)
    assert b"\x1d(k" not in press.bytes(slip)
    print_slip(Printer(open_printer(double.uri, profile).address, press), slip)
    assert read_qr(double.wait_for(1)[0].file) == [slip.follow_url]


def test_a_serial_printer_is_served_lean_and_another_is_not(slip: TicketSlip) -> None:
    serial = open_printer("serial:///dev/tty-none?baud=38400", "generic-80")
    network = open_printer("tcp://127.0.0.1:9", "generic-80")
    assert b"A012\n" in serial.press.bytes(slip)
    assert b"A012" not in network.press.bytes(slip)


@pytest.mark.parametrize(("baud", "lean_layout"), [(19_200, "lean-80"), (38_400, "")])
def test_a_line_too_slow_for_its_slip_is_refused_in_a_plain_sentence(
    baud: int, lean_layout: str
) -> None:
    profile = replace(load_profile("generic-80"), lean=lean_layout)
    with pytest.raises(PrinterSettingsWrong) as caught:
        open_printer(f"serial:///dev/ttyUSB0?baud={baud}", profile)
    assert caught.value.code == "TOO_SLOW"
    assert str(baud) in caught.value.sentence("vi")
