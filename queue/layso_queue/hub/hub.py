"""The open hub: all its parts, put together in one place."""

import asyncio
import secrets
from contextlib import suppress

import structlog

from layso_assets.languages import LANGUAGES, Texts
from layso_queue.hub.bells import Bells
from layso_queue.hub.clock import Clock
from layso_queue.hub.directory import Directory, read_directory
from layso_queue.hub.feedback import Questions, read_questions
from layso_queue.hub.guards import Guards
from layso_queue.hub.ids import Random
from layso_queue.hub.kept import Kept
from layso_queue.hub.keys import Keys
from layso_queue.hub.limits import Limits
from layso_queue.hub.looks import Looks
from layso_queue.hub.notices.courier import Courier
from layso_queue.hub.notices.posts import Posts
from layso_queue.hub.people.staff import Staff
from layso_queue.hub.signin.offer import Offer
from layso_queue.hub.storage import (
    Centers,
    Database,
    Exchange,
    Feedback,
    Live,
    Portals,
    Sale,
    Sides,
    StoreFailed,
)
from layso_queue.hub.storage.announcing import Listener
from layso_queue.hub.storage.forgetting import forget_old
from layso_queue.hub.storage.summing import sum_up
from layso_queue.hub.storage.sweeping import bring_back, erase
from layso_queue.sync.messages import LONG_POLL_S

SWEEP_S = 5.0
SEND_S = 3.0
END_S = 10.0
"""So long a stopping hub waits for work in a thread."""

ERASE_EVERY = 720
"""Sweeps between two at which old names and what has had its use go: an hour."""

log = structlog.get_logger()


class Hub:
    """One process of the province's web queue, from `start` to `stop`."""

    def __init__(
        self,
        database: Database,
        keys: Keys,
        clock: Clock,
        *,
        random: Random = secrets.token_bytes,
        public_url: str = "",
        directory: Directory | None = None,
        posts: Posts | None = None,
        keep_s: float = 0.0,
        signin: Offer | None = None,
        questions: Questions | None = None,
    ) -> None:
        """Take an opened database of the newest schema. `public_url`: how phones reach the hub.

        `keep_s`: so long pages may show what this process has seen, unless it hears of a change.
        `signin`: where people may sign in; closed with the hub.
        """
        self.database = database
        self.keys = keys
        self.clock = clock
        self.random = random
        self.public_url = public_url.rstrip("/")
        self.signin = signin
        self.directory = directory or read_directory()
        self.centers = Centers(database)
        self.live = Live(database)
        posts = posts or Posts()
        self.tells_by_text = "sms" in posts.adapters
        self.sale = Sale(database, clock, random, posts.ways)
        self.sides = Sides(clock, random, posts.ways)
        self.courier = Courier(database, self.centers, clock, posts, self.public_url)
        self.exchange = Exchange(database, self.sides)
        self.portals = Portals(database)
        self.feedback = Feedback(database)
        self.questions = questions or read_questions()
        self.staff = Staff(database, clock, random)
        self.limits = Limits(clock)
        self.guards = Guards(database, clock, self.limits, keys.secret)
        self.looks = Looks(self.centers, self.live, self.sale, Kept(keep_s))
        self.bells = Bells()
        self._listener: Listener | None = None
        self.texts = {language: Texts(language) for language in LANGUAGES}
        self.long_poll_s = float(LONG_POLL_S)
        self._over = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin to bring back what expires, and to hear of what other processes change."""
        if self.database.is_postgresql:
            self._listener = Listener(self.database.url, self._changed, self._missed)
        self._tasks = [asyncio.create_task(work()) for work in (self._sweep, self._send)]

    @property
    def stopping(self) -> bool:
        """Whether the process is about to stop."""
        return self._over.is_set()

    def let_go(self) -> None:
        """Have held pulls answered at once, for the process is about to stop."""
        self._over.set()
        self.bells.ring_all()

    async def stop(self) -> None:
        """End the work and let go of the database."""
        self.let_go()
        if self._tasks:  # work in a thread is waited for: it holds a connection
            await asyncio.wait(self._tasks, timeout=END_S)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._listener is not None:
            await asyncio.to_thread(self._listener.close)
        if self.signin is not None:
            self.signin.close()
        self.database.close()

    def _changed(self, center: str) -> None:
        self.looks.kept.drop(center)
        self.bells.ring(center)

    def _missed(self) -> None:
        self.looks.kept.drop_all()
        self.bells.ring_all()

    async def _sweep(self) -> None:
        turn = 0
        while not self._over.is_set():
            now = self.clock.now()
            try:
                await asyncio.to_thread(bring_back, self.database, self.sides, now)
                if turn % ERASE_EVERY == 0:
                    for tidy in (erase, sum_up, forget_old):
                        await asyncio.to_thread(tidy, self.database, now)
            except StoreFailed as error:
                log.error("the sweep failed", why=str(error))
            turn += 1
            await self._rest(SWEEP_S)

    async def _send(self) -> None:
        while not await self._rest(SEND_S):
            try:
                await asyncio.to_thread(self.courier.go)
            except StoreFailed as error:
                log.error("the notices wait", why=str(error))

    async def _rest(self, seconds: float) -> bool:
        """Wait so long, or until the hub stops; say whether it does."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._over.wait(), seconds)
        return self._over.is_set()
