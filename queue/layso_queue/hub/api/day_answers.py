"""What the API answers about a day in numbers; no person is in it."""

from pydantic import BaseModel, Field


class WaitsAnswer(BaseModel):
    """How long people waited who were called, from their number to their first call."""

    called: int
    by_minutes: dict[str, int] = Field(
        description="How many waited from these minutes on, to the next ones named."
    )
    half_within: int | None = Field(
        description="Minutes; null where nobody was called, or where it was more than all named."
    )
    nine_in_ten_within: int | None = Field(description="As `half_within`.")


class FeedbackAnswer(BaseModel):
    """What people said of their visits of that day."""

    levels: dict[str, int] = Field(
        description='How many gave each level, "1" very bad to "5" very good.'
    )
    content_share: float | None = Field(
        description="Those who gave 4 or 5, of all; null where nobody said anything."
    )


class CenterDay(BaseModel):
    """One center's day in numbers: tickets by channel, by what became of them, bookings by state
    and by who made them.

    `online_share`: tickets that began on the web, of all; null on a day without tickets.
    """

    center: str
    tickets: dict[str, int]
    states: dict[str, int]
    waits: WaitsAnswer
    bookings: dict[str, int]
    booked_by: dict[str, int]
    online_share: float | None
    feedback: FeedbackAnswer


class StatisticsAnswer(BaseModel):
    """A day in numbers, of all centers together and of each."""

    day: str
    tickets: dict[str, int]
    states: dict[str, int]
    waits: WaitsAnswer
    online_share: float | None
    feedback: FeedbackAnswer
    centers: list[CenterDay]
