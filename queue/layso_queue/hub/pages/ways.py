"""The form of the table of pages."""

from collections.abc import Callable
from dataclasses import dataclass

from layso_queue.hub.limits import Rate
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import Reply

PageHandler = Callable[[Asked], Reply]


@dataclass(frozen=True, slots=True)
class PageWay:
    """One method on one path. `staff`: only for who has signed in; `rate`: a client's limit."""

    method: str
    path: str
    handler: PageHandler
    staff: bool = False
    rate: Rate | None = None
