"""The slip as a PDF, read back through its fonts."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fontTools.ttLib import TTFont

from layso_assets import files
from layso_printing import TicketSlip
from layso_printing.pdf import slip_pdf
from layso_printing.preview.samples import KINDS, sample_slip
from layso_printing.slip import words_of
from pdf_reader import contents, texts, unescape

MM = 72 / 25.4
NOW = datetime(2026, 11, 23, 7, 42, tzinfo=UTC)


@pytest.mark.parametrize("sheet", ["a6", "80mm"])
def test_the_pdf_says_everything_that_the_slip_says(sample: TicketSlip, sheet: str) -> None:
    said = "".join(texts(slip_pdf(sample, sheet))[0]).replace(" ", "")
    words = words_of(sample)
    wanted = [*words.texts.values(), *words.documents]
    wanted += [text for fact in words.facts for text in (fact.label, fact.value)]
    for text in filter(None, wanted):
        assert text.replace(" ", "") in said


@pytest.mark.parametrize("sheet", ["a6", "80mm"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_number_is_25_mm_high_however_much_stands_below(kind: str, sheet: str) -> None:
    (content,) = contents(slip_pdf(sample_slip(kind, "vi", NOW), sheet))
    scale = float(re.findall(rb"([\d.]+) 0 0 \1 [\d.]+ [\d.]+ cm", content)[-1])
    largest = max(float(size) for size in re.findall(rb" ([\d.]+) Tf", content))
    with TTFont(files.path("fonts", "BeVietnamPro-ExtraBold.ttf")) as font:
        capital = font["OS/2"].sCapHeight / font["head"].unitsPerEm
    assert largest * scale * capital / MM >= 25


def test_the_numbers_squeeze_stays_with_the_number(sample: TicketSlip) -> None:
    (content,) = contents(slip_pdf(sample))
    squeeze, kept, seen = [100.0], 0, set[float]()
    for token in re.finditer(rb"\bq\b|\bQ\b|([\d.]+) Tz|\(((?:\\.|[^\\)])*)\) Tj", content):
        if token[0] == b"q":
            squeeze.append(squeeze[-1])
        elif token[0] == b"Q":
            squeeze.pop()
        elif token[1]:
            squeeze[-1] = float(token[1])
            seen.add(squeeze[-1])
        elif len(unescape(token[2])) > 1:
            assert squeeze[-1] == 100
            kept += 1
    assert kept > 5
    assert seen != {100.0}, "the sample's number is squeezed"


def test_sheets_have_their_size_and_the_slip_stands_on_them(sample: TicketSlip) -> None:
    boxes = {}
    for sheet in ("a6", "80mm"):
        found = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", slip_pdf(sample, sheet))
        assert found
        boxes[sheet] = (float(found[1]) / MM, float(found[2]) / MM)
    assert boxes["a6"] == pytest.approx((105, 148), abs=0.1)
    assert boxes["80mm"][0] == pytest.approx(80, abs=0.1)
    assert 60 < boxes["80mm"][1] < 250


def test_the_same_slip_gives_the_same_file_and_another_another(slip: TicketSlip) -> None:
    assert slip_pdf(slip) == slip_pdf(slip)
    assert slip_pdf(slip) != slip_pdf(replace(slip, number="A013"))


def test_the_qr_is_drawn_only_when_there_is_something_to_follow(slip: TicketSlip) -> None:
    def squares(pdf: bytes) -> int:
        return len(re.findall(rb" re\b", contents(pdf)[0]))

    assert squares(slip_pdf(slip)) > 400
    assert squares(slip_pdf(replace(slip, follow_url=""))) < 20
