"""A window that runs for days emits millions of signals."""

import subprocess
import sys

CHILD = """
import sys
from PySide6.QtCore import QObject, Signal
from layso_kiosk.link.refcounts import make_true_immortal
class Emitter(QObject):
    signal = Signal()
make_true_immortal()
emitter = Emitter()
for _ in range(100_000):
    emitter.signal.emit()
print("alive")
"""


def test_a_hundred_thousand_signals_do_not_end_the_program() -> None:
    said = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True)
    assert (said.returncode, said.stdout.strip()) == (0, "alive"), said.stderr
