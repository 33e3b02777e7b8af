"""Letters of another script on paper: each piece in a font that has it, shaped as it is read."""

from dataclasses import replace

import pytest
from PIL import ImageChops, features
from reportlab.pdfbase.ttfonts import TTFontFile

from layso_assets import files
from layso_printing import TicketSlip, load_profile
from layso_printing.page import Run, compose, load_layout, open_faces
from layso_printing.page.lines import wrap
from layso_printing.page.scripts import clusters, pieces, weight_of
from layso_printing.pdf import slip_pdf
from layso_printing.raster import open_press
from layso_printing.slip import words_of

KHMER = "សំបុត្រនេះមិនជំនួសបង្កាន់ដៃទទួលសំណុំឯកសារទេ"
FACES = open_faces()


def test_a_mixed_text_is_written_in_the_fonts_that_have_its_letters() -> None:
    found = list(pieces(f"7 {KHMER} Trấn Biên"))
    assert found == [
        ("BeVietnamPro", "7 "),
        ("NotoSansKhmer", KHMER),
        ("BeVietnamPro", " Trấn Biên"),
    ]
    assert list(pieces("Chứng thực")) == [("BeVietnamPro", "Chứng thực")]


@pytest.mark.parametrize("layout", ["slip-80", "slip-58", "lean-80", "lean-58"])
def test_no_letter_of_a_khmer_slip_is_missing_in_its_font(slip: TicketSlip, layout: str) -> None:
    page = compose(words_of(replace(slip, language="km")), load_layout(layout), FACES)
    runs = [mark for mark in page.marks if isinstance(mark, Run)]
    fonts: dict[str, TTFontFile] = {}
    seen = set()
    for run in runs:
        for family, piece in pieces(run.text):
            name = f"{family}-{weight_of(family, run.weight)}.ttf"
            font = fonts.setdefault(name, TTFontFile(str(files.path("fonts", name))))
            assert [one for one in piece if not font.charToGlyph.get(ord(one))] == []
            seen.add(family)
        assert run.x + FACES.width(run.weight, run.size, run.text) <= page.width
    assert seen == {"BeVietnamPro", "NotoSansKhmer"}


def test_lines_break_between_clusters_only() -> None:
    assert clusters("ក្មេងA") == ["ក្មេ", "ង", "A"]
    whole = set()
    at = 0
    for cluster in clusters(KHMER):
        whole.add(at := at + len(cluster))
    lines = wrap(FACES, "Regular", 22, KHMER, 150, 9)
    assert len(lines) > 2
    assert "".join(lines) == KHMER
    end = 0
    for line in lines:
        end += len(line)
        assert end in whole


@pytest.mark.skipif(not features.check("raqm"), reason="this Pillow cannot shape")
def test_khmer_is_shaped_and_not_letter_by_letter() -> None:
    together, _, _ = FACES.drawn("Regular", 40, "ក្ម")
    apart = sum(FACES.drawn("Regular", 40, one)[0].width for one in "ក្ម")
    assert together.width < 0.8 * apart, "the second consonant goes below the first"


def test_a_khmer_slip_is_another_picture_and_its_pdf_reads_vietnamese(slip: TicketSlip) -> None:
    press = open_press(load_profile("confirmed-80"))
    khmer = replace(slip, language="km")
    one, other = press.image(slip), press.image(khmer)
    assert one.size != other.size or ImageChops.logical_xor(one, other).getbbox() is not None
    assert len(press.bytes(khmer)) <= 26_000
    assert slip_pdf(khmer) == slip_pdf(slip)
