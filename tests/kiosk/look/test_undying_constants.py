"""A board that runs for weeks must not end because Qt used up the last reference of True."""

import subprocess
import sys

SIGNALS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from layso_kiosk.look.undying import keep_constants

app = QCoreApplication([])
if sys.argv[1] == "kept":
    keep_constants()
    keep_constants()
timer = QTimer()
for _ in range(20_000):
    timer.timeout.emit()
    timer.start(100_000)
    timer.stop()
print("alive")
"""


def test_twenty_thousand_signals_do_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SIGNALS, "kept"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr
