"""What the hub lets its center know beside the exchange, asked for again and again."""

import asyncio
from collections.abc import Callable

import structlog

from layso_queue.center.sync.card_key import CardKey
from layso_queue.center.sync.client import HubAway, HubClient, HubRefused
from layso_queue.center.sync.keyring import Keyring
from layso_queue.sync.backoff import Backoff

AGAIN_S = 3600.0
AWAY_S = 15.0
"""The hub is asked each hour, and sooner while it is out of reach, later each time."""

log = structlog.get_logger()


class KeepingKeys:
    """Keeps the keys of QR codes and cards; `texts` says whether the hub tells people by text."""

    def __init__(
        self,
        keyring: Keyring,
        card_key: CardKey,
        chance: Callable[[], float],
        changed: Callable[[], None],
    ) -> None:
        """`chance` gives 0 to 1; `changed` is called when windows have something new to offer."""
        self._backoff, self._chance = Backoff(), chance
        self._keyring = keyring
        self._card_key = card_key
        self._changed = changed
        self.texts = False

    async def run(self, client: HubClient) -> None:
        """Ask until cancelled."""
        while True:
            await asyncio.sleep(await self._ask(client))

    async def _ask(self, client: HubClient) -> float:
        try:
            said = await client.keys()
            self._keyring.take(said.passes)
            new = self._card_key.take(said.card)
        except (HubAway, HubRefused):
            self._backoff.failed()
            return max(AWAY_S, self._backoff.wait(self._chance()))
        except OSError as fault:
            log.warning("the hub's keys could not be kept", why=fault.strerror)
            return AWAY_S
        self._backoff.succeeded()
        if new or said.texts is not self.texts:
            self.texts = said.texts
            self._changed()
        return AGAIN_S
