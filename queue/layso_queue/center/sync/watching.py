"""Tell staff how the center stands with its hub; a short break is nobody's business."""

import asyncio

from layso_queue.center.alerts import (
    HUB_AWAY,
    HUB_CLOCK,
    HUB_REFUSED,
    HUB_SET_ASIDE,
    HUB_SUPERSEDED,
    Alerts,
)
from layso_queue.center.clock import Clock
from layso_queue.center.sync.link import HubLink
from layso_queue.sync.at_center.storage import Mode

LOOK_S = 5.0
SHORT_MS = 30_000
"""A line that is back so soon was never away, for people."""


class HubWatch:
    """Keeps the alerts about the hub true."""

    def __init__(self, link: HubLink, alerts: Alerts, clock: Clock) -> None:
        """Watch this link."""
        self._link, self._alerts, self._clock = link, alerts, clock

    async def run(self) -> None:
        """Look for as long as the center is open."""
        while True:
            self.look()
            await asyncio.sleep(LOOK_S)

    def look(self) -> None:
        """Raise what is so now, settle what is not."""
        now = self._link.standing
        since = now.away_since
        away = since is not None and self._clock.now() - since > SHORT_MS
        self._stand(HUB_AWAY, away and not now.refused, since)
        self._stand(HUB_REFUSED, now.refused)
        self._stand(HUB_SUPERSEDED, now.mode is Mode.SUPERSEDED)
        self._stand(HUB_CLOCK, now.clock_wrong, about=str((now.offset_ms or 0) // 60_000))
        self._stand(HUB_SET_ASIDE, now.aside > 0, about=str(now.aside))

    def _stand(self, code: str, so: bool, since: int | None = None, about: str = "") -> None:
        self._alerts.stand(code, code, "hub", so, about, since)
