"""The double's works: it does what the commands say, and counts those it does not know."""

from collections import deque
from collections.abc import Callable

from PIL import Image

from layso_printing.double.head import Head
from layso_printing.double.paper import Paper
from layso_printing.double.state import State
from layso_printing.double.tokens import Token

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
        self._head = Head(self._paper)
        self._on_slip = on_slip
        self._waiting: deque[tuple[Token, Answer]] = deque()
        self._late = b""
        self._bytes = 0
        self._jammed = False

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
        self._head.drop()
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
        self._head.flush()
        if self._paper.inked:
            self._finish(cut=False)
        self._bytes = 0
        self._head.reset()

    def _finish(self, cut: bool) -> None:
        size, self._bytes = self._bytes, 0
        slip = self._paper.cut()
        for _ in range(2 if self.state.twice else 1):
            self._on_slip(slip, size, cut)

    def _do(self, token: Token, answer: Answer) -> None:
        self._bytes += len(token.raw)
        if self.state.blocked and token.name not in _ANSWERED:
            return
        match token.name:
            case b"end":
                self._tear()
            case b"\x1dV":
                self._head.flush()
                self._cut(token)
            case b"\x1dr":
                answer(self.state.paper_in_turn())
            case b"\x1da":
                answer(self.state.automatic())
            case b"\x1dI":
                answer(self.state.name(token.arguments[0]))
            case b"\x1d(H":
                self._identify(token, answer)
            case _:
                self.unknown += not self._head.do(token)

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
        self._head.feed(sum(token.data))
        if self.state.knife:
            self.state.knife, self.state.cutter, self._jammed = False, True, True
        elif self._paper.inked:
            self._finish(cut=True)
