"""From what a ticket says to the bytes for the printer: time, and what travels."""

import time
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from bench.figures import Figure, median, percentile
from layso_printing import TicketSlip, load_profile, open_printer
from layso_printing.raster import open_press

SLIPS = 300
BYTES_A_SECOND = 11_520
"""Of a serial line at 115,200 baud."""

LONGEST = tuple(
    f"Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác số {n}"
    for n in range(1, 9)
)


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
    """Lay out, draw and encode one slip after the other, from a printer just opened."""
    printer = open_printer(f"file://{folder / 'slip.bin'}")
    seconds, sizes = [], []
    for n in range(SLIPS):
        slip = _slip(n)
        started = time.perf_counter()
        data = printer.press.bytes(slip)
        seconds.append(time.perf_counter() - started)
        sizes.append(len(data))
    lean = open_press(load_profile("confirmed-80"), lean=True)
    long = replace(_slip(1), documents=LONGEST, reprint=True)
    listed = [
        open_press(load_profile(name)).bytes(long) for name in ("confirmed-80", "confirmed-58")
    ]
    leanest = len(lean.bytes(_slip(1)))
    return [
        Figure("slip to bytes, median", 1000 * median(seconds), "ms", 30),
        Figure("slip to bytes, p99", 1000 * percentile(seconds, 0.99), "ms"),
        Figure("slip to bytes, the first", 1000 * seconds[0], "ms"),
        Figure("slip size", median(sizes) / 1000, "kB", 26),
        Figure("slip size, eight long documents", max(map(len, listed)) / 1000, "kB", 26),
        Figure("lean slip size", leanest / 1000, "kB", 16),
        Figure("lean slip, eight long documents", len(lean.bytes(long)) / 1000, "kB", 16),
        Figure("lean slip at 115,200 baud", leanest / BYTES_A_SECOND, "s", 1.4),
    ]
