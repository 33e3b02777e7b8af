"""The daily report: it says what the day was, on as many pages as it takes."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from layso_printing.reports.day import day_pdf
from layso_printing.reports.day_facts import DayFacts, OutOfOrder, ServiceLine
from pdf_reader import contents, texts

MADE = datetime.fromisoformat("2026-11-23T17:45:00+07:00")
SERVICES = (
    ServiceLine("A", "Chứng thực bản sao, chữ ký", 96, 90, 3, 11.2, 19.0, 90, 93),
    ServiceLine("L", "Đất đai, nhà ở", 38, 33, 3, 37.4, 62.0, 12, 36),
    ServiceLine("S", "Trả kết quả", 28, 28, 0, 0.2, 2.0, 28, 28),
    ServiceLine("M", "Hợp đồng, giao dịch", 0, 0, 0, None, None, 0, 0),
)
DAY = DayFacts(
    center="Trung tâm Phục vụ hành chính công phường Trấn Biên",
    date=date(2026, 11, 23),
    made_at=MADE,
    issued=162,
    served=151,
    no_show=6,
    cancelled=4,
    expired=1,
    wait_mean=15.6,
    target=30,
    within=130,
    called=157,
    services=SERVICES,
    hours=[(7, 40), (8, 62), (12, 0)],
    channels=[("Tại máy lấy số", 120), ("Đặt trước qua mạng", 42)],
    priority=[("Người cao tuổi", 20), ("Không thuộc diện ưu tiên", 142)],
    exceptions=[OutOfOrder(MADE, "L007", "Được chọn gọi trước", "Người già yếu", "quầy 3")],
    paper_failed=2,
    journal_seq=5312,
    journal_head="9f2c41d0a7be8830" * 4,
)


def said(facts: DayFacts, language: str = "vi") -> str:
    return " ".join(one for page in texts(day_pdf(facts, language)) for one in page)


def test_the_report_says_what_the_day_was() -> None:
    whole = said(DAY)
    wanted = ["Thứ Hai, 23/11/2026", "162", "16 phút", "83 %", "được gọi trong 30 phút"]
    wanted += ["151 đã phục vụ, 4 đã hủy, 1 hết", "130 trên 157 lượt gọi", "2 phiếu in lỗi"]
    wanted += ["37 phút", "62 phút", "dưới 1 phút", "33 %", "74 %", "12 %", "08:00", "L007"]
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
        day_pdf(replace(DAY, within=158))
