"""Open a center's line to its hub, if its settings name one."""

from collections.abc import Awaitable, Callable, Sequence

from layso_queue.center.clock import Clock
from layso_queue.center.opening import uuid7
from layso_queue.center.settings.model import HubPart
from layso_queue.center.storage import Exchange
from layso_queue.center.sync.client import HubClient
from layso_queue.center.sync.link import HubLink
from layso_queue.sync.status import Status


def open_link(
    hub: HubPart,
    exchange: Exchange,
    clock: Clock,
    random: Callable[[int], bytes],
    came: Callable[[], Awaitable[None]],
    changed: Callable[[], None],
    status: Callable[[], Status | None],
    beside: Sequence[Callable[[HubClient], Awaitable[None]]],
) -> HubLink | None:
    """Return the link, not yet running; None for a center without a hub."""
    if not hub.url:
        return None
    client = HubClient(hub.url, hub.key)
    chance = lambda: random(1)[0] / 255  # noqa: E731
    new_id = lambda: uuid7(random)  # noqa: E731
    return HubLink(client, exchange, clock, new_id, chance, came, changed, status, beside)
