"""What goes wrong in a run: lines, processes, databases, copies, clocks; chosen by the seed."""

from layso_queue.sync.trial.fire import Fire
from layso_queue.sync.trial.losses import Losses
from layso_queue.sync.trial.network import Network
from layso_queue.sync.trial.people import People
from layso_queue.sync.trial.province import Province
from layso_queue.sync.trial.report import Report
from layso_queue.sync.trial.town import Town
from layso_queue.sync.trial.twins import Twins
from layso_queue.sync.trial.world import DAY, HOUR, MINUTE, World


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
        self._towns = towns
        self._report = report
        self._losses = Losses(world, province, people, towns, report)
        self._fire = Fire(world, self._losses, people, report)
        self._copies = Twins(world, network, report)
        self.twins = world.chance.random() < 0.25
        self.long_cut = world.chance.random() < 0.15
        people.cheating = not self.twins

    def begin(self, end: int) -> None:
        """Plan the run up to `end`."""
        world, chance = self._world, self._world.chance
        for town in self._towns:
            self._copies.look_after(town)
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
                    self._plan(end, lambda town=town: self._losses.restore(town))
                if chance.random() < 0.3:
                    self._plan(end, lambda town=town: self._losses.roll_back(town))
        for _ in range(chance.randrange(6)):
            self._plan(end, self._crash_hub)
        if self.twins:
            town = chance.choice(self._towns)
            self._plan(end, lambda: self._copies.start(town))
        else:
            for _ in range(chance.randrange(3)):
                self._plan(end, self._losses.restore_hub)
            if chance.random() < 0.3:
                town = chance.choice(self._towns)
                self._plan(end - 2 * HOUR, lambda: self._fire.smoulder(town))
        if self.long_cut:
            world.at(world.now + 6 * HOUR, lambda: self._cut(self._towns[0], 72 * HOUR))
        self._losses.back_up(end)

    def clear(self) -> None:
        """Let nothing more go wrong; a thin line and a wrong clock stay as they are."""
        self._province.crash_soon = False
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
