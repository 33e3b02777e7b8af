"""Slips dot for dot as they are printed, and PDF pages as they leave a printer."""

import subprocess
from datetime import date, datetime
from pathlib import Path

from PIL import Image

from bench.pictures.shrink import on_a_desk
from layso_assets import files
from layso_printing.pdf import slip_pdf
from layso_printing.preview import draw_layout, sample_slip
from layso_printing.reports.day import day_pdf
from layso_printing.reports.day_facts import DayFacts, OutOfOrder, ServiceLine
from layso_printing.reports.notice import NoticeFacts, NoticeService, notice_pdf
from layso_printing.reports.poster import PosterFacts, poster_pdf

NOW = datetime.fromisoformat("2026-11-23T07:42:10+07:00")
CENTER = "Trung tâm Phục vụ hành chính công phường Trấn Biên"
CENTER_IN_ENGLISH = "Trấn Biên Ward Public Administration Service Center"
URL = "https://datlich.dongnai.gov.vn/26041"
SLIPS = (
    ("slip-80", "plain", "vi"),
    ("slip-80", "plain", "en"),
    ("slip-80", "full", "vi"),
    ("slip-80", "documents", "vi"),
    ("slip-80", "reserve", "vi"),
    ("slip-80", "test", "vi"),
    ("slip-58", "plain", "vi"),
    ("slip-58", "full", "en"),
    ("lean-80", "plain", "vi"),
)
"""Layout, kind of sample, language."""

SERVICES = (
    ServiceLine("A", "Chứng thực bản sao, chữ ký", 96, 90, 3, 11.2, 19.0, 90, 93),
    ServiceLine("H", "Hộ tịch: khai sinh, khai tử, kết hôn", 41, 39, 1, 14.6, 28.0, 38, 40),
    ServiceLine("L", "Đất đai, nhà ở", 38, 33, 3, 37.4, 62.0, 12, 36),
    ServiceLine("S", "Trả kết quả", 28, 28, 0, 0.2, 2.0, 28, 28),
)  # fmt: skip
DAY = DayFacts(
    center=CENTER,
    date=date(2026, 11, 23),
    made_at=datetime.fromisoformat("2026-11-23T17:45:00+07:00"),
    issued=203,
    served=190,
    no_show=7,
    cancelled=4,
    expired=2,
    wait_mean=15.4,
    target=30,
    within=168,
    called=197,
    services=SERVICES,
    hours=[(7, 41), (8, 52), (9, 38), (10, 21), (13, 22), (14, 18), (15, 8), (16, 3)],
    channels=[("Tại máy lấy số", 151), ("Đặt trước qua mạng", 42), ("Cán bộ lấy giúp", 10)],
    priority=[("Người cao tuổi", 21), ("Phụ nữ mang thai", 4), ("Không thuộc diện ưu tiên", 178)],
    exceptions=[OutOfOrder(NOW, "L007", "Được chọn gọi trước", "Người già yếu", "quầy 3")],
    paper_failed=2,
    journal_seq=5312,
    journal_head="9f2c41d0a7be8830" * 4,
)
NOTICE = NoticeFacts(
    f"{CENTER}, Đồng Nai",
    date(2026, 12, 1),
    [((0, 1, 2, 3, 4), (("07:30", "11:30"), ("13:30", "17:00"))), ((5,), (("07:30", "11:30"),))],
    [
        NoticeService("A", "Chứng thực bản sao, chữ ký", (1, 2), 6, ("Bản chính", "bản sao")),
        NoticeService("H", "Hộ tịch", (3, 4), 12, ("Giấy chứng sinh hoặc giấy báo tử",)),
        NoticeService("L", "Đất đai, nhà ở", (5,), 20, ("Giấy chứng nhận", "hợp đồng")),
        NoticeService("S", "Trả kết quả", (2, 8), 3, ("Giấy tiếp nhận hồ sơ",)),
    ],
    ("Nghỉ lễ, Tết theo quy định.",),
    URL,
)


def make(out: Path) -> None:
    """Draw all of it into `out`."""
    for layout, kind, language in SLIPS:
        file = out / f"{layout}-{kind}-{language}.png"
        draw_layout(files.path("slips", f"{layout}.toml"), sample_slip(kind, language, NOW), file)
        with Image.open(file) as paper:
            on_a_desk(paper).save(file)
    pages = {"day-report": day_pdf(DAY), "notice": notice_pdf(NOTICE)}
    for language, center in (("vi", CENTER), ("en", CENTER_IN_ENGLISH)):
        pages[f"poster-{language}"] = poster_pdf(PosterFacts(center, URL), language)
    pages["slip-a6"] = slip_pdf(sample_slip("full", "vi", NOW), "a6")
    for name, pdf in pages.items():
        draw_pdf(pdf, out / f"{name}.png")


def draw_pdf(pdf: bytes, file: Path) -> None:
    """Draw the first page as a picture; needs pdftoppm (Debian's poppler-utils)."""
    source = file.with_suffix(".pdf")
    source.write_bytes(pdf)
    order = ["pdftoppm", "-r", "110", "-png", "-singlefile", str(source), str(file.with_suffix(""))]
    subprocess.run(order, check=True, capture_output=True, timeout=60)
    with Image.open(file) as page:
        on_a_desk(page).save(file)
