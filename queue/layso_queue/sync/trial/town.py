"""One center with its people, its backups, and a copy of it, if somebody started one."""

from dataclasses import dataclass, field

from layso_queue.sync.trial.kiosk import Kiosk
from layso_queue.sync.trial.post import Post
from layso_queue.sync.trial.staff import Staff
from layso_queue.sync.trial.store import Tables


@dataclass(slots=True)
class Town:
    """A center; `twin` is a running copy of it."""

    post: Post
    staff: Staff
    kiosk: Kiosk
    backups: list[Tables] = field(default_factory=list)
    twin: Post | None = None
