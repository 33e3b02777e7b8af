"""The two kinds of connection that the double has: a printer's caller, and its control."""

import contextlib
import json
import socket

from layso_printing.double.orders import OrderWrong, read_order
from layso_printing.double.tokens import Tokens
from layso_printing.double.works import Works

MOST_ORDER = 10_000
"""Bytes of one order; a longer line is not one."""


class PrinterLine:
    """One caller on the printer's port."""

    def __init__(self, connection: socket.socket, works: Works) -> None:
        self.socket = connection
        self.socket.setblocking(False)
        self._works = works
        self._tokens = Tokens()
        works.machine.begin_of_line(self._answer)

    def hear(self) -> bool:
        """Read and print what has come; return whether the line is still there."""
        try:
            data = self.socket.recv(self._works.room())
        except BlockingIOError:
            return True
        except OSError:
            data = b""
        broken = self._works.arrived(len(data))
        for token in self._tokens.feed(data):
            self._works.machine.take(token, self._answer)
        if data and not broken:
            return True
        if self._works.state.power:
            self._works.machine.power_lost()
        else:
            self._works.machine.end_of_line()
        return False

    def _answer(self, said: bytes) -> None:
        with contextlib.suppress(OSError):  # the caller may have gone
            self.socket.send(said)

    def close(self) -> None:
        """Close; bytes that were not read make the other side notice at once."""
        self.socket.close()


class ControlLine:
    """One caller on the control port: JSON lines in, JSON lines out."""

    def __init__(self, connection: socket.socket, works: Works) -> None:
        self.socket = connection
        self.socket.setblocking(False)
        self._works = works
        self._held = b""

    def hear(self) -> bool:
        """Obey what has come; return whether the line is still there."""
        try:
            data = self.socket.recv(4096)
        except BlockingIOError:
            return True
        except OSError:
            return False
        *lines, self._held = (self._held + data).split(b"\n")
        for line in lines:
            answer = json.dumps(self._obey(line), ensure_ascii=False) + "\n"
            with contextlib.suppress(OSError):
                self.socket.send(answer.encode())
        return bool(data) and len(self._held) <= MOST_ORDER

    def _obey(self, line: bytes) -> dict[str, object]:
        try:
            table = json.loads(line)
            if not isinstance(table, dict):
                raise OrderWrong("an order is a JSON object")
            return {"ok": True, **self._works.obey(read_order(table))}
        except (ValueError, RecursionError) as error:
            return {"ok": False, "why": str(error)}

    def close(self) -> None:
        """Close."""
        self.socket.close()
