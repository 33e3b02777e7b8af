"""Where a slip's QR leads: to the hub, or to the center's own page while there is no internet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from layso_queue.center.clock import Clock
from layso_queue.center.settings.model import FollowPart
from layso_queue.center.sync.link import Standing
from layso_queue.center.sync.watching import SHORT_MS
from layso_queue.sync.at_center.storage import Mode


@dataclass(frozen=True, slots=True)
class Following:
    """Decides anew for each slip; `standing` is None for a center without a hub."""

    part: FollowPart
    clock: Clock
    standing: Callable[[], Standing | None]

    def lead(self, shown: dict[str, Any]) -> dict[str, Any]:
        """Return the ticket with the page to follow it on, and the Wi-Fi that this page needs."""
        if not self.part.local or self.hub_knows():
            return shown
        url = self.part.local.replace("{id}", str(shown["id"]))
        return {**shown, "follow_url": url, "follow_wifi": self.part.wifi}

    def hub_knows(self) -> bool:
        """Say whether the hub's page would show this ticket in a moment."""
        now = self.standing()
        if now is None or now.refused or not now.heard or now.mode is not Mode.GOING:
            return False
        since = now.away_since
        return since is None or self.clock.now() - since <= SHORT_MS
