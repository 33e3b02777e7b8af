"""The open hub: all its parts, put together in one place."""

import asyncio
import secrets
from collections.abc import Callable
from functools import partial

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
)
from layso_queue.hub.storage.announcing import Listener
from layso_queue.hub.storage.forgetting import forget_old
from layso_queue.hub.storage.summing import sum_up
from layso_queue.hub.storage.sweeping import bring_back, erase
from layso_queue.hub.working import Step, Work
from layso_queue.sync.messages import LONG_POLL_S

SWEEP_S = 5.0
SEND_S = 3.0
END_S = 10.0
"""So long a stopping hub waits for work in a thread."""

TIDY_S = 3600.0
"""Between two times at which old names and what has had its use go."""


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
        self.limits = Limits(clock)
        self.guards = Guards(database, clock, self.limits, keys.secret)
        self.sale = Sale(database, clock, random, posts.ways, self.guards.may_tell)
        self.sides = Sides(clock, random, posts.ways)
        self.courier = Courier(database, self.centers, clock, posts, self.public_url)
        self.exchange = Exchange(database, self.sides)
        self.portals = Portals(database)
        self.feedback = Feedback(database)
        self.questions = questions or read_questions()
        self.staff = Staff(database, clock, random)
        self.looks = Looks(self.centers, self.live, self.sale, Kept(keep_s))
        self.bells = Bells()
        self._listener: Listener | None = None
        self.texts = {language: Texts(language) for language in LANGUAGES}
        self.long_poll_s = float(LONG_POLL_S)
        self._stopping = False
        self._works = self._all_works()

    async def start(self) -> None:
        """Begin to bring back what expires, and to hear of what other processes change."""
        if self.database.is_postgresql:
            self._listener = Listener(self.database.url, self._changed, self._missed)
        for work in self._works:
            work.begin()

    @property
    def stopping(self) -> bool:
        """Whether the process is about to stop."""
        return self._stopping

    @property
    def halted(self) -> list[str]:
        """The work beside the pages that does not go on, by name; empty while all is well."""
        deaf = self._listener is not None and not (self._listener.alive or self._stopping)
        return [work.name for work in self._works if work.halted] + ["listener"] * deaf

    def let_go(self) -> None:
        """Have held pulls answered at once, for the process is about to stop."""
        self._stopping = True
        for work in self._works:
            work.let_go()
        self.bells.ring_all()

    async def stop(self) -> None:
        """End the work and let go of the database."""
        self.let_go()
        await asyncio.gather(*(work.stop(END_S) for work in self._works))
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

    def _all_works(self) -> list[Work]:
        """Each way to people has a sender of its own: a slow mail server holds up no text."""
        database, courier = self.database, self.courier

        def now(step: Callable[[Database, int], object]) -> Step:
            return lambda: step(database, self.clock.now())

        def back() -> None:
            bring_back(database, self.sides, self.clock.now())

        works = [
            Work("sweep", SWEEP_S, courier.renew, back, courier.drop_others),
            Work("tidy", TIDY_S, now(erase), now(sum_up), now(forget_old)),
        ]
        for way in courier.ways:
            work = Work(f"send {way}", SEND_S, wait=True)
            work.steps = (partial(courier.send_by, way, work.go_on),)
            works.append(work)
        return works
