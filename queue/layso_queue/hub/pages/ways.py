"""The form of the table of pages."""

from collections.abc import Callable
from dataclasses import dataclass

from layso_queue.hub.limits import Rate
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import Reply

PageHandler = Callable[[Asked], Reply]


@dataclass(frozen=True, slots=True)
class PageWay:
    """One method on one path. `staff`: only for who has signed in; `rate`: a client's limit.

    `secret`: the part of the path that nobody can guess. Then the limit is that of the booking or
    ticket, for a hall full of phones may have one address; an address is counted by what it asks
    for that is not there.
    """

    method: str
    path: str
    handler: PageHandler
    staff: bool = False
    rate: Rate | None = None
    secret: str = ""
