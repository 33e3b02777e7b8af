"""What the API answers about this moment: what a province's operation center watches."""

from pydantic import BaseModel, Field

from layso_queue.hub.api.answers import Name


class LongWait(BaseModel):
    """A service whose wait may be over the target: minutes for who comes now."""

    center: str
    service: str
    name: Name
    waiting: int
    low: int
    high: int


class SilentCenter(BaseModel):
    """A center not heard of for 5 minutes; `since` null: never heard of."""

    center: str
    since: str | None


class AsideAnswer(BaseModel):
    """Events of a center that could not be taken in; `why`: the word of the newest."""

    center: str
    n: int
    why: str


class AlertAnswer(BaseModel):
    """What a center's staff should see to: a stable word, how many, since when."""

    center: str
    code: str
    n: int
    since: str


class UnsentAnswer(BaseModel):
    """A way (e-mail, text message, webhook) that has trouble; `why`: the newest reason.

    `failed`: notices given up in the last 7 days; `waiting`: those to be tried again.
    """

    way: str
    failed: int
    waiting: int
    why: str


class OverdueFeedback(BaseModel):
    """People's words or low levels that nobody of the staff has seen to in time.

    `since`: when the oldest came; `waiting`: all that want an answer, also those still in time.
    """

    center: str
    n: int
    waiting: int
    since: str


class WatchAnswer(BaseModel):
    """What a province's operation center watches, at this moment."""

    now: str
    target_minutes: int
    centers: int
    over_target: list[LongWait] = Field(
        description="Longest first. Silent centers are left out: their waits are not known."
    )
    silent: list[SilentCenter]
    sales_stopped: list[str] = Field(
        description="Centers that sell no places until they have told again what a restore lost."
    )
    set_aside: list[AsideAnswer]
    alerts: list[AlertAnswer]
    notices_unsent: list[UnsentAnswer] = Field(
        description="Ways in which people or systems are not told now, or were not lately."
    )
    feedback_overdue: list[OverdueFeedback] = Field(
        description="Centers with feedback that wants an answer (level 1 or 2, or any words) and "
        "was not seen to for more than 4 hours; the one that has waited longest first."
    )
