"""The paper double: one thread that listens on loopback, prints, and obeys."""

import selectors
import socket
import threading
from pathlib import Path
from types import TracebackType

from layso_printing.double.lines import ControlLine, PrinterLine
from layso_printing.double.orders import Order
from layso_printing.double.slips import SlipMade, Tell
from layso_printing.double.works import Works


def _silent(event: dict[str, object]) -> None:
    """Nobody wants to hear of the slips."""


class PaperDouble:
    """A virtual printer on 127.0.0.1; port 0 picks a free one. Also for use within a test."""

    def __init__(
        self,
        folder: Path,
        port: int = 0,
        control_port: int = 0,
        columns: int = 576,
        tell: Tell = _silent,
    ) -> None:
        """Raise OSError when a port is taken or the folder cannot be written."""
        self.works = Works(folder, columns, tell)
        self._line: PrinterLine | None = None
        self._controls: dict[socket.socket, ControlLine] = {}
        self._stopping = False
        self._orders = self._settled = 0
        self._news = threading.Condition()
        self._ear = _listen(port)
        try:
            self._control_ear = _listen(control_port)
        except OSError:
            self._ear.close()
            raise
        self.port: int = self._ear.getsockname()[1]
        self.control_port: int = self._control_ear.getsockname()[1]
        self._wake_read, self._wake_write = socket.socketpair()
        self._wake_write.setblocking(False)
        self._selector = selectors.DefaultSelector()
        self._thread = threading.Thread(target=self._run, name="paper-double")

    def __enter__(self) -> "PaperDouble":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Close everything and wait for the thread; again is harmless."""
        if self._stopping:
            return
        self._stopping = True
        self._wake()
        if self._thread.is_alive():
            self._thread.join()
        self._selector.close()
        if self._line:
            self._line.close()
        for control in self._controls.values():
            control.close()
        for side in (self._ear, self._control_ear, self._wake_read, self._wake_write):
            side.close()

    def tell(self, do: str, after: int = 0) -> dict[str, object]:
        """Order a fault, or "recover", or ask for "state"; return how the double stands."""
        standing = self.works.obey(Order(do, after))
        with self._news:
            self._orders += 1
            mine = self._orders
        self._wake()
        if self._thread.is_alive():
            with self._news:
                self._news.wait_for(lambda: self._settled >= mine, timeout=10)
        return standing

    @property
    def uri(self) -> str:
        """The printer address to give to open_printer()."""
        return f"tcp://127.0.0.1:{self.port}"

    @property
    def slips(self) -> list[SlipMade]:
        """Every slip so far."""
        return self.works.slips.made

    def wait_for(self, count: int, timeout_s: float = 5.0) -> list[SlipMade]:
        """Return the slips as soon as there are `count`; raise TimeoutError."""
        return self.works.slips.wait_for(count, timeout_s)

    def _wake(self) -> None:
        try:
            self._wake_write.send(b"\0")
        except BlockingIOError:
            return  # it is being woken already

    def _run(self) -> None:
        for side in (self._wake_read, self._control_ear):
            self._selector.register(side, selectors.EVENT_READ)
        watched: socket.socket | None = None
        while not self._stopping:
            with self._news:
                orders = self._orders
            with self.works.lock:  # or the power may come back between the two
                self._mind_the_power()
                wanted = self._printer_side()
            if wanted is not watched:
                if watched is not None and watched.fileno() >= 0:
                    self._selector.unregister(watched)
                if wanted is not None:
                    self._selector.register(wanted, selectors.EVENT_READ)
                watched = wanted
            with self._news:
                self._settled = orders
                self._news.notify_all()
            for key, _ in self._selector.select():
                with self.works.lock:
                    self._serve(key.fileobj)
                if watched is not None and watched.fileno() < 0:
                    watched = None

    def _mind_the_power(self) -> None:
        """Without power nobody listens; with it, on the same port as before."""
        with self.works.lock:
            if not self.works.state.power:
                if self._ear.fileno() < 0:
                    self._ear = _listen(self.port)
                return
            self._hang_up()
            if self._ear.fileno() >= 0:
                if self._ear in self._selector.get_map():
                    self._selector.unregister(self._ear)
                self._ear.close()

    def _printer_side(self) -> socket.socket | None:
        """One caller at a time, as printers do; a stalled double reads nothing."""
        with self.works.lock:
            if self.works.state.stall or self.works.state.power:
                return None
            return self._line.socket if self._line else self._ear

    def _serve(self, side: object) -> None:
        if side is self._wake_read:
            self._wake_read.recv(64)
        elif side is self._ear:
            self._line = PrinterLine(self._ear.accept()[0], self.works)
            if self.works.arrived(0):
                self._hang_up()
        elif side is self._control_ear:
            connection = self._control_ear.accept()[0]
            self._controls[connection] = ControlLine(connection, self.works)
            self._selector.register(connection, selectors.EVENT_READ)
        elif self._line and side is self._line.socket:
            if not self._line.hear():
                self._hang_up()
        elif isinstance(side, socket.socket) and not self._controls[side].hear():
            self._selector.unregister(side)
            self._controls.pop(side).close()

    def _hang_up(self) -> None:
        if self._line:
            if self._line.socket in self._selector.get_map():
                self._selector.unregister(self._line.socket)
            self._line.close()
            self._line = None


def _listen(port: int) -> socket.socket:
    ear = socket.create_server(("127.0.0.1", port), backlog=8)
    ear.setblocking(False)
    return ear
