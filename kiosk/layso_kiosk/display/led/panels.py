"""What the center's day puts on each panel."""

from collections.abc import Iterable, Mapping
from typing import Any

from layso_kiosk.display.led.address import LedPanel
from layso_kiosk.display.led.bus import LedBus, Shown

AT_COUNTER = frozenset({"called", "serving"})


class LedPanels:
    """All panels of this program, a line for each device; `close` at the end."""

    def __init__(self, panels: Iterable[LedPanel]) -> None:
        """Open the lines; one that is not there is tried again and again."""
        self._panels = list(panels)
        self._lines: dict[str, LedBus] = {}
        for panel in self._panels:
            if panel.device not in self._lines:
                self._lines[panel.device] = LedBus(panel.device, panel.baud, by_rts=panel.by_rts)

    def show(self, day: Mapping[str, Any], lit: Iterable[str] = ()) -> None:
        """Show this day (the center's snapshot); `lit` are numbers called a moment ago."""
        new = frozenset(lit)
        for panel in self._panels:
            self._lines[panel.device].show(panel, what_to_show(day, panel, new))

    def close(self) -> None:
        """End all lines."""
        for line in self._lines.values():
            line.close()


def what_to_show(day: Mapping[str, Any], panel: LedPanel, lit: frozenset[str]) -> Shown:
    """Return the text of one panel: its counter's number, or the newest call."""
    if panel.counter is None:
        calls = day.get("calls") or []
        if not calls:
            return Shown(panel.profile.closed)
        number, counter = str(calls[0]["number"]), int(calls[0]["counter"])
        return Shown(f"{number} {counter:2d}", number in lit)
    counters = day.get("counters", [])
    found = next((one for one in counters if int(one["number"]) == panel.counter), None)
    if found is None or found["state"] == "closed":
        return Shown(panel.profile.closed)
    if found["state"] == "paused":
        return Shown(panel.profile.paused)
    ticket = found.get("ticket") or {}
    number = str(ticket["number"]) if ticket.get("state") in AT_COUNTER else ""
    return Shown(number, number != "" and number in lit)
