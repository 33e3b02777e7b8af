"""The hub and a center are lost together, after numbers that no backup has went to phones."""

from functools import partial

from layso_queue.sync.trial.hall import day_of
from layso_queue.sync.trial.losses import Losses
from layso_queue.sync.trial.people import People
from layso_queue.sync.trial.report import Report
from layso_queue.sync.trial.town import Town
from layso_queue.sync.trial.world import BEGIN, DAY, HOUR, MINUTE, World

LAST_NUMBERS = 4


class Fire:
    """What one machine room, one bad update or one power cut can do to both sides at once."""

    def __init__(self, world: World, losses: Losses, people: People, report: Report) -> None:
        """Take the backups that `losses` keeps."""
        self._world = world
        self._losses = losses
        self._people = people
        self._report = report

    def smoulder(self, town: Town) -> None:
        """Let people take numbers from home about the last backups, and then lose both sides."""
        world, chance = self._world, self._world.chance
        town.staff.set_quota(BEGIN + day_of(world.now) * DAY, True)
        world.after(30 * MINUTE, self._losses.back_up_now)
        for _ in range(LAST_NUMBERS):
            wait = 20 * MINUTE + chance.randrange(35 * MINUTE)
            world.after(wait, partial(self._take_number, town))
        world.after(HOUR, partial(self._burn, town))

    def _take_number(self, town: Town) -> None:
        self._people.buy(town.post.code, True)

    def _burn(self, town: Town) -> None:
        self._report.happened["restored together"] += 1
        self._losses.restore_hub()
        self._world.after(
            self._world.chance.randrange(10 * MINUTE), lambda: self._losses.restore(town)
        )
