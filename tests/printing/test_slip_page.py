"""How a slip is laid out."""

import itertools
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfbase.ttfonts import TTFontFile

from layso_assets import files
from layso_printing import PrinterSettingsWrong, TicketSlip
from layso_printing.page import Box, Code, Faces, Figure, Run, compose, load_layout, open_faces
from layso_printing.page.layout import WEIGHTS
from layso_printing.page.lines import wrap
from layso_printing.raster import draw
from layso_printing.slip import words_of

FACES = open_faces()
TONES = "\u0300\u0301\u0303\u0309\u0323"


def vietnamese_letters() -> Iterator[str]:
    for vowel in "aăâeêioôơuưy":
        for tone in ("", *TONES):
            letter = unicodedata.normalize("NFC", vowel + tone)
            if letter not in "aeiouy":
                yield from (letter, letter.upper())
    yield from "đĐ"


def test_there_are_134_accented_letters() -> None:
    assert len(set(vietnamese_letters())) == 134


@pytest.mark.parametrize("weight", sorted(WEIGHTS))
def test_every_vietnamese_letter_has_a_glyph(weight: str) -> None:
    font = TTFontFile(str(files.path("fonts", f"BeVietnamPro-{weight}.ttf")))
    wanted = {*vietnamese_letters(), *"–…·,:;()0123456789"}
    assert [one for one in wanted if not font.charToGlyph.get(ord(one))] == []


@pytest.mark.parametrize("name", ["slip-80", "slip-58"])
def test_nothing_stands_outside_the_paper_or_on_something_else(
    sample: TicketSlip, name: str
) -> None:
    page = compose(words_of(sample), load_layout(name), FACES)
    rows: list[tuple[int, int]] = []
    for mark in page.marks:
        match mark:
            case Run():
                width = FACES.width(mark.weight, mark.size, mark.text)
                assert mark.x >= 0
                assert mark.x + width <= page.width
                assert 0 < mark.baseline <= page.height
            case Code():
                assert mark.module >= 4
                assert 4 * mark.module <= mark.x
                assert mark.x + mark.size + 4 * mark.module <= page.width
                rows.append((mark.y - 4 * mark.module, mark.y + mark.size + 4 * mark.module))
            case Figure() | Box():
                assert 0 <= mark.x <= mark.x + mark.width <= page.width
                assert mark.y + mark.height <= page.height
    texts = [mark for mark in page.marks if isinstance(mark, Run)]
    for (top, bottom), run in itertools.product(rows, texts):
        inside = run.baseline - run.size // 2 < bottom and run.baseline > top
        assert not inside, f"{run.text} stands in the quiet zone"


@pytest.mark.parametrize("layout", ["slip-80", "slip-58"])
@pytest.mark.parametrize("number", ["A012", "H999", "Z1-07", "L9999", "M1000"])
def test_the_number_is_at_least_25_mm_high(
    slip: TicketSlip,
    number: str,
    layout: str,
    ink_runs: Callable[[Image.Image], list[tuple[int, int]]],
) -> None:
    bare = replace(slip, number=number, follow_url="")
    image = draw(compose(words_of(bare), load_layout(layout), FACES), FACES)
    top, bottom = max(ink_runs(image), key=lambda run: run[1] - run[0])
    figure = image.crop((0, top, image.width, bottom))
    for left, right in ink_runs(figure.transpose(Image.Transpose.TRANSPOSE)):
        glyph = figure.crop((left, 0, right, figure.height)).convert("L").point(lambda v: 255 - v)
        box = glyph.getbbox()
        assert box is not None
        height, dash = box[3] - box[1], right - left > 2 * (box[3] - box[1]) / 3
        assert height >= 200 or (dash and "-" in number)


@given(
    st.lists(st.text("abcđẶễ,:WMil", min_size=1, max_size=30), min_size=1, max_size=25),
    st.integers(60, 560),
    st.booleans(),
)
@settings(deadline=None, max_examples=150)
def test_lines_fit_and_lose_no_word_before_the_ellipsis(
    words: list[str], width: int, balance: bool
) -> None:
    text = " ".join(words)
    lines = wrap(FACES, "Regular", 24, text, width, 5, balance)
    assert 1 <= len(lines) <= 5
    assert all(FACES.width("Regular", 24, line) <= width for line in lines)
    flat, whole = "".join(lines).replace(" ", ""), text.replace(" ", "")
    assert flat == whole or (flat.endswith("…") and whole.startswith(flat[:-1]))


def test_a_title_breaks_before_the_ward_and_not_amid_a_phrase() -> None:
    text = "Trung tâm Phục vụ hành chính công phường Trấn Biên"
    openers = words_of_vi()
    lines = wrap(FACES, "SemiBold", 25, text, 544, 3, True, openers)
    assert lines == ["Trung tâm Phục vụ hành chính công", "phường Trấn Biên"]


def words_of_vi() -> tuple[str, ...]:
    from layso_assets.languages import Texts

    return tuple(Texts("vi").say("slip.ticket.openers").split())


def test_a_slip_in_paper_holds_only_black_and_white(slip: TicketSlip) -> None:
    faces = Faces()
    image = draw(compose(words_of(slip), load_layout("slip-80"), faces), faces)
    assert image.mode == "1"
    assert image.size[0] == 576


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (('kind = "number"', 'kind = "numbre"'), "block 1, kind"),
        (("size = 20", 'size = "20"'), "block 2, size"),
        (("size = 20", "sise = 20"), "block 2, sise"),
        (("size = 20", "size = 20000"), "block 2, size"),
        (("columns = 576", 'columns = "wide"'), "columns, margin, top"),
    ],
)
def test_a_wrong_layout_names_what_is_wrong(
    tmp_path: Path, change: tuple[str, str], where: str
) -> None:
    text = (
        'columns = 576\nmargin = 8\ntop = 0\n[[block]]\nkind = "number"\nheight = 200\n'
        '[[block]]\nkind = "text"\nwhat = "service"\nsize = 20\n'
    )
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    assert len(load_layout("mine", tmp_path).blocks) == 2
    file.write_text(text.replace(*change), "utf-8")
    with pytest.raises(PrinterSettingsWrong) as caught:
        load_layout("mine", tmp_path)
    assert caught.value.code == "LAYOUT_WRONG"
    assert where in caught.value.sentence("vi")


def test_a_layout_that_is_no_toml_or_not_there_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("margin = 8\ncolumns = \n", "utf-8")
    with pytest.raises(PrinterSettingsWrong, match="line 2") as caught:
        load_layout("mine", tmp_path)
    assert caught.value.code == "LAYOUT_UNREADABLE"
    with pytest.raises(PrinterSettingsWrong, match="slip-80") as caught:
        load_layout("none", tmp_path)
    assert caught.value.code == "LAYOUT_UNKNOWN"
