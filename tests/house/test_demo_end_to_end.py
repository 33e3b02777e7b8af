"""The main job: a number taken by touch, printed, called by key, shown on the board."""

import json
import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from layso_queue.demo.web import VIETNAM

FOLLOW = re.compile(r"http://127\.0\.0\.1:\d+/t/[0-9a-f-]{36}")
PICTURES = ("kiosk-home", "kiosk-number", "counter", "board", "kiosk-booking-up", "web-booked")


@pytest.mark.timeout(400)
def test_a_morning_is_played_through_real_windows_and_processes(tmp_path: Path) -> None:
    screenless = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    words = ["demo", "--headless", "--seconds", "5", "--out", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "layso_queue", *words],
        env=screenless,
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    summary = json.loads((tmp_path / "summary.json").read_text())
    tickets = sorted((tmp_path / "tickets").glob("*.png"))
    assert summary["issued"] == summary["printed"] == len(tickets) >= 12
    assert summary["called"] >= 3
    assert summary["duplicates"] == 0
    # Booked in a browser, let in by the QR code, called; the second with the line to the hub cut.
    late = datetime.now(VIETNAM).strftime("%H:%M") >= "23:25"
    assert [one["line"] for one in summary["from_home"]] == ["up", "cut"] or late
    assert all(one["called"] and one["number"] for one in summary["from_home"]), summary
    for measured in ("touch_to_number_ms", "touch_to_paper_ms", "call_to_board_ms"):
        assert summary[measured]["p50"] > 0
    codes = [zxingcpp.read_barcode(Image.open(ticket)) for ticket in tickets]
    assert all(code is not None and FOLLOW.fullmatch(code.text) for code in codes)
    assert len({code.text for code in codes if code is not None}) == len(tickets)
    for name in PICTURES if summary["from_home"] else PICTURES[:4]:
        with Image.open(tmp_path / f"{name}.png") as picture:
            colours = picture.convert("RGB").getcolors(1 << 24) or []
            assert len(colours) > 50, f"{name} is nearly empty"
    left = (tmp_path / "logs").glob("*.log")
    assert not [log.name for log in left if "Traceback" in log.read_text(errors="replace")]
