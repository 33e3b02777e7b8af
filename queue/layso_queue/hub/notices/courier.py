"""Sends what is due from the outbox, through the adapters; a fault is tried again later."""

import re
from collections.abc import Callable

import structlog

from layso_queue.hub.clock import Clock
from layso_queue.hub.ids import spaced
from layso_queue.hub.log import fault_of
from layso_queue.hub.notices.posts import Posts
from layso_queue.hub.notices.words import write, write_short
from layso_queue.hub.notices.written import NeverWill, TryLater, Written
from layso_queue.hub.storage import Centers, Database, StoreFailed
from layso_queue.hub.storage.outgoing import (
    Claim,
    Notice,
    claim,
    drop_others,
    give_up,
    load,
    put_off,
    renew,
    sent,
)
from layso_queue.hub.times import local, written

_ADDRESS = re.compile(r"\S+@\S+")
_LONG_DIGITS = re.compile(r"\d{6,}")

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
        self._sending: dict[str, Claim] = {}

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways there are; each should have a sender of its own, so that none waits."""
        return tuple(self._posts.adapters)

    def go(self) -> int:
        """Send what is due by all ways, one after the other; return how many were looked at."""
        return sum(self.send_by(way) for way in self.ways) + self.drop_others()

    def send_by(self, way: str, go_on: Callable[[], bool] = lambda: True) -> int:
        """Send what is due by one way while `go_on` says so; return how many were looked at.

        Whatever an adapter does counts as a try. Raises StoreFailed.
        """
        looked = 0
        while go_on() and (mine := claim(self._database, way, self._clock.now())) is not None:
            self._sending[way] = mine
            try:
                self._deal_with(mine)
            finally:
                del self._sending[way]
            looked += 1
        return looked

    def renew(self) -> None:
        """Keep what is being sent just now from other senders. Raises StoreFailed.

        Called in another thread, more often than a claim lasts.
        """
        for mine in self._sending.copy().values():
            renew(self._database, mine, self._clock.now())

    def drop_others(self) -> int:
        """Drop what waits for a way that there is no more. Raises StoreFailed."""
        return drop_others(self._database, self.ways, self._clock.now())

    def _deal_with(self, mine: Claim) -> None:
        way, now = mine.way, self._clock.now()
        try:
            notice = load(self._database, mine.id)
            if notice is None or notice.moot:
                sent(self._database, mine, moot=True)
                return
            if notice.late(now):
                self._too_late(mine)
                return
            self._posts.adapters[way].send(self._written(notice))
        except TryLater as error:
            why = unnamed(str(error))
            log.warning("a notice waits", way=way, why=why)
            put_off(self._database, mine, why, self._clock.now(), error.after_s)
        except NeverWill as error:
            why = unnamed(str(error))
            log.warning("a notice was given up", way=way, why=why)
            give_up(self._database, mine, why)
        except StoreFailed:
            raise
        except Exception as error:
            # Ours or a library's: told by its kind and place, for its words may name a person.
            log.error("a notice could not be sent", way=way, id=mine.id, **fault_of(error))
            put_off(self._database, mine, type(error).__name__, self._clock.now())
        else:
            sent(self._database, mine)

    def _too_late(self, mine: Claim) -> None:
        """Nobody has a use for it now; where a fault is the reason, staff see that."""
        if mine.fault:
            give_up(self._database, mine, mine.fault)
        else:
            sent(self._database, mine, moot=True)

    def _written(self, notice: Notice) -> Written:
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

    def _values(self, notice: Notice) -> dict[str, str | int]:
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
            "ahead": notice.ahead,
            "counter": (notice.ticket and notice.ticket.counter) or notice.about,
            "number": booking.number or "",
        }


def unnamed(why: str) -> str:
    """Return a server's words without addresses and phone numbers: many repeat whom they refuse."""
    return _LONG_DIGITS.sub("…", _ADDRESS.sub("…", why))
