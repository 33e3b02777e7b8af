"""An invented day and what hangs on the wall: pages to look at, and to test with."""

from datetime import date, datetime

from layso_assets.languages import Texts
from layso_printing.reports.day_facts import DayFacts, OutOfOrder, ServiceLine
from layso_printing.reports.notice import NoticeFacts, NoticeService
from layso_printing.reports.poster import PosterFacts

BOOKING_URL = "https://datlich.dongnai.gov.vn/26041"

_SERVICES = (
    ServiceLine("A", "Chứng thực bản sao, chữ ký", 96, 90, 3, 11.2, 19.0, 90, 93),
    ServiceLine("H", "Hộ tịch: khai sinh, khai tử, kết hôn", 41, 39, 1, 14.6, 28.0, 38, 40),
    ServiceLine("L", "Đất đai, nhà ở", 38, 33, 3, 37.4, 62.0, 12, 36),
    ServiceLine("S", "Trả kết quả", 28, 28, 0, 0.2, 2.0, 28, 28),
    ServiceLine("M", "Hợp đồng, giao dịch", 0, 0, 0, None, None, 0, 0),
)
_HOURS = (41, 52, 38, 21, 3, 0, 22, 18, 5, 3)
_DAY, _SATURDAY = (("07:30", "11:30"), ("13:30", "17:00")), (("07:30", "11:30"),)
_WALL = (
    NoticeService("A", "Chứng thực bản sao, chữ ký", (2, 1), 6, ("Bản chính", "bản sao")),
    NoticeService("H", "Hộ tịch", (3, 4), 12, ("Giấy chứng sinh hoặc giấy báo tử",)),
    NoticeService("L", "Đất đai, nhà ở", (5,), 20, ("Giấy chứng nhận", "hợp đồng")),
    NoticeService("S", "Trả kết quả", (2, 8), 3, ("Giấy tiếp nhận hồ sơ",)),
    NoticeService("M", "Hợp đồng, giao dịch", (5,), 25, ("Dự thảo hợp đồng", "giấy chứng nhận")),
)


def sample_day() -> DayFacts:
    """Return a busy Monday whose figures add up: a quiet noon, one service late, one unused."""
    made_at = datetime.fromisoformat("2026-11-23T17:45:00+07:00")
    return DayFacts(
        center=_center("vi"),
        date=made_at.date(),
        made_at=made_at,
        issued=203,
        served=190,
        no_show=7,
        cancelled=4,
        expired=2,
        wait_mean=15.4,
        target=30,
        within=168,
        called=197,
        services=_SERVICES,
        hours=list(enumerate(_HOURS, start=7)),
        channels=[("Tại máy lấy số", 151), ("Đặt trước qua mạng", 42), ("Cán bộ lấy giúp", 10)],
        priority=[
            ("Người cao tuổi", 21),
            ("Phụ nữ mang thai", 4),
            ("Không thuộc diện ưu tiên", 178),
        ],
        exceptions=[OutOfOrder(made_at, "L007", "Được chọn gọi trước", "Người già yếu", "quầy 3")],
        paper_failed=2,
        journal_seq=5312,
        journal_head="9f2c41d0a7be8830" * 4,
    )


def sample_notice() -> NoticeFacts:
    """Return services and hours of a week with a Saturday morning."""
    return NoticeFacts(
        f"{_center('vi')}, Đồng Nai",
        date(2026, 12, 1),
        [((0, 1, 2, 3, 4), _DAY), ((5,), _SATURDAY)],
        _WALL,
        ("Nghỉ lễ, Tết theo quy định.",),
        BOOKING_URL,
    )


def sample_poster(language: str = "vi") -> PosterFacts:
    """Return the invitation to book, of the center as that language names it."""
    return PosterFacts(_center(language), BOOKING_URL)


def _center(language: str) -> str:
    return Texts(language).say("paper.sample.center")
