"""Calls for help: on every staff screen until somebody has come, a restart between or not."""

import asyncio

import structlog

from layso_queue.center.alerts import HELP, Alerts
from layso_queue.center.clock import Clock
from layso_queue.center.storage import HelpCall, HelpCalls, StoreFailed

WAITS_MS = 15 * 60_000
"""Nobody stands and waits for longer: what was called before has been seen to, or in vain."""

LOOK_S = 20.0

log = structlog.get_logger()


class Helping:
    """Opens a call as an alert at once, and keeps it beside; a full disk stops no call."""

    def __init__(self, kept: HelpCalls, alerts: Alerts, clock: Clock) -> None:
        """Work for the center that has these parts."""
        self._kept, self._alerts, self._clock = kept, alerts, clock
        self.looked = False
        """Whether what stood before the start is open again."""
        self._in_turn = asyncio.Lock()  # a helper may come while the call is still being written

    async def run(self) -> None:
        """Open again what stood when the center ended, and let each call end in its time."""
        # a few rows, and not in a thread: it would hold the file when the center stops at once
        self._forget_before(self._clock.now() - WAITS_MS)
        try:
            calls = self._kept.all()
        except StoreFailed as error:
            log.warning("calls for help could not be read", why=type(error).__name__)
            return
        for call in calls:
            self._alerts.raise_once(call.id, HELP, call.place, call.about, call.since)
        self.looked = True
        while True:
            await asyncio.sleep(LOOK_S)
            self.let_end()

    def let_end(self) -> None:
        """Take off what was called so long ago that nobody waits any more."""
        before = self._clock.now() - WAITS_MS
        calls = [one for one in self._alerts.all() if one.code == HELP and one.since < before]
        for call in calls:
            self._alerts.settle(call.id)
        if calls:
            self._forget_before(before)

    def _forget_before(self, since: int) -> None:
        try:
            self._kept.forget_before(since)
        except StoreFailed as error:
            log.warning("old calls for help stay kept", why=type(error).__name__)

    async def call(self, id: str, place: str, about: str) -> None:
        """Put a call on the staff's screens, and keep it."""
        now = self._clock.now()
        self._alerts.raise_once(id, HELP, place, about, now)
        try:
            async with self._in_turn:
                await asyncio.to_thread(self._kept.keep, HelpCall(id, place, about, now))
        except StoreFailed as error:
            log.warning("a call for help could not be kept", why=type(error).__name__)

    async def came(self, id: str) -> bool:
        """Take a call off the screens; say whether it was there."""
        if not self._alerts.settle(id):
            return False
        try:
            async with self._in_turn:
                await asyncio.to_thread(self._kept.forget, id)
        except StoreFailed as error:
            log.warning("a call for help stays kept", why=type(error).__name__)
        return True

    def close(self) -> None:
        """Let go of the file."""
        self._kept.close()
