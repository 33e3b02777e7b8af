"""The daily report: it says what the day was, on as many pages as it takes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from layso_printing.preview.pages import sample_day
from layso_printing.reports.day import day_pdf
from layso_printing.reports.day_facts import DayFacts, OutOfOrder
from pdf_reader import contents, texts

DAY = sample_day()
MADE = DAY.made_at


def said(facts: DayFacts, language: str = "vi") -> str:
    return " ".join(one for page in texts(day_pdf(facts, language)) for one in page)


def test_the_report_says_what_the_day_was() -> None:
    whole = said(DAY)
    wanted = ["Thứ Hai, 23/11/2026", "203", "15 phút", "85 %", "được gọi trong 30 phút"]
    wanted += ["190 đã phục vụ, 4 đã hủy, 2", "168 trên 197 lượt gọi", "2 phiếu in lỗi"]
    wanted += ["37 phút", "62 phút", "dưới 1 phút", "33 %", "74 %", "10 %", "12:00", "L007"]
    wanted += ["9f2c41d0 a7be8830", "5312", "17:45", "Người già yếu"]
    assert [one for one in wanted if one not in whole] == []


def test_the_report_in_english_says_the_same() -> None:
    whole = said(DAY, "en")
    wanted = ["Day report", "Monday, 23/11/2026", "called within 30 min", "37 min", "Page 1 of"]
    assert [one for one in wanted if one not in whole] == []


def test_a_mean_wait_beyond_the_target_is_drawn_in_the_warning_colour() -> None:
    accent = b".639216 .090196 .117647 rg"
    bars_only = replace(DAY, hours=())
    late = contents(day_pdf(bars_only))[0].count(accent)
    none_late = contents(day_pdf(replace(bars_only, target=60)))[0].count(accent)
    assert late == none_late + 1


def test_an_empty_day_is_told_in_words() -> None:
    empty = DayFacts(
        DAY.center, DAY.date, MADE, 0, 0, 0, 0, 0, wait_mean=None, target=30, within=0, called=0
    )
    whole = said(empty)
    assert "Hôm nay chưa có số nào được cấp." in whole
    assert "Không có ngoại lệ: mọi số được gọi đúng thứ tự." in whole
    assert "Mã xác thực" not in whole


def test_a_day_of_many_exceptions_goes_on_over_pages() -> None:
    many = [
        OutOfOrder(MADE + timedelta(minutes=n), f"A{n:03}", "Chọn gọi trước", "Lý do dài " * 12)
        for n in range(90)
    ]
    pages = texts(day_pdf(replace(DAY, exceptions=many)))
    found = [one for page in pages for one in page if one.startswith("A0") and len(one) == 4]
    assert found == [f"A{n:03}" for n in range(90)]
    later = [page for page in pages if "A089" in page or "A050" in page]
    assert all("Việc đã xảy ra" in page for page in later)


def test_figures_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="in time"):
        day_pdf(replace(DAY, within=DAY.called + 1))
