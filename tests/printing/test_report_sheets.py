"""The kit of reports: wrapped texts, tables over pages, page numbers, charts."""

import re

import pytest

from layso_printing.reports import Bar, Column, Figure, Sheet
from pdf_reader import contents, texts

COLUMNS = [Column("Thủ tục", 3, strong=True), Column("Số phiếu", align="right")]
LONG = "Hộ tịch: khai sinh, khai tử, kết hôn, trích lục "


def joined(page: list[str]) -> str:
    return " ".join(page)


def test_a_table_goes_on_over_pages_with_its_headings_and_loses_no_row() -> None:
    sheet = Sheet("Báo cáo", about="23/11/2026", footer="Chân trang")
    sheet.table(COLUMNS, [[f"dòng {n}", str(n)] for n in range(120)], ["Tổng", "7140"])
    pages = texts(sheet.pdf())
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert {"Thủ tục", "Số phiếu", "Chân trang", f"Trang {number}/{len(pages)}"} <= set(page)
    assert [joined(page).count("Báo cáo") for page in pages] == [1] * len(pages)
    rows = [said for page in pages for said in page if said.startswith("dòng")]
    assert rows == [f"dòng {n}" for n in range(120)]
    assert "dòng 119" in pages[-1], "a total never stands alone on a page"


def test_long_texts_wrap_and_say_everything() -> None:
    sheet = Sheet(LONG * 4, heading=LONG * 3, about=LONG, footer=LONG * 3)
    sheet.paragraph(LONG * 30)
    sheet.table(COLUMNS, [[LONG * 40, "1"]])
    said = joined([one for page in texts(sheet.pdf()) for one in page])
    assert said.count("trích lục") >= 4 + 3 + 1 + 3 + 30 + 40


def test_markup_in_a_text_is_printed_as_it_stands() -> None:
    sheet = Sheet("<b>Đậm</b> & <font size=99>to</font>")
    sheet.table(COLUMNS, [["<para>x\x1b\u202ey", "&amp;"]])
    said = joined(texts(sheet.pdf())[0]).replace(" ", "")
    assert "<b>Đậm</b>&<fontsize=99>to</font>" in said
    assert "<para>xy" in said
    assert "&amp;" in said


def test_figures_bars_and_hours_say_their_values() -> None:
    sheet = Sheet("Day", language="en")
    sheet.figures([Figure(str(n), f"name {n}", f"note {n}") for n in range(6)])
    sheet.bars([Bar(f"Service {n}", n, f"{n} min", target=9) for n in range(30)])
    sheet.hours([(f"{hour:02}", hour) for hour in range(7, 18)])
    pages = texts(sheet.pdf())
    said = {one for page in pages for one in page}
    assert {"5", "name 5", "note 5", "Service 29", "29 min", "17"} <= said
    assert f"Page 1 of {len(pages)}" in said


def test_a_value_beyond_its_target_is_drawn_in_another_colour() -> None:
    def page(value: float) -> bytes:
        sheet = Sheet("T")
        sheet.bars([Bar("A", value, "x", target=30)])
        return contents(sheet.pdf())[0]

    accent, good = b".639216 .090196 .117647 rg", b".043137 .352941 .203922 rg"
    assert accent in page(31)
    assert good not in page(31)
    assert good in page(29)


def test_no_rows_are_said_in_words() -> None:
    sheet = Sheet("T")
    sheet.table(COLUMNS, [], empty="Không có gì.")
    assert "Không có gì." in texts(sheet.pdf())[0]


def test_a_row_of_the_wrong_length_is_our_fault() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        Sheet("T").table(COLUMNS, [["one"]])


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("a3", 842), ("a4-wide", 842)])
def test_papers_have_their_size(paper: str, width: int) -> None:
    found = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ", Sheet("T", paper=paper).pdf())
    assert found
    assert float(found[1]) == pytest.approx(width, abs=1)


def test_the_same_content_gives_the_same_bytes() -> None:
    def made(title: str) -> bytes:
        sheet = Sheet(title)
        sheet.points(["một", "hai"])
        return sheet.pdf()

    assert made("T") == made("T")
    assert made("T") != made("U")
