"""What came back after a restore, and what was set aside."""

from layso_queue.center.api.answers.base import Answer
from layso_queue.center.api.answers.tickets import RefusedNumber


class KioskJournalAnswer(Answer):
    """What became of the numbers a kiosk said again: those that were lost, and what clashes."""

    restored: list[str]
    refused: list[RefusedNumber]


class RestoreAnswer(Answer):
    """The last restore from a copy, if there was one; `waits` while kiosks may still report."""

    waits: bool
    at: str | None
    copy_at: str | None
    aside: str | None
    done_by: str | None


class AsideAnswer(Answer):
    """Something of the web queue that could not be done, in words."""

    id: str
    kind: str
    entity: str
    occurred_at: str
    code: str
    what: str
    why: str
    about: dict[str, str]
    number: str


class AsideListAnswer(Answer):
    """All that is set aside, the oldest first."""

    set_aside: list[AsideAnswer]


class TakeOverAnswer(Answer):
    """How the center stands with its hub now."""

    mode: str
