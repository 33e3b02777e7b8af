"""What a center has of its hub beside the exchange: keys, ways to tell people, pages to follow."""

from collections.abc import Awaitable, Callable

from layso_queue.center.clock import Clock
from layso_queue.center.folder import Folder
from layso_queue.center.settings import Settings
from layso_queue.center.storage import Exchange
from layso_queue.center.storage.phones import PhoneBook
from layso_queue.center.sync.card_key import CardKey
from layso_queue.center.sync.following import Following
from layso_queue.center.sync.keeping_keys import KeepingKeys
from layso_queue.center.sync.keyring import Keyring
from layso_queue.center.sync.link import HubLink, Standing
from layso_queue.center.sync.opening import open_link
from layso_queue.center.sync.passes import Passes
from layso_queue.center.sync.phones import Phones
from layso_queue.center.writer import Writer
from layso_queue.sync.status import Status


class Web:
    """All of it; a center without a hub has it too, and it is empty there."""

    def __init__(
        self,
        folder: Folder,
        settings: Settings,
        exchange: Exchange,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        """Read what is kept on disk."""
        self._settings, self._exchange, self._clock = settings, exchange, clock
        self.keyring = Keyring(folder.hub_keys)
        self.card_key = CardKey(folder.card_key)
        self.passes = Passes(settings.center.code, self.keyring, exchange, clock, new_id)
        self.following = Following(settings.follow, clock, self.standing)
        self._book = PhoneBook(folder.phones)
        self._keys: KeepingKeys | None = None
        self._phones: Phones | None = None
        self.link: HubLink | None = None

    def open(
        self,
        random: Callable[[int], bytes],
        came: Callable[[], Awaitable[None]],
        changed: Callable[[], None],
        status: Callable[[], Status | None],
        writer: Writer,
    ) -> HubLink | None:
        """Make the link to the hub, not yet running; None for a center without one."""
        chance = lambda: random(1)[0] / 255  # noqa: E731
        self._keys = KeepingKeys(self.keyring, self.card_key, chance, changed)
        self._phones = Phones(self._book, writer)
        hub, beside = self._settings.hub, (self._keys.run, self._phones.run)
        self.link = open_link(
            hub, self._exchange, self._clock, random, came, changed, status, beside
        )
        return self.link

    async def note_phone(self, ticket: str, phone: str, language: str) -> None:
        """Keep the number of a ticket for the hub; where there is none, nothing is kept."""
        if self._phones is not None and self.link is not None:
            await self._phones.note(ticket, phone, language)

    def close(self) -> None:
        """Let go of the files."""
        self._book.close()

    def standing(self) -> Standing | None:
        """Return how the center stands with its hub; None without one."""
        return None if self.link is None else self.link.standing

    def shown(self) -> dict[str, bool]:
        """Return what kiosks may offer: cards that are known, text messages."""
        there = self.link is not None
        texts = self._keys is not None and self._keys.texts and self.following.hub_knows()
        return {"cards": there and bool(self.card_key.key), "texts": there and texts}
