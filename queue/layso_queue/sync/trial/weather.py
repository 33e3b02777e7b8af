"""What goes wrong in a run: lines, processes, databases, copies, clocks; chosen by the seed."""

from dataclasses import dataclass, field
from functools import partial

from layso_queue.sync.at_center.storage import Mode
from layso_queue.sync.trial.network import Network
from layso_queue.sync.trial.people import People
from layso_queue.sync.trial.post import Post
from layso_queue.sync.trial.province import Province
from layso_queue.sync.trial.report import Report
from layso_queue.sync.trial.staff import Staff
from layso_queue.sync.trial.store import Store, Tables
from layso_queue.sync.trial.world import DAY, HOUR, MINUTE, World

KEPT_BACKUPS = 4


@dataclass(slots=True)
class Town:
    """A center with its staff, its backups, and a copy of it, if somebody started one."""

    post: Post
    staff: Staff
    backups: list[Tables] = field(default_factory=list)
    twin: Post | None = None


class Weather:
    """Lets faults happen until `clear`."""

    def __init__(
        self,
        world: World,
        province: Province,
        network: Network,
        people: People,
        towns: list[Town],
        report: Report,
    ) -> None:
        """Choose what this run has; copies and restores exclude each other."""
        self._world = world
        self._province = province
        self._network = network
        self._people = people
        self._towns = towns
        self._report = report
        self._backups: list[Tables] = []
        self.twins = world.chance.random() < 0.25
        self.long_cut = world.chance.random() < 0.15
        people.cheating = not self.twins

    def begin(self, end: int) -> None:
        """Plan the run up to `end`."""
        world, chance = self._world, self._world.chance
        for town in self._towns:
            line = town.post.line
            line.loss = chance.choice((0.0, 0.05, 0.3))
            line.twice = chance.choice((0.0, 0.05, 0.2))
            line.late = chance.choice((0.0, 0.1, 0.5))
            line.delay_ms = chance.choice((50, 300, 1_200))
            if chance.random() < 0.3:
                line.thin = chance.choice((10, 25, 60))
            for _ in range(chance.randrange(4)):
                self._plan(end, lambda town=town: self._cut(town, chance.randrange(12 * HOUR)))
            for _ in range(chance.randrange(3)):
                self._plan(end, lambda town=town: self._turn_clock(town))
            for _ in range(chance.randrange(4)):
                self._plan(end, lambda town=town: self._crash(town))
            if not self.twins:
                for _ in range(chance.randrange(3)):
                    self._plan(end, lambda town=town: self._restore(town))
                if chance.random() < 0.3:
                    self._plan(end, lambda town=town: self._roll_back(town))
        for _ in range(chance.randrange(6)):
            self._plan(end, self._crash_hub)
        if self.twins:
            town = chance.choice(self._towns)
            self._plan(end, lambda: self._start_twin(town))
        else:
            for _ in range(chance.randrange(3)):
                self._plan(end, self._restore_hub)
        if self.long_cut:
            world.at(world.now + 6 * HOUR, lambda: self._cut(self._towns[0], 72 * HOUR))
        self._back_up(end)

    def clear(self) -> None:
        """Let nothing more go wrong; a thin line and a wrong clock stay as they are."""
        self._province.crash_soon = False
        self._province.program = 2
        for town in self._towns:
            for post in (town.post, town.twin):
                if post is not None:
                    line, post.idle_ms = post.line, 4 * MINUTE
                    line.loss = line.twice = line.late = 0.0
                    line.cut_until = 0
                    post.hall.store.crash_after = None

    def _plan(self, end: int, act: object) -> None:
        chance = self._world.chance
        self._world.at(self._world.now + chance.randrange(HOUR, end - self._world.now), act)  # type: ignore[arg-type]

    def _back_up(self, end: int) -> None:
        """Keep a backup of everything each hour or two."""
        self._backups = [*self._backups, self._province.store.backup()][-KEPT_BACKUPS:]
        for town in self._towns:
            kept = [*town.backups, town.post.hall.store.backup()]
            town.backups = kept[-KEPT_BACKUPS:]
        wait = self._world.chance.randrange(30 * MINUTE, 2 * HOUR)
        if self._world.now + wait < end:
            self._world.after(wait, lambda: self._back_up(end))

    def _cut(self, town: Town, length: int) -> None:
        self._report.happened["cuts"] += 1
        town.post.line.cut_until = max(town.post.line.cut_until, self._world.now + length)

    def _turn_clock(self, town: Town) -> None:
        self._report.happened["clock jumps"] += 1
        choices = (0, -30_000, 10 * MINUTE, -3 * HOUR, 400 * DAY, -400 * DAY)
        town.post.clock_off = self._world.chance.choice(choices)

    def _crash(self, town: Town) -> None:
        self._report.happened["center crashes"] += 1
        town.post.hall.store.crash_after = self._world.chance.randrange(1, 10)

    def _crash_hub(self) -> None:
        self._report.happened["hub crashes"] += 1
        self._province.crash_soon = True

    def _restore_hub(self) -> None:
        """Lose the hub's database and take a backup of it."""
        self._report.happened["hub restores"] += 1
        self._province.store = Store(self._world.chance.choice(self._backups))
        self._backups = [self._province.store.backup()]
        self._province.store = Store(self._backups[0])
        self._backups = [self._province.store.backup()]
        if self._province.rules.hub_begins_anew:
            self._province.act(self._province.begin_anew)
        self._note_orphans()

    def _restore(self, town: Town) -> None:
        """Lose a center's database, take a backup of it, and know that."""
        self._report.happened["center restores"] += 1
        tables = self._world.chance.choice(town.backups)
        town.post.live_again(Store(tables).backup())
        if town.post.moment().rules.journals_replay:
            town.staff.read_journals()
        self._after_loss(town)

    def _roll_back(self, town: Town) -> None:
        """Put the whole machine back without telling it, if it gave no number or place to the web.

        What only the hub knows of those is out of the center's reach until it hears from the hub.
        """
        before, now = town.backups[-1], town.post.hall.store.backup()
        remote = [
            {i: b for i, b in t.get("bookings", {}).items() if b.remote} for t in (before, now)
        ]
        if remote[0] != remote[1] or before.get("grants") != now.get("grants"):
            return
        self._report.happened["center rolled back"] += 1
        town.post.load(Store(before).backup())
        town.staff.read_journals()
        self._after_loss(town)

    def _after_loss(self, town: Town) -> None:
        town.backups = [town.post.hall.store.backup()]
        for promise in self._people.promises.values():
            if promise.center == town.post.code and (not promise.live or promise.old):
                promise.cheats = False  # the center may have forgotten that she gave it up
        self._note_orphans()

    def _note_orphans(self) -> None:
        for promise in self._people.promises.values():
            town = next(one for one in self._towns if one.post.code == promise.center)
            id = promise.shown.id
            sides = (self._province.part(promise.center).booking(id), town.post.hall.booking(id))
            if all(one is None or one.version < promise.shown.version for one in sides):
                if not promise.orphan:
                    self._report.happened["orphans"] += 1
                promise.orphan = True

    def _start_twin(self, town: Town) -> None:
        """Start a copy of the center elsewhere; people take numbers there too."""
        self._report.happened["copies"] += 1
        post = town.post
        tables = post.hall.store.backup()
        twin = Post(post.code, self._world, self._network, post.moment().rules, tables)
        town.twin = twin
        for _ in range(5):
            wait = self._world.chance.randrange(3 * HOUR)
            ticket = self._world.new_id()
            self._world.after(wait, partial(self._use, twin, ticket))
        self._look_after(town)

    def _use(self, twin: Post, ticket: str) -> None:
        if twin.alive:
            twin.act(lambda: _ignore(twin.hall.issue(ticket, "kiosk")))

    def _look_after(self, town: Town) -> None:
        """Do as staff do: the banner says that another copy took over."""
        twin = town.twin
        if twin is None or not twin.alive:
            return
        if twin.hall.state.mode is Mode.SUPERSEDED:
            self._report.happened["copies sent away"] += 1
            twin.stop()
            return
        if town.post.hall.state.mode is Mode.SUPERSEDED:
            town.post.take_over()
        self._world.after(20 * MINUTE, lambda: self._look_after(town))


def _ignore(_: object) -> None:
    return None
