"""A ticket on its way through a journal."""

from dataclasses import dataclass

from layso_queue.forecast.seen import Visit


@dataclass(slots=True)
class Followed:
    """A ticket on its way; times in ms. `called` is its first call to where it was called last."""

    service: str
    arrived: int
    dossiers: int
    since: int
    """Since when it waits or is away, in ms."""
    to_counter: int | None = None
    waits: bool = True
    called: int = 0
    started: int | None = None
    counter: int = 0
    visit: Visit | None = None
