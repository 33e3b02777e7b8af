"""Sends what is due from the outbox, through the adapters; a fault is tried again later."""

import structlog

from layso_queue.hub.clock import Clock
from layso_queue.hub.ids import spaced
from layso_queue.hub.notices.posts import Posts
from layso_queue.hub.notices.words import write, write_short
from layso_queue.hub.notices.written import NeverWill, TryLater, Written
from layso_queue.hub.storage import Centers, Database
from layso_queue.hub.storage.noticing import Claimed, claim, give_up, put_off, sent
from layso_queue.hub.times import local, written

log = structlog.get_logger()


class Courier:
    """Takes notices that are due and sends them. Any number of hubs may do so at once."""

    def __init__(
        self, database: Database, centers: Centers, clock: Clock, posts: Posts, url: str
    ) -> None:
        """`url` is how people reach the hub."""
        self._database = database
        self._centers = centers
        self._clock = clock
        self._posts = posts
        self._url = url

    def go(self) -> int:
        """Send what is due; return how many notices were looked at. Raises StoreFailed."""
        looked = 0
        while claimed := claim(self._database, self._clock.now()):
            for notice in claimed:
                self._deal_with(notice)
            looked += len(claimed)
        return looked

    def _deal_with(self, notice: Claimed) -> None:
        adapter = self._posts.adapters.get(notice.way)
        try:
            if adapter is not None and not notice.moot:
                adapter.send(self._written(notice))
        except TryLater as error:
            log.warning("a notice waits", way=notice.way, why=str(error))
            now = self._clock.now()
            put_off(self._database, notice, str(error), now, error.after_s)
        except NeverWill as error:
            log.warning("a notice was given up", way=notice.way, why=str(error))
            give_up(self._database, notice, str(error))
        else:
            sent(self._database, notice, moot=notice.moot or adapter is None)

    def _written(self, notice: Claimed) -> Written:
        booking, way = notice.booking, notice.way
        if way in self._posts.hooks:
            to = self._posts.hooks[way][0]
            subject = text = ""
        else:
            to = (booking.email if way == "email" else booking.phone) or ""
            values = self._values(notice)
            subject, text = write(notice.kind, booking.language, values)
            if way == "sms":
                text = write_short(notice.kind, booking.language, values)
        facts: dict[str, str | int] = {
            "booking": booking.id,
            "code": booking.code,
            "state": booking.state,
            "center": booking.center,
            "service": booking.service,
            "slot": written(booking.slot),
            "version": booking.version,
            "number": booking.number or "",
        }
        if notice.kind == "closed":
            facts["reason"] = notice.about
        return Written(notice.id, notice.kind, to, subject, text, self._clock.now(), facts)

    def _values(self, notice: Claimed) -> dict[str, str | int]:
        booking = notice.booking
        center = self._centers.get(booking.center)
        service = self._centers.service(booking.center, booking.service)
        begins = local(booking.slot)
        page = f"b/{booking.code}" if booking.code else f"t/{booking.id}"
        return {
            "when": f"{begins:%d/%m/%Y}" if booking.remote else f"{begins:%H:%M, %d/%m/%Y}",
            "center": center.name(booking.language) if center else booking.center,
            "service": service.name(booking.language) if service else booking.service,
            "code": spaced(booking.code),
            "url": f"{self._url}/{booking.language}/{page}",
            "reason": notice.about.rstrip(". "),
            "ahead": notice.about,
            "counter": notice.about,
            "number": booking.number or "",
        }
