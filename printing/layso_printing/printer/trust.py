"""A printer that never complains but leaves people without paper: believed until they say so."""

from collections import deque

WINDOW = 200
"""Slips that count; older ones say nothing about the printer of today."""

LEAST_REPORTS = 3
"""Two people may have left their slip in the tray; three are a printer."""

SHARE = 0.05


class PrinterTrust:
    """Counts slips that were called printed, and those of them that nobody found in the tray."""

    def __init__(self) -> None:
        self._slips: deque[str] = deque(maxlen=WINDOW)
        self._missing: set[str] = set()

    def printed(self, ticket: str) -> None:
        """Note a slip that the printer, or nobody, said was printed."""
        self._slips.append(ticket)
        self._missing &= set(self._slips)

    def not_seen(self, ticket: str) -> None:
        """Note that a person says "không thấy phiếu"; said again it counts once."""
        if ticket in self._slips:
            self._missing.add(ticket)

    def mended(self) -> None:
        """Staff have seen to the printer: begin anew."""
        self._slips.clear()
        self._missing.clear()

    @property
    def suspect(self) -> bool:
        """Whether more than one slip in twenty was not seen, and at least three."""
        missing = len(self._missing)
        return missing >= LEAST_REPORTS and missing > SHARE * len(self._slips)
