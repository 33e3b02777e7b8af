"""From what a ticket says to the bytes for the printer."""

import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from bench.figures import Figure, median, percentile
from layso_printing import TicketSlip, open_printer

SLIPS = 60


def _slip(n: int) -> TicketSlip:
    return TicketSlip(
        center="Trung tâm Phục vụ hành chính công phường Trấn Biên",
        number=f"H{n:03d}",
        service="Hộ tịch: khai sinh, khai tử, kết hôn, trích lục",
        issued_at=datetime(2026, 11, 23, 8, 15, tzinfo=timezone(timedelta(hours=7))),
        ahead=n,
        wait=(20, 40),
        counters=(3, 4),
        priority="Người cao tuổi",
        follow_url=f"http://127.0.0.1:8026/t/01a201a1-b47a-742a-91ef-{n:012d}",
        language="vi",
    )


def measure(folder: Path) -> list[Figure]:
    """Lay out, draw and encode one slip after the other."""
    printer = open_printer(f"file://{folder / 'slip.bin'}")
    seconds, sizes = [], []
    for n in range(SLIPS):
        slip = _slip(n)
        started = time.perf_counter()
        data = printer.press.bytes(slip)
        seconds.append(time.perf_counter() - started)
        sizes.append(len(data))
    return [
        Figure("slip to bytes, median", 1000 * median(seconds), "ms", 30),
        Figure("slip to bytes, p99", 1000 * percentile(seconds, 0.99), "ms"),
        Figure("slip size", median(sizes) / 1000, "kB", 26),
    ]
