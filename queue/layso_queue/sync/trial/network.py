"""The line between a center and the hub: slow, lossy, sometimes cut; it may say a thing twice."""

from collections.abc import Callable
from dataclasses import dataclass

from layso_queue.sync import wire
from layso_queue.sync.messages import Answer, Feed, Push, Request, Returned
from layso_queue.sync.refusals import SyncRefused
from layso_queue.sync.trial.world import World

TIMEOUT_MS = 30_000


@dataclass(slots=True)
class Line:
    """How a center's line is now. `thin` is the most events that pass in one message."""

    loss: float = 0.0
    twice: float = 0.0
    late: float = 0.0
    delay_ms: int = 200
    cut_until: int = 0
    thin: int = 10_000


class Network:
    """Carries requests to the hub and answers back, as bytes."""

    def __init__(self, world: World, serve: Callable[[Request], Answer | None]) -> None:
        """Hand what arrives to `serve`, which may give no answer at all (it died)."""
        self._world = world
        self._serve = serve
        self.lost = 0
        self.doubled = 0

    def ask(
        self,
        line: Line,
        request: Request,
        answer: Callable[[Answer], None],
        fail: Callable[[], None],
    ) -> None:
        """Send a request; exactly one of `answer` and `fail` follows, the latter after 30 s."""
        waits = [True]

        def once_failed() -> None:
            if waits.pop() if waits else False:
                fail()

        def once_answered(data: bytes) -> None:
            if waits.pop() if waits else False:
                read = wire.read_answer(data)
                if isinstance(read, SyncRefused):
                    raise RuntimeError(f"our own answer cannot be read: {read}")
                answer(read)

        self._world.after(TIMEOUT_MS, once_failed)
        data = wire.write(request)
        chance = self._world.chance
        self._send(line, request, lambda: self._arrive(line, data, once_answered))
        if chance.random() < line.twice:
            self.doubled += 1
            late = chance.randrange(1_000, 600_000)
            self._world.after(late, lambda: self._arrive(line, data, lambda _: None))

    def _arrive(self, line: Line, data: bytes, back: Callable[[bytes], None]) -> None:
        if line.cut_until > self._world.now:
            return
        request = wire.read_request(data)
        if isinstance(request, SyncRefused):
            raise RuntimeError(f"our own request cannot be read: {request}")
        answer = self._serve(request)
        if answer is not None:
            written = wire.write(answer)
            self._send(line, answer, lambda: back(written))

    def _send(self, line: Line, message: Request | Answer, arrive: Callable[[], None]) -> None:
        chance = self._world.chance
        lost = chance.random() < line.loss or _events(message) > line.thin
        if line.cut_until > self._world.now or lost:
            self.lost += 1
            return
        delay = chance.uniform(0.5, 1.5) * line.delay_ms
        if chance.random() < line.late:
            delay += chance.uniform(0, 40_000)
        self._world.after(delay, arrive)


def _events(message: Request | Answer) -> int:
    match message:
        case Push() | Feed():
            return len(message.events)
        case Returned():
            return len(message.entries)
    return 0
