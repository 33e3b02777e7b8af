"""A slip that nobody gets: laid out at the start, so that fonts are open for the first."""

from datetime import datetime

from layso_printing.slip import TicketSlip

SIGNS = "0123456789AHKLSXMNEZ-"
"""What the numbers of our series are made of."""

WARM = TicketSlip(
    center="Trung tâm",
    number="A012",
    service="Chứng thực",
    issued_at=datetime.fromisoformat("2026-01-01T07:30:00+07:00"),
    ahead=1,
    wait=(1, 2),
    lunch="Giờ nghỉ trưa",
    counters=(1, 2),
    priority="Người cao tuổi",
    documents=("Tờ khai",),
    follow_url="http://localhost/t/0",
    reprint=True,
)
