"""Screens: the tests that open real windows leave their pictures where they are told to."""

import os
import subprocess
import sys
from pathlib import Path

from bench.pictures.book import HOUSE

TESTS = (
    ("kiosk/citizen/test_citizen_languages.py", ""),
    ("kiosk/citizen/test_citizen_pictures.py", "wide-vi-100 or tall-vi-100 or wide-vi-150"),
    ("kiosk/citizen/test_citizen_admin.py", ""),
    ("kiosk/citizen/test_citizen_known.py", "several"),
    ("kiosk/citizen/test_citizen_left_phone.py", "phone_number"),
    ("kiosk/citizen/test_citizen_unseen.py", "large_enough"),
    ("kiosk/citizen/test_citizen_web_away.py", ""),
    ("kiosk/counter/test_counter_pictures.py", "not 150 and not 125"),
    ("kiosk/counter/test_counter_alerts.py", "keys_and_mouse"),
    ("kiosk/counter/test_counter_closing.py", "back_a_step"),
    ("kiosk/display/test_board_window.py", "third or lit or lost or closed"),
    ("kiosk/display/test_board_layouts.py", "painted"),
    ("kiosk/display/test_desk_sign.py", "read_from_afar and vi-size0"),
    ("kiosk/recorder/test_recorder_window.py", ""),
)
"""Files below tests/, and which of their tests are wanted."""

_PATIENCE_S = 900


def make(out: Path) -> None:
    """Run the tests; what they show comes into `out`. A failed test is told, not hidden."""
    told = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    environment = os.environ | told | {"LAYSO_PICTURES": str(out)}
    for file, wanted in TESTS:
        order = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"tests/{file}"]
        order += ["-k", wanted] if wanted else []
        subprocess.run(order, cwd=HOUSE, env=environment, timeout=_PATIENCE_S, check=False)
