"""What the rooms of storage give and take. Times in ms since the epoch."""

from dataclasses import dataclass
from typing import NamedTuple

from layso_queue.hub.times import MINUTE_MS, day_of


@dataclass(frozen=True, slots=True)
class CenterRow:
    """A center with a web queue. `heard_at`: when it last spoke to the hub.

    `removed_at`: since when it takes no bookings any more, for it was taken off the list.
    """

    code: str
    name_vi: str
    name_en: str
    province_code: str
    registered_at: int
    heard_at: int | None = None
    offset_ms: int | None = None
    frozen: bool = False
    removed_at: int | None = None

    def name(self, language: str) -> str:
        """Its name in a language."""
        return self.name_en if language == "en" else self.name_vi


@dataclass(frozen=True, slots=True)
class Procedure:
    """What people can have done at a service; `words` are others that they search it by."""

    code: str
    name_vi: str
    name_en: str
    minutes: int
    documents: dict[str, list[str]]
    online_url: str = ""
    words: str = ""

    def name(self, language: str) -> str:
        """Its name in a language."""
        return self.name_en if language == "en" else self.name_vi


@dataclass(frozen=True, slots=True)
class Service:
    """What a center offers. `documents`: what to bring, by language; `online_url` "" or https."""

    center: str
    code: str
    name_vi: str
    name_en: str
    minutes: int
    documents: dict[str, list[str]]
    online_url: str = ""
    place: int = 0
    procedures: tuple[Procedure, ...] = ()

    @property
    def is_partly_online(self) -> bool:
        """Say whether some of what belongs to it can be done online."""
        return any(one.online_url for one in self.procedures)

    def name(self, language: str) -> str:
        """Its name in a language."""
        return self.name_en if language == "en" else self.name_vi


class Place(NamedTuple):
    """One leased slot of a service; `remote`: a day's quota of numbers from home."""

    center: str
    service: str
    slot: int
    remote: bool = False


@dataclass(frozen=True, slots=True)
class Free:
    """A slot and how many places it has left."""

    slot: int
    free: int


@dataclass(frozen=True, slots=True)
class Hold:
    """A place kept for a while. `tries`: wrong answers so far."""

    id: str
    place: Place
    expires_at: int
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Who books: cleaned name and phone, the key that counts them, an address if given.

    `card` is the keyed hash of an ID card's number, "" for none.
    """

    name: str
    phone: str
    key: str
    email: str | None = None
    language: str = "vi"
    card: str = ""


@dataclass(frozen=True, slots=True)
class Booked:
    """A sold place as the hub keeps it. Name and phone are None when they have been erased."""

    id: str
    code: str
    hold: str
    version: int
    center: str
    service: str
    remote: bool
    slot: int
    day: str
    state: str
    person: str
    name: str | None
    phone: str | None
    email: str | None
    language: str
    channel: str
    made_at: int
    changed_at: int
    number: str | None
    priority: str
    card: str
    ticket: str | None

    @property
    def where(self) -> Place:
        """Its place."""
        return Place(self.center, self.service, self.slot, self.remote)

    def is_over(self, now: int) -> bool:
        """Say whether its day is over."""
        return self.day < day_of(now)

    def ends(self, minutes: int) -> int:
        """Return when a visit of so many minutes ends."""
        return self.slot + minutes * MINUTE_MS


@dataclass(frozen=True, slots=True)
class LiveTicket:
    """A ticket as its center last told of it.

    (`key`, `born`, `id`) is the order of its line: of its service or, where `to_counter` is set, of
    those who wait for that counter alone.
    """

    id: str
    center: str
    day: str
    number: str
    service: str
    state: str
    channel: str
    counter: int | None
    key: int
    issued_at: int
    called_at: int | None
    changed_at: int
    to_counter: int | None = None
    born: int = 0
