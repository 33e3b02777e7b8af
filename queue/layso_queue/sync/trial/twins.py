"""A copy of a center that somebody starts elsewhere, and what staff do about it."""

from functools import partial

from layso_queue.sync.at_center.storage import Mode
from layso_queue.sync.trial.network import Network
from layso_queue.sync.trial.post import Post
from layso_queue.sync.trial.report import Report
from layso_queue.sync.trial.town import Town
from layso_queue.sync.trial.world import HOUR, MINUTE, World


class Twins:
    """Starts copies."""

    def __init__(self, world: World, network: Network, report: Report) -> None:
        """Begin with none."""
        self._world = world
        self._network = network
        self._report = report

    def start(self, town: Town) -> None:
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

    def _use(self, twin: Post, ticket: str) -> None:
        if twin.alive:
            twin.act(lambda: _ignore(twin.hall.issue(ticket, "kiosk")))

    def look_after(self, town: Town) -> None:
        """Do as staff do, every 20 minutes, when the banner says that another copy took over.

        Without a copy it says so too, where an old backup knows nothing of the last life.
        """
        twin = town.twin
        if twin is not None and twin.alive and twin.hall.state.mode is Mode.SUPERSEDED:
            self._report.happened["copies sent away"] += 1
            twin.stop()
        if town.post.hall.state.mode is Mode.SUPERSEDED:
            self._report.happened["taken over by staff"] += 1
            town.post.take_over()
        self._world.after(20 * MINUTE, lambda: self.look_after(town))


def _ignore(_: object) -> None:
    return None
