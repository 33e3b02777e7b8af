"""The fairness sheet on paper: headings with their tables, long texts, many rows."""

import re
import zlib

import pytest

from layso_printing.reports.fairness import FairTable, fairness_pdf

REASONS = FairTable("Các lần gọi theo lý do", ("Lý do", "Lần gọi", "Tỷ lệ"), (), "Chưa có.")
EXCEPTIONS = FairTable("Khác thứ tự", tuple("abcdefg"), (), "Không có.")
OVERTAKEN = FairTable("Bị vượt", tuple("abcdef"), (), "Không có.")


def made(**parts: FairTable) -> bytes:
    tables = {"reasons": REASONS, "exceptions": EXCEPTIONS, "overtaken": OVERTAKEN} | parts
    return fairness_pdf(
        title="Thứ tự gọi số trong ngày",
        heading="Trung tâm Phục vụ hành chính công phường Trấn Biên",
        about="Ngày 23/11/2026",
        footer="Lập từ nhật ký",
        language="vi",
        figures=(("622", "số đã cấp"), ("0", "lần gọi ngoài quy tắc")),
        verdict="Mọi lần gọi đều theo quy tắc.",
        explained="Mỗi số có một mốc giờ.",
        **tables,
    )


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", data))


def test_a_quiet_day_is_one_page() -> None:
    assert pages(made()) == 1
    assert made() == made(), "equal days give equal files"


def test_a_long_table_begins_below_its_heading_and_goes_on() -> None:
    row = ("10:33", "X026", "4", "Chuyển riêng đến quầy này", "nv04", "Lý do dài " * 6, "6")
    few = pages(made(exceptions=FairTable("T", tuple("abcdefg"), (row,) * 10, "")))
    many = made(exceptions=FairTable("T", tuple("abcdefg"), (row,) * 40, "", note="và 3 số nữa"))
    assert few == 1, "ten rows with their heading stay on the first page"
    assert 2 < pages(many) < 6


def test_markup_in_a_reason_is_printed_as_it_stands() -> None:
    row = ("10:33", "X026", "4", "<b>", "&nv", "<font size=90>", "6")
    data = made(exceptions=FairTable("T", tuple("abcdefg"), (row,), ""))
    assert pages(data) == 1
    assert data.startswith(b"%PDF-")


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        made(reasons=FairTable("T", tuple("abc"), (("a", "b"),), ""))
    with pytest.raises(ValueError, match="zip"):
        made(reasons=FairTable("T", tuple("abcd"), (tuple("abcd"),), ""))


def test_the_shipped_font_is_in_the_file() -> None:
    data = made()
    assert b"BeVietnamPro" in data or any(
        b"BeVietnamPro" in _unpacked(part)
        for part in re.findall(rb"stream\r?\n(.*?)endstream", data, re.S)
    )


def _unpacked(part: bytes) -> bytes:
    try:
        return zlib.decompress(part)
    except zlib.error:
        return b""
