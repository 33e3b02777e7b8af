"""Drive a program from its standard input, for the demo and for tests of whole programs.

One JSON object a line comes in, one goes out for each, in order; events are written between
them at any time. Nothing listens on the network. The end of the input ends the program.
"""

import json
import os
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QSocketNotifier, QTimer, Slot

from layso_kiosk.look import touch as acts
from layso_kiosk.look.program import Program

LOOK_AGAIN_MS = 15
PATIENCE_MS = 20_000


class Pilot(QObject):
    """Answers ``touch key type wait read picture names quit``, see each ``_do_`` method.

    `tell(...)` writes an unasked line with ``t``, seconds of CLOCK_MONOTONIC, which is the
    same clock in all processes of a machine.
    """

    def __init__(self, program: Program, *, source: int = 0, sink: int = 1) -> None:
        """Read from and write to file descriptors; both stay open."""
        super().__init__()
        self._program = program
        self._source, self._sink = source, sink
        self._unread = b""
        self._orders: deque[dict[str, object]] = deque()
        self._patience = QElapsedTimer()
        self._again = QTimer(self)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._notifier = QSocketNotifier(source, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        program.on_fault = lambda fault: self.tell("fault", what=fault)
        program.window.frameSwapped.connect(self._first_frame)

    def tell(self, event: str, **facts: object) -> None:
        """Tell something that happened just now."""
        self._write({"event": event, "t": time.monotonic(), **facts})

    def close(self) -> None:
        """Read no more orders."""
        self._notifier.setEnabled(False)
        self._again.stop()

    @Slot()
    def _first_frame(self) -> None:
        self._program.window.frameSwapped.disconnect(self._first_frame)
        self.tell("ready")

    @Slot()
    def _read(self) -> None:
        chunk = os.read(self._source, 65536)
        if not chunk:
            self._notifier.setEnabled(False)
            QCoreApplication.quit()
            return
        *lines, self._unread = (self._unread + chunk).split(b"\n")
        for line in lines:
            if line.strip():
                self._orders.append(self._parse(line))
        self._work()

    def _parse(self, line: bytes) -> dict[str, object]:
        try:
            order = json.loads(line)
        except ValueError:
            return {"do": "", "why": "this line is not JSON"}
        return order if isinstance(order, dict) else {"do": "", "why": "not an object"}

    def _work(self) -> None:
        while self._orders and not self._again.isActive():
            order = self._orders.popleft()
            act: Callable[[dict[str, object]], object] | None
            act = getattr(self, f"_do_{order.get('do')}", None)
            if act is None:
                self._refuse(str(order.get("why") or f"unknown order {order.get('do')!r}"))
                continue
            try:
                answer = act(order)
            except (acts.NotThere, KeyError, ValueError, TypeError, OSError) as fault:
                self._refuse(f"{type(fault).__name__}: {fault}")
            else:
                if not self._again.isActive():
                    self._write({"answer": answer, "ok": True})

    def _do_touch(self, order: dict[str, object]) -> object:
        name = str(order["name"])
        self.tell("touched", name=name)
        acts.touch(self._program.window, acts.find(self._program.window, name))
        return name

    def _do_key(self, order: dict[str, object]) -> object:
        acts.press_key(self._program.window, str(order["key"]))
        return order["key"]

    def _do_type(self, order: dict[str, object]) -> object:
        acts.type_text(self._program.window, str(order["text"]))
        return order["text"]

    def _do_read(self, order: dict[str, object]) -> object:
        item = acts.find(self._program.window, str(order["name"]))
        return _plain(item.property(str(order["property"])))

    def _do_names(self, _: dict[str, object]) -> object:
        return acts.names(self._program.window)

    def _do_picture(self, order: dict[str, object]) -> object:
        return acts.picture(self._program.window, Path(str(order["file"])))

    def _do_quit(self, _: dict[str, object]) -> object:
        QTimer.singleShot(0, QCoreApplication.quit)
        return "quit"

    def _do_wait(self, order: dict[str, object]) -> object:
        self._waited_for = (str(order["name"]), str(order["property"]), order["value"])
        self._patience_ms = int(str(order.get("timeout_ms", PATIENCE_MS)))
        if self._is_so():
            return True
        self._patience.start()
        self._again.start()
        return None

    def _is_so(self) -> bool:
        name, of_it, value = self._waited_for
        item = acts.look_up(self._program.window, name)
        # what is not there is as good as invisible
        seen = (False if of_it == "visible" else None) if item is None else item.property(of_it)
        return bool(_plain(seen) == value)

    @Slot()
    def _look_again(self) -> None:
        so = self._is_so()
        if not so and self._patience.elapsed() < self._patience_ms:
            return
        self._again.stop()
        if so:
            self._write({"answer": True, "ok": True})
        else:
            name, of_it, value = self._waited_for
            self._refuse(f"{name}.{of_it} did not become {value!r}")
        self._work()

    def _refuse(self, why: str) -> None:
        self._write({"answer": None, "ok": False, "why": why})

    def _write(self, line: dict[str, object]) -> None:
        os.write(self._sink, json.dumps(line, ensure_ascii=False).encode() + b"\n")


def _plain(value: object) -> object:
    return value if isinstance(value, bool | int | float | str | None) else str(value)
