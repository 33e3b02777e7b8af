"""The double's works: it does what the commands say, and counts those it does not know."""

from collections import deque
from collections.abc import Callable

from PIL import Image, ImageChops

from layso_printing.double.paper import Paper
from layso_printing.double.state import State
from layso_printing.double.symbol import Symbol
from layso_printing.double.tokens import Token

DPI = 203
_LINE = 30
"""Dots of one line feed until ESC 3 says otherwise."""

_END = Token(b"end", b"")
_ANSWERED = frozenset({b"\x1dr", b"\x1da", b"\x1dI", b"\x1d(H", b"end"})
"""What a blocked machine that lies still does."""

Answer = Callable[[bytes], None]


class Machine:
    """Executes tokens on paper. `on_slip(image, bytes, cut)` is told of every finished slip."""

    def __init__(
        self, columns: int, state: State, on_slip: Callable[[Image.Image, int, bool], None]
    ) -> None:
        self.state = state
        self.unknown = 0
        """Commands that were not understood."""
        self._paper = Paper(columns)
        self._on_slip = on_slip
        self._waiting: deque[tuple[Token, Answer]] = deque()
        self._late = b""
        self._bytes = 0
        self._jammed = False
        self._symbol = Symbol()
        self._reset()

    def _reset(self) -> None:
        self._place = self._shift = 0
        self._across = self._down = 1
        self._bold = False
        self._unit = DPI
        self._spacing = _LINE
        self._text = ""

    def take(self, token: Token, answer: Answer) -> None:
        """Do `token` now, or later when the machine is blocked; status is asked at any time."""
        if token.name == b"\x10\x04":
            answer(self.state.real_time(token.arguments[0]))
            return
        self._waiting.append((token, answer))
        self.work()

    def begin_of_line(self, answer: Answer) -> None:
        """Someone calls; answers that were kept back or are said again reach him first."""
        said, self._late = self._late, b""
        if said:
            answer(said)

    def power_lost(self) -> None:
        """Forget all that was not printed; what hangs out of the slot is a torn slip."""
        self._waiting.clear()
        self._text = ""
        self._tear()

    def end_of_line(self) -> None:
        """The connection has ended; what was received is still printed when its turn comes."""
        self.take(_END, lambda _said: None)

    def work(self) -> None:
        """Do what waits, as far as the machine can; one that lies swallows what it cannot."""
        while self._waiting and (self.state.lie or not self.state.blocked):
            self._do(*self._waiting.popleft())

    def mended(self) -> None:
        """Someone has put the machine right: a slip in a jammed knife is taken out."""
        if self._jammed:
            self._jammed = False
            self._finish(cut=False)
        self.work()

    def _tear(self) -> None:
        self._flush()
        if self._paper.inked:
            self._finish(cut=False)
        self._bytes = 0
        self._reset()

    def _finish(self, cut: bool) -> None:
        size, self._bytes = self._bytes, 0
        slip = self._paper.cut()
        for _ in range(2 if self.state.twice else 1):
            self._on_slip(slip, size, cut)

    def _do(self, token: Token, answer: Answer) -> None:
        self._bytes += len(token.raw)
        one = token.arguments[:1]
        if self.state.blocked and token.name not in _ANSWERED:
            return
        match token.name:
            case b"end":
                self._tear()
            case b"text":
                self._text += token.data.decode("ascii", "replace")
            case b"\n":
                self._paper.feed(max(0, self._spacing - self._flush()))
            case b"\r" | b"\0" | b"\t" | b"\x1bM" | b"\x1b-" | b"\x1bt":
                pass
            case b"\x1b2":
                self._spacing = _LINE
            case b"\x1b3":
                self._spacing = round(one[0] * DPI / self._unit)
            case b"\x1b@":
                self._reset()
            case b"\x1bJ":
                self._flush()
                self._paper.feed(round(one[0] * DPI / self._unit))
            case b"\x1bd":
                self._flush()
                self._paper.feed(one[0] * self._spacing)
            case b"\x1ba":
                self._place = one[0] % 48 if one[0] % 48 in (0, 1, 2) else 0
            case b"\x1b!":
                self._across, self._down = 1 + (one[0] >> 5 & 1), 1 + (one[0] >> 4 & 1)
                self._bold = bool(one[0] & 8)
            case b"\x1bE":
                self._bold = bool(one[0] & 1)
            case b"\x1d!":
                self._across, self._down = 1 + (one[0] >> 4 & 7), 1 + (one[0] & 7)
            case b"\x1dL":
                self._shift = int.from_bytes(token.arguments, "little")
            case b"\x1dP":
                self._unit = token.arguments[1] or DPI
            case b"\x1dv":
                self._raster(token)
            case b"\x1dV":
                self._flush()
                self._cut(token)
            case b"\x1dr":
                answer(self.state.paper_in_turn())
            case b"\x1da":
                answer(self.state.automatic())
            case b"\x1dI":
                answer(self.state.name(one[0]))
            case b"\x1d(H":
                self._identify(token, answer)
            case b"\x1d(k":
                self._code(token)
            case _:
                self.unknown += 1

    def _flush(self) -> int:
        """Print the line that was collected; return the dots it took."""
        text, self._text = self._text, ""
        if not text:
            return 0
        at = self._paper.y
        self._paper.print_line(text, self._place, self._across, self._down, self._bold)
        return self._paper.y - at

    def _raster(self, token: Token) -> None:
        mode = token.arguments[1] & 3
        width = int.from_bytes(token.arguments[2:4], "little")
        rows = int.from_bytes(token.arguments[4:6], "little")
        if token.arguments[0] != 0x30 or not token.data:
            self.unknown += 1
            return
        ink = Image.frombytes("1", (width * 8, rows), token.data)
        size = (ink.width * (1 + (mode & 1)), ink.height * (1 + (mode >> 1)))
        dots = (
            ImageChops.invert(ink.convert("L")).convert("1").resize(size, Image.Resampling.NEAREST)
        )
        self._paper.print_image(dots, self._place, self._shift)

    def _code(self, token: Token) -> None:
        drawn = self._symbol.order(token.data)
        if isinstance(drawn, Image.Image):
            self._paper.print_image(drawn, self._place, self._shift)
        elif not drawn:
            self.unknown += 1

    def _identify(self, token: Token, answer: Answer) -> None:
        if token.data[:2] != b"\x30\x30" or len(token.data) != 6:
            self.unknown += 1
        elif not (self.state.mute or self.state.no_id or self.state.asb_only):
            said = b"\x37\x22" + token.data[2:] + b"\x00"
            if self.state.late_id or self.state.repeat_id:
                self._late += said
            if not self.state.late_id:
                answer(said * (2 if self.state.repeat_id else 1))

    def _cut(self, token: Token) -> None:
        self._paper.feed(round(sum(token.data) * DPI / self._unit))
        if self.state.knife:
            self.state.knife, self.state.cutter, self._jammed = False, True, True
        elif self._paper.inked:
            self._finish(cut=True)
