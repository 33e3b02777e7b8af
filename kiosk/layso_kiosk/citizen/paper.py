"""Printing, away from the screen: one slip after another in a thread of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from layso_printing import Cause, Outcome, Printer, PrintResult, TicketSlip, next_try, print_slip

_SECOND_TRY_MS = 1_500


class PaperDesk(QObject):
    """Prints slips; `told` says what became of one: (ticket id, PrintResult, was a reprint).

    A slip of which no byte has left is tried once more, marked as a reprint, because a person
    may have torn off what a printer swore it never got. Each try is told. A stuck printer
    blocks only this thread, and that for the few seconds of its profile. A slip that a counter
    has ordered is tried once, for a clerk stands there; `told_order` says (order, PrintResult).
    """

    told = Signal(str, object, bool)
    told_order = Signal(str, object)
    _done = Signal(str, str, object, object)

    def __init__(self, printer: Printer, second_try_ms: int = _SECOND_TRY_MS) -> None:
        super().__init__()
        self._printer = printer
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="paper")
        self._stopped = False
        self._done.connect(self._finished, Qt.ConnectionType.QueuedConnection)
        self._waiting: list[tuple[str, TicketSlip]] = []
        self._second_try = QTimer(self)
        self._second_try.setSingleShot(True)
        self._second_try.setInterval(second_try_ms)
        self._second_try.timeout.connect(self._try_again)
        self._thread.submit(printer.settle)

    @property
    def there(self) -> bool:
        """Whether this kiosk has a printer at all."""
        return self._printer.address.scheme != "none"

    def print(self, ticket: str, slip: TicketSlip, order: str = "") -> None:
        """Begin to print; returns at once. `order` is a counter's."""
        if not self._stopped:
            self._thread.submit(self._work, (ticket, order), slip, self._done.emit)

    def stop(self) -> None:
        """Take no more slips and wait for the one under way, seconds at most."""
        self._stopped = True
        self._second_try.stop()
        self._thread.shutdown(cancel_futures=True)

    def _work(self, about: tuple[str, str], slip: TicketSlip, tell: Callable[..., object]) -> None:
        try:
            result = print_slip(self._printer, slip)
            if result.outcome is Outcome.PRINTED:
                self._printer.settle()  # it was off when this kiosk started
        except Exception:
            result = PrintResult(Outcome.UNKNOWN, Cause.BROKEN_OFF, "blind", 1, 0.0)
        tell(*about, slip, result)

    @Slot(str, str, object, object)
    def _finished(self, ticket: str, order: str, slip: TicketSlip, result: PrintResult) -> None:
        if order:
            self.told_order.emit(order, result)
            return
        self.told.emit(ticket, result, slip.reprint)
        again = next_try(slip, result)
        if again is not None:
            self._waiting.append((ticket, again))
            self._second_try.start()

    @Slot()
    def _try_again(self) -> None:
        waiting, self._waiting = self._waiting, []
        for ticket, slip in waiting:
            self.print(ticket, slip)
