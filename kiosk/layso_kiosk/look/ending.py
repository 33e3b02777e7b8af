"""Run a program until it is closed, and end it in order when the system asks for it."""

import signal
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer

from layso_kiosk.look.sweeping import sweep_on_ui_thread


def run_until_closed(app: QCoreApplication, close: Callable[[], None]) -> int:
    """Run the event loop until it is left; then `close` what the program opened.

    Returns the status that the loop was left with.
    """
    restore, leave = quit_at_signals(), sweep_on_ui_thread(app)
    try:
        return app.exec()
    finally:
        restore()
        leave()
        close()


def quit_at_signals() -> Callable[[], None]:
    """Let SIGTERM and SIGINT end the event loop; return what puts the old handlers back.

    Python sees a signal when it next runs: a program needs a timer in Python that ticks.
    """
    numbers = (signal.SIGTERM, signal.SIGINT)
    # not at once: the signal may arrive in the middle of a frame, and to quit closes the window
    # that is being drawn (seen as a segmentation fault in one end of ten)
    before = [
        signal.signal(number, lambda *_: QTimer.singleShot(0, QCoreApplication.quit))
        for number in numbers
    ]

    def restore() -> None:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)

    return restore
