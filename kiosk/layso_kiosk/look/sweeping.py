"""Let Python's collector of cycles run on the UI thread alone.

Left to itself it runs in whichever thread allocates next: a worker that prints or speaks would
then take Qt objects and their timers apart from outside their thread, which ends the process.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer

EVERY_MS = 10_000


def sweep_on_ui_thread(app: QCoreApplication) -> Callable[[], None]:
    """Collect cycles by a timer of `app` from now on; return what puts things back as they were."""
    was_enabled = gc.isenabled()
    gc.disable()
    timer = QTimer(app)
    timer.setInterval(EVERY_MS)
    timer.timeout.connect(_sweep)
    timer.start()

    def restore() -> None:
        timer.stop()
        if was_enabled:
            gc.enable()

    return restore


def _sweep() -> None:
    gc.collect()
