"""A center's process in the trial: its two loops to the hub, its crashes, backups and lives."""

from collections.abc import Callable

from layso_queue.sync.at_center.downlink import Downlink
from layso_queue.sync.at_center.lives import begin_life
from layso_queue.sync.at_center.storage import Mode
from layso_queue.sync.at_center.uplink import Uplink
from layso_queue.sync.clocks import Offset
from layso_queue.sync.messages import Answer, Fetch, Pull, Push
from layso_queue.sync.moment import Moment
from layso_queue.sync.positions import Head
from layso_queue.sync.rules import Rules
from layso_queue.sync.status import Status
from layso_queue.sync.trial.hall import Hall, day_of
from layso_queue.sync.trial.network import Line, Network
from layso_queue.sync.trial.store import Crashed, Store, Tables
from layso_queue.sync.trial.world import MINUTE, World


class Post:
    """One running copy of a center."""

    def __init__(
        self, code: str, world: World, network: Network, rules: Rules, tables: Tables | None = None
    ) -> None:
        """Begin the first life, or go on from a copy of another's tables."""
        self.code = code
        self.line = Line()
        self.clock_off = 0
        self.alive = True
        self.idle_ms = 8 * MINUTE
        self.tries: list[int] = []
        self._world = world
        self._network = network
        self._rules = rules
        self._runs = 0
        self.status: Status | None = None
        self.load(tables)
        if tables is None:
            self.hall.outbox.set_head(Head(world.new_id()))

    def load(self, tables: Tables | None) -> None:
        """Take these tables for its database, and start."""
        self.hall = Hall(self.code, Store(tables), self.moment, lambda: day_of(self._world.now))
        self.start()

    def start(self, wait: int = 1) -> None:
        """Start the process, in so many ms: what only memory knew is gone."""
        self._runs += 1
        self.up = Uplink(self._rules)
        self.down = Downlink(self._rules)
        self.offset = Offset(self._rules)
        run = self._runs
        self._world.after(wait, lambda: self._push(run))
        self._world.after(wait + 1, lambda: self._pull(run))

    def moment(self) -> Moment:
        """Return now, by this center's own clock."""
        return Moment(self.now(), self._world.new_id, self._rules)

    def now(self) -> int:
        """Return its own clock's time, which people may have set wrong."""
        return max(0, self._world.now + self.clock_off)

    def act(self, work: Callable[[], None]) -> bool:
        """Do something in one transaction; False if the process died in it."""
        return self._transact(work, self._rules.outbox_with_the_fact)

    def stop(self) -> None:
        """Turn this copy off."""
        self.alive = False

    def _transact(self, work: Callable[[], None], atomic: bool) -> bool:
        try:
            with self.hall.store.transaction(atomic):
                work()
        except Crashed:
            self.start(5_000)
            return False
        return True

    def _push(self, run: int) -> None:
        if run != self._runs or not self.alive:
            return
        made: list[Push | Fetch | None] = [None]

        def ask() -> None:
            made[0] = self.up.next(self.hall, self.moment(), self.status)

        if not self._transact(ask, True):
            return
        request, sent = made[0], self.now()
        if request is None:
            self._world.after(self._idle(), lambda: self._push(run))
            return
        self.tries.append(self._world.now)
        asked = request

        def answered(answer: Answer) -> None:
            self._answered(run, asked, answer, sent)

        def failed() -> None:
            if run == self._runs:
                self.up.failed()
                wait = self.up.backoff.wait(self._world.chance.random())
                self._world.after(wait * 1000, lambda: self._push(run))

        self._network.ask(self.line, asked, answered, failed)

    def _answered(self, run: int, asked: Push | Fetch, answer: Answer, sent: int) -> None:
        if run != self._runs:
            return
        self.offset.measure(sent, self.now(), answer.now)

        def take() -> None:
            self.up.answered(self.hall, asked, answer, self.moment())  # type: ignore[arg-type]

        if self._transact(take, self._rules.cursor_with_the_effect):
            busy = self.hall.state.mode is Mode.RETURNING
            head = self.hall.outbox.head()
            busy = busy or (head is not None and head.seq > self.hall.outbox.acked())
            wait = 2_000 if busy else self._idle()
            pause = 1_000 * self.up.backoff.wait(self._world.chance.random())
            self._world.after(max(wait, pause), lambda: self._push(run))

    def _pull(self, run: int) -> None:
        if run != self._runs or not self.alive:
            return
        request = self.down.next(self.hall)
        if request is None:
            self._world.after(self._idle(), lambda: self._pull(run))
            return
        self.tries.append(self._world.now)
        asked = request

        def answered(answer: Answer) -> None:
            self._fed(run, asked, answer)

        def failed() -> None:
            if run == self._runs:
                self.down.failed()
                wait = self.down.backoff.wait(self._world.chance.random())
                self._world.after(wait * 1000, lambda: self._pull(run))

        self._network.ask(self.line, asked, answered, failed)

    def _fed(self, run: int, asked: Pull, answer: Answer) -> None:
        if run != self._runs:
            return

        def take() -> None:
            self.down.answered(self.hall, asked, answer, self.moment())  # type: ignore[arg-type]

        if self._transact(take, self._rules.cursor_with_the_effect):
            more = self.hall.inbox.log.head() != asked.after
            self._world.after(2_000 if more else self._idle(), lambda: self._pull(run))

    def _idle(self) -> float:
        return self._world.chance.uniform(0.5, 1.0) * self.idle_ms

    def live_again(self, tables: Tables) -> None:
        """Be restored from a backup, and know it."""
        self.load(tables)
        self.act(lambda: _begin(self.hall, self.moment()))

    def take_over(self) -> None:
        """Do as staff say: this copy is the real one."""
        over = self.hall.state.by
        self.act(lambda: _begin(self.hall, self.moment(), over))


def _begin(hall: Hall, at: Moment, over: str = "") -> None:
    begin_life(hall, at, over=over)
