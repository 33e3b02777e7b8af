"""Listen to a keypad away from the screen, and find it again when it was unplugged."""

import threading

from PySide6.QtCore import QObject, Qt, Signal

from layso_kiosk.counter.pads.lines import READY, PadAddress, read_hid, read_serial
from layso_kiosk.counter.pads.pad import Pad

AGAIN_S = 2.0


class PadListener(QObject):
    """Hands each key to the pad in the window's thread; `close` ends within a fifth of a second.

    `there` is set while the keypad can be heard.
    """

    pressed = Signal(str)

    def __init__(self, address: PadAddress, pad: Pad, again_s: float = AGAIN_S) -> None:
        """Begin to listen at `address`, again after `again_s` seconds when it is not there."""
        super().__init__()
        self._address, self._again_s = address, again_s
        self._ended, self.there = threading.Event(), threading.Event()
        self.pressed.connect(pad.key, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._listen, name="keypad", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._ended.set()
        self._thread.join()

    def _listen(self) -> None:
        read = read_serial if self._address.kind == "serial" else read_hid
        while not self._ended.is_set():
            try:
                for key in read(self._address, lambda: not self._ended.is_set()):
                    if key == READY:
                        self.there.set()
                    else:
                        self.pressed.emit(key)
            except OSError:
                self.there.clear()
                # pyserial's own faults are OSErrors too: unplugged, or not plugged in yet
                self._ended.wait(self._again_s)
