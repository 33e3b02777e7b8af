"""How the double stands, and the status bytes that say so.

Bits: Epson ESC/POS command reference, DLE EOT, GS r and GS a.
"""

from dataclasses import dataclass, fields


@dataclass
class State:
    """Faults of the double; all False is a printer that is well."""

    paper_out: bool = False
    near_end: bool = False
    cover_open: bool = False
    offline: bool = False
    cutter: bool = False
    """The knife is jammed: nothing is printed until someone frees it."""
    knife: bool = False
    """The knife will jam at the next cut."""
    stall: bool = False
    """Nothing is read any more; the connection stays."""
    lie: bool = False
    """Every answer says that all is well, whatever is wrong."""
    mute: bool = False
    """Prints, but answers nothing."""
    no_id: bool = False
    """Knows no process id (GS ( H)."""
    asb_only: bool = False
    """Knows no DLE EOT, GS r or process id: tells its status only on GS a."""
    busy: bool = False
    """Takes everything, says that all is well, and prints nothing."""
    late_id: bool = False
    """Answers the process id only when the next caller comes."""
    repeat_id: bool = False
    """Answers each process id twice, and to the next caller again."""
    twice: bool = False
    """Every slip comes out twice."""
    power: bool = False
    """Without power: what it held is forgotten, and nobody listens."""
    half: bool = False
    """Answers only DLE EOT 1 and 2: paper and errors are not told."""

    @property
    def blocked(self) -> bool:
        """Print data waits."""
        return self.busy or self.out_of_order

    @property
    def out_of_order(self) -> bool:
        """What the status calls offline."""
        return self.paper_out or self.cover_open or self.offline or self.cutter

    def real_time(self, question: int) -> bytes:
        """Return the answer to DLE EOT `question`, empty for one that is not known."""
        if (
            self.mute
            or self.asb_only
            or question not in (1, 2, 3, 4)
            or (self.half and question > 2)
        ):
            return b""
        answer = 0x12
        if not self.lie:
            answer |= (self._printer, self._offline, self._error, self._roll)[question - 1]
        return bytes((answer,))

    @property
    def _printer(self) -> int:
        return 0x08 if self.out_of_order else 0

    @property
    def _offline(self) -> int:
        out = 0x04 if self.cover_open else 0
        out |= 0x20 if self.paper_out else 0
        return out | (0x40 if self.cutter else 0)

    @property
    def _error(self) -> int:
        return 0x08 if self.cutter else 0

    @property
    def _roll(self) -> int:
        return (0x60 if self.paper_out else 0) | (0x0C if self.near_end or self.paper_out else 0)

    def paper_in_turn(self) -> bytes:
        """Return the answer to GS r 1."""
        if self.mute or self.asb_only:
            return b""
        if self.lie:
            return b"\x00"
        low = 0x03 if self.near_end or self.paper_out else 0
        return bytes((low | (0x0C if self.paper_out else 0),))

    def automatic(self) -> bytes:
        """Return the four bytes of automatic status."""
        if self.mute:
            return b""
        first = 0x10 | (0x08 if self._printer else 0) | (0x20 if self.cover_open else 0)
        if self.lie:
            return b"\x10\x00\x00\x00"
        low = 0x03 if self.near_end or self.paper_out else 0
        roll = low | (0x0C if self.paper_out else 0)
        return bytes((first, 0x08 if self.cutter else 0, roll, 0))

    def name(self, question: int) -> bytes:
        """Return the answer to GS I: maker and model."""
        names = {0x42: b"_LAY SO\0", 0x43: b"_PAPER DOUBLE\0"}
        return b"" if self.mute else names.get(question, b"")

    def recover(self) -> None:
        """Take every fault away."""
        for one in fields(self):
            setattr(self, one.name, False)
