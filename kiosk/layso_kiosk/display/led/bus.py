"""One RS-485 line with its panels, away from the screen: only the newest text matters."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from layso_kiosk.display.led import telegram
from layso_kiosk.display.led.address import LedPanel

ANSWER_S = 0.3
"""How long a panel may take to answer."""
TRIES = 3
GAP_S = 0.01
"""Silence between two telegrams: more than 3.5 signs at 9,600 baud."""
AGAIN_S = 10.0
"""How often everything is shown anew: a panel that lost its power comes back right."""
REOPEN_S = 2.0
"""How long after a line that is not there it is looked for again."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a panel shall show."""

    text: str
    blink: bool = False


class LedBus:
    """Shows texts on the panels of one line; a panel that does not answer holds nobody up.

    `silent` names the addresses of Modbus panels that did not answer the last time.
    """

    def __init__(
        self,
        device: str,
        baud: int,
        *,
        by_rts: bool = False,
        answer_s: float = ANSWER_S,
        again_s: float = AGAIN_S,
        reopen_s: float = REOPEN_S,
    ) -> None:
        self._device, self._baud, self._by_rts = device, baud, by_rts
        self._answer_s, self._again_s, self._reopen_s = answer_s, again_s, reopen_s
        self.silent: set[int] = set()
        self._wanted: dict[int, tuple[LedPanel, Shown]] = {}
        self._news: set[int] = set()
        self._ended = False
        self._turn = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="led", daemon=True)
        self._thread.start()

    def show(self, panel: LedPanel, shown: Shown) -> None:
        """Show it as soon as the line is free; an older text that still waits is left out."""
        with self._turn:
            if self._wanted.get(panel.address) != (panel, shown):
                self._wanted[panel.address] = (panel, shown)
                self._news.add(panel.address)
                self._turn.notify()

    def close(self) -> None:
        """End; the panels keep what they show."""
        with self._turn:
            self._ended = True
            self._turn.notify()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended:
            try:
                line = self._open()
            except OSError as fault:
                _log.warning("no LED line at %s: %s", self._device, fault)
                self._rest(self._reopen_s, lambda: self._ended)
                continue
            try:
                self._serve(line)
            except OSError as fault:
                _log.warning("the LED line at %s broke off: %s", self._device, fault)
            finally:
                line.close()

    def _open(self) -> Any:
        import serial

        line = serial.Serial(self._device, self._baud, timeout=self._answer_s, write_timeout=1.0)
        if self._by_rts:
            from serial.rs485 import RS485Settings

            line.rs485_mode = RS485Settings()
        with self._turn:
            self._news = set(self._wanted)
        return line

    def _serve(self, line: Any) -> None:
        while True:
            news = self._rest(self._again_s, lambda: bool(self._news) or self._ended)
            with self._turn:
                if self._ended:
                    return
                due = self._news if news else set(self._wanted)
                self._news = set()
                showing = [self._wanted[address] for address in sorted(due)]
            for panel, shown in showing:
                self._tell(line, panel, shown)

    def _rest(self, seconds: float, until: Callable[[], bool]) -> bool:
        with self._turn:
            return self._turn.wait_for(until, seconds)

    def _tell(self, line: Any, panel: LedPanel, shown: Shown) -> None:
        profile = panel.profile
        if profile.protocol == "ascii":
            line.write(telegram.line_of_ascii(profile, panel.address, shown.text))
            line.flush()
            self._rest(GAP_S, lambda: self._ended)
            return
        for request in telegram.modbus(profile, panel.address, shown.text, shown.blink):
            if not self._asked(line, request):
                self.silent.add(panel.address)
                return
        self.silent.discard(panel.address)

    def _asked(self, line: Any, request: bytes) -> bool:
        for _ in range(TRIES):
            if self._ended:
                return False
            line.reset_input_buffer()
            line.write(request)
            line.flush()
            if telegram.is_answer(request, line.read(telegram.ANSWER_LENGTH)):
                self._rest(GAP_S, lambda: self._ended)
                return True
        return False
