"""Acts that come from outside the window: keys of the desktop, another process, a keypad."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.counter.acts import ACT
from layso_kiosk.counter.hotkey.opening import HELD, TAKEN, open_hot_keys
from layso_kiosk.counter.keys import Keys
from layso_kiosk.counter.moves import ASKING
from layso_kiosk.counter.oneshot import OneShots
from layso_kiosk.counter.pads.lines import PadAddress
from layso_kiosk.counter.pads.listening import PadListener
from layso_kiosk.counter.pads.pad import Pad
from layso_kiosk.counter.station import Station


class Outside(QObject):
    """Opens the ways in, as far as this desktop has them; `hint` says which there are.

    `wanted` asks the window to come forward, where an act has a question.
    """

    changed = Signal()
    wanted = Signal()

    def __init__(
        self,
        station: Station,
        keys: Keys,
        act: Callable[[str], None],
        pad: Pad,
        address: PadAddress | None = None,
        *,
        platform: str | None = None,
    ) -> None:
        """Hand every act from outside to `act`; `address` is the keypad's, if there is one."""
        super().__init__()
        self._station, self._act, self._keys = station, act, keys
        self._everywhere = open_hot_keys(keys.everywhere, platform)
        if self._everywhere.keys is not None:
            self._everywhere.keys.pressed.connect(self.press)
        self._one_shots = OneShots(station.number, self.press)
        listens = address is not None and address.kind != "keys"
        self._pad = PadListener(address, pad) if address is not None and listens else None
        station.changed.connect(self.changed)

    def close(self) -> None:
        """Close all of them."""
        self._everywhere.close()
        self._one_shots.close()
        if self._pad is not None:
            self._pad.close()

    @Slot(str)
    def press(self, name: str) -> str:
        """Do an act; return why it is not possible, or nothing."""
        why = self._station.why_not(ACT[name])
        self._act(name)
        if why is None and name in (*ASKING, "alerts", "close-service"):
            self.wanted.emit()
        return self._station.say(f"why.{why[0]}", **why[1]) if why else ""

    def _get_hint(self) -> str:
        state, chord = self._everywhere.state, self._keys.everywhere.get("call-next")
        if chord is not None and state in (HELD, TAKEN):
            return self._station.say(f"foot.everywhere_{state}", press=chord.text)
        order = f"layso-counter --send call-next --counter {self._station.number}"
        return self._station.say("foot.everywhere_not_allowed", order=order)

    hint = Property(str, _get_hint, notify=changed)
