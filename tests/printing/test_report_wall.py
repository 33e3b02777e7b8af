"""Notice and poster for the wall."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest

from layso_assets.languages import Texts
from layso_printing.preview.pages import BOOKING_URL, sample_notice, sample_poster
from layso_printing.reports.notice import (
    NoticeService,
    days_said,
    notice_pdf,
    spans_said,
)
from layso_printing.reports.poster import poster_pdf
from pdf_reader import contents, texts

NOTICE, POSTER = sample_notice(), sample_poster()
PAPERS = {"a4": (595.28, 841.89), "a3": (841.89, 1190.55)}


def said(pdf: bytes) -> str:
    return " ".join(one for page in texts(pdf) for one in page)


def size(pdf: bytes) -> tuple[float, float]:
    found = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)
    assert found
    return float(found[1]), float(found[2])


@pytest.mark.parametrize("paper", sorted(PAPERS))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_notice_and_poster_fill_one_page_of_either_paper(paper: str, language: str) -> None:
    for pdf in (notice_pdf(NOTICE, language, paper), poster_pdf(POSTER, language, paper)):
        assert size(pdf) == pytest.approx(PAPERS[paper], abs=0.1)
        assert len(contents(pdf)) == 1
        assert POSTER.center in said(pdf)


def test_the_notice_says_days_hours_counters_and_what_to_bring() -> None:
    whole = said(notice_pdf(NOTICE))
    wanted = [
        "Thứ Hai – Thứ Sáu",
        "07:30–11:30, 13:30–17:00",
        "Thứ Bảy",
        "A · Chứng thực bản sao",
    ]
    wanted += ["1, 2", "6 phút", "Bản chính; bản sao", "Nghỉ lễ, Tết theo quy định."]
    wanted += ["Phiếu số thứ tự không thay thế giấy tiếp nhận hồ sơ.", "01/12/2026"]
    assert [one for one in wanted if one not in whole] == []
    assert "Trang" not in whole, "a single page on a wall has no number"


def test_a_notice_of_many_services_goes_on_over_pages() -> None:
    many = [NoticeService(f"A{n}", "Một dịch vụ có tên khá dài " * 3) for n in range(60)]
    pages = texts(notice_pdf(replace(NOTICE, services=many, booking_url="")))
    assert len(pages) > 1
    assert all("Dịch vụ" in page for page in pages)
    assert f"Trang 2/{len(pages)}" in pages[1]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([0, 1, 2, 3, 4], "Thứ\u00a0Hai – Thứ\u00a0Sáu"),
        ([5], "Thứ\u00a0Bảy"),
        ([5, 6], "Thứ\u00a0Bảy, Chủ\u00a0nhật"),
        ([4, 0, 2, 2], "Thứ\u00a0Hai, Thứ\u00a0Tư, Thứ\u00a0Sáu"),
    ],
)
def test_days_are_said_as_people_say_them(days: list[int], expected: str) -> None:
    assert days_said(days, Texts("vi")) == expected
    assert spans_said(()) == "–"


def test_nobody_is_told_that_a_phone_is_needed() -> None:
    assert "Không ai bị buộc phải có điện thoại thông minh" in said(poster_pdf(POSTER))


def test_a_text_too_long_for_the_poster_is_refused_and_not_drawn_over() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        poster_pdf(replace(POSTER, center="Trung tâm có tên rất dài " * 60))


@pytest.mark.skipif(which("pdftoppm") is None, reason="no pdftoppm to draw the page with")
@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_a_phone_reads_the_code_from_the_drawn_page(
    tmp_path: Path, read_qr: Callable[[Path], list[str]], paper: str
) -> None:
    for name, pdf in (
        ("notice", notice_pdf(NOTICE, "vi", paper)),
        ("poster", poster_pdf(POSTER, "vi", paper)),
    ):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(pdf)
        picture = tmp_path / name
        order = ["pdftoppm", "-r", "110", "-gray", "-png", "-singlefile", str(file), str(picture)]
        subprocess.run(order, check=True, capture_output=True, timeout=60)
        assert read_qr(picture.with_suffix(".png")) == [BOOKING_URL]
