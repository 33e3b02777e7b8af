"""The double without its sockets: the machine, its faults, and faults that are still due."""

import threading
from dataclasses import replace
from pathlib import Path

from layso_printing.double.machine import Machine
from layso_printing.double.orders import FAULTS, Order
from layso_printing.double.slips import Slips, Tell
from layso_printing.double.state import State


class Works:
    """What is ordered and what was printed; every method may be called from any thread."""

    def __init__(self, folder: Path, columns: int, tell: Tell) -> None:
        """Raise OSError if the folder cannot be written."""
        self.slips = Slips(folder, tell)
        self.state = State()
        self.machine = Machine(columns, self.state, self.slips.add)
        self.lock = threading.RLock()
        self._due: list[Order] = []

    def obey(self, order: Order) -> dict[str, object]:
        """Do what is ordered, or note it until its bytes have come; return the standing."""
        with self.lock:
            if order.do == "recover":
                self._due.clear()
                self.state.recover()
                self.machine.mended()
            elif order.do != "state" and (order.after or order.do == "break_off"):
                self._due.append(order)
            elif order.do != "state":
                setattr(self.state, FAULTS[order.do], True)
                if order.do == "power":
                    self.machine.power_lost()
            return self.standing()

    def standing(self) -> dict[str, object]:
        """Return the faults that are on, the slips made and the commands not understood."""
        with self.lock:
            on = [word for word in FAULTS if word == FAULTS[word] and getattr(self.state, word)]
            made = len(self.slips.made)
            return {"faults": on, "slips": made, "unknown": self.machine.unknown}

    def room(self) -> int:
        """Return how many bytes may be read before the next fault is due."""
        return min((order.after for order in self._due), default=1 << 16)

    def arrived(self, count: int) -> bool:
        """Count bytes that came; return whether the line must break off now."""
        left = [replace(order, after=order.after - count) for order in self._due]
        self._due = [order for order in left if order.after > 0]
        now = {order.do for order in left if order.after <= 0}
        for word in now - {"break_off"}:
            setattr(self.state, FAULTS[word], True)
        return bool(now & {"break_off", "power"})
