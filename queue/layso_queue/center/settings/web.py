"""What a center gives to the web of each day: places of half hours, and numbers for now."""

from typing import Annotated

from pydantic import Field

from layso_queue.center.settings.part import Code, Part

MOST_DAYS = 14
"""Nobody foresees further ahead how many places a walk-in can spare."""

MOST_PLACES = 200

Places = Annotated[int, Field(ge=0, le=MOST_PLACES)]


class WebPart(Part):
    """The rule by which places are leased to the hub; without a line a service gives none.

    `places` of each half hour and `remote_numbers` of each day, by service code.
    """

    days: Annotated[int, Field(ge=0, le=MOST_DAYS)] = MOST_DAYS
    places: dict[Code, Places] = Field(default_factory=dict)
    remote_numbers: dict[Code, Places] = Field(default_factory=dict)
