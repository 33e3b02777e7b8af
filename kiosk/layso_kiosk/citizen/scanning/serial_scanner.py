"""A scanner on a serial line: read in a thread of its own, told on the UI thread."""

import threading
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QObject, Qt, Signal

from layso_kiosk.citizen.scanning.sorting import LONGEST

WAIT_S = 0.1
"""A code without an ending is whole when nothing more has come for this long."""

AGAIN_S = 2.0


class ScannerAddressWrong(ValueError):
    """Not an address such as serial:///dev/ttyUSB0?baud=9600."""


@dataclass(frozen=True, slots=True)
class SerialAddress:
    """Where the scanner is."""

    device: str
    baud: int


def serial_address(text: str) -> SerialAddress:
    """Read `serial:///dev/ttyACM0?baud=9600` or `serial://COM4`; raise ScannerAddressWrong."""
    url = urlsplit(text)
    device = (url.netloc + url.path).rstrip("/") if url.netloc else url.path
    baud = parse_qs(url.query).get("baud", ["9600"])[-1]
    if url.scheme != "serial" or not device or not baud.isdigit() or not 300 <= int(baud) <= 921600:
        raise ScannerAddressWrong(text)
    return SerialAddress(device, int(baud))


class SerialScanner(QObject):
    """`scanned` carries each code, `thereChanged` whether the line is open.

    A line that is not there, or goes, is tried again every two seconds. Nothing is logged: what
    is read may be an identity card.
    """

    scanned = Signal(str)
    thereChanged = Signal(bool)
    _read = Signal(str)
    _turned = Signal(bool)

    def __init__(self, address: SerialAddress) -> None:
        super().__init__()
        self._address = address
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._work, name="scanner", daemon=True)
        self._read.connect(self.scanned, Qt.ConnectionType.QueuedConnection)
        self._turned.connect(self.thereChanged, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to read; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Read no more; a tenth of a second at most."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        # loaded here: a kiosk without a scanner needs no serial lines
        import serial

        tell_code, tell_turn = self._read.emit, self._turned.emit
        while not self._over.is_set():
            try:
                with serial.Serial(
                    self._address.device, self._address.baud, timeout=WAIT_S
                ) as line:
                    tell_turn(True)
                    self._listen(line, tell_code)
            except (OSError, ValueError):
                tell_turn(False)
                self._over.wait(AGAIN_S)

    def _listen(self, line: object, tell: object) -> None:
        heard = b""
        while not self._over.is_set():
            more = line.read(1)  # type: ignore[attr-defined]
            if more:
                waiting = line.in_waiting  # type: ignore[attr-defined]
                more += line.read(min(waiting, LONGEST)) if waiting else b""  # type: ignore[attr-defined]
            *whole, heard = (heard + more).replace(b"\r", b"\n").split(b"\n")
            if not more or len(heard) > LONGEST:
                whole, heard = [*whole, heard], b""
            for code in whole:
                text = code[:LONGEST].decode("utf-8", errors="replace").strip("\x00\x02\x03 ")
                if text:
                    tell(text)  # type: ignore[operator]
