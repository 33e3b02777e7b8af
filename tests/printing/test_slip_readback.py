"""What came out of the printer, read back by others: a QR decoder and a matcher of letters."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from layso_assets import files
from layso_printing import Outcome, TicketSlip, load_profile, open_printer, print_slip
from layso_printing.double.double import PaperDouble

SIGNS = "0123456789AHKLSXMNEZ-"
CELL = (48, 64)


@pytest.mark.parametrize(
    ("profile", "columns"),
    [
        ("confirmed-80", 576),
        ("generic-80", 576),
        ("blind-80", 576),
        ("confirmed-58", 384),
        ("generic-58", 384),
        ("blind-58", 384),
    ],
)
@pytest.mark.parametrize("kind", ["plain", "english", "documents"])
def test_a_phone_reads_the_follow_address_from_the_paper(
    new_double: Callable[..., PaperDouble],
    read_qr: Callable[[Path], list[str]],
    samples: dict[str, TicketSlip],
    profile: str,
    columns: int,
    kind: str,
) -> None:
    double = new_double(columns)
    result = print_slip(open_printer(double.uri, profile), samples[kind])
    assert result.outcome is Outcome.PRINTED
    (made,) = double.wait_for(1)
    assert read_qr(made.file) == [samples[kind].follow_url]
    assert made.cut == (load_profile(profile).cutter != "none")
    assert double.works.machine.unknown == 0


@pytest.mark.parametrize(("profile", "columns"), [("confirmed-80", 576), ("confirmed-58", 384)])
@pytest.mark.parametrize("number", ["A012", "H345", "L6789", "Z1-07", "X908"])
def test_the_number_can_be_read_from_the_paper(
    new_double: Callable[..., PaperDouble],
    ink_runs: Callable[[Image.Image], list[tuple[int, int]]],
    slip: TicketSlip,
    profile: str,
    columns: int,
    number: str,
) -> None:
    double = new_double(columns)
    print_slip(open_printer(double.uri, profile), replace(slip, number=number, follow_url=""))
    (made,) = double.wait_for(1)
    with Image.open(made.file) as picture:
        paper = picture.convert("1")
    top, bottom = max(ink_runs(paper), key=lambda run: run[1] - run[0])
    figure = paper.crop((0, top, paper.width, bottom))
    assert columns == 384 or figure.height >= 200
    columns_of_ink = ink_runs(figure.transpose(Image.Transpose.TRANSPOSE))
    read = "".join(read_sign(figure.crop((a, 0, b, figure.height))) for a, b in columns_of_ink)
    assert read == number


def read_sign(cut: Image.Image) -> str:
    """Return the sign whose shape, drawn by other means, differs least."""
    ink = ImageChops.invert(cut.convert("L"))
    left, top, right, bottom = ink.getbbox() or (0, 0, 1, 1)
    if bottom - top < cut.height / 3:
        return "-"
    shape = ink.crop((left, top, right, bottom)).resize(CELL)
    return min(SIGNS.replace("-", ""), key=lambda sign: difference(shape, template(sign)))


def template(sign: str) -> Image.Image:
    font = ImageFont.truetype(files.path("fonts", "BeVietnamPro-ExtraBold.ttf"), 120)
    sheet = Image.new("L", (200, 200), 0)
    ImageDraw.Draw(sheet).text((40, 20), sign, font=font, fill=255)
    return sheet.crop(sheet.getbbox()).resize(CELL)


def difference(one: Image.Image, other: Image.Image) -> int:
    return sum(ImageChops.difference(one, other).tobytes())


def test_a_reprint_and_a_reserve_number_are_marked_on_the_paper(
    new_double: Callable[..., PaperDouble], slip: TicketSlip
) -> None:
    double = new_double()
    printer = open_printer(double.uri)
    for one in (slip, replace(slip, reprint=True), replace(slip, emergency=True)):
        assert print_slip(printer, one).outcome is Outcome.PRINTED
    heights = []
    for made in double.wait_for(3):
        with Image.open(made.file) as picture:
            heights.append(picture.height)
    assert heights[1] >= heights[0] + 40
    assert heights[2] >= heights[0] + 60
