"""Page: the centers nearest to where somebody is, as her browser told with her leave.

The place comes in a form's body, so that no address, log or history holds it; two decimals of it
are read, which is about a kilometre, and nothing of it is kept.
"""

import re

from layso_queue.hub.pages.finding import Row
from layso_queue.hub.pages.render import page
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import FOR_GOING_BACK, Reply, to

NEAREST = 10
FAR_KM = 100
"""Nobody is sent farther than this to a center that takes bookings."""

DECIMALS = 2
"""Of a degree: 0.01 is 1.1 km from north to south."""

_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,20})?")


def search_instead(asked: Asked) -> Reply:
    """Go to the search: without a place there is nothing to show."""
    return to(asked.here("/centers"))


def near(asked: Asked) -> Reply:
    """The ten nearest, with kilometres as the crow flies; and one to book at, if none of them."""
    asked.url = asked.here("/centers")  # in the other language the place is asked for anew
    latitude = _degrees(asked.form.get("latitude", ""), 90)
    longitude = _degrees(asked.form.get("longitude", ""), 180)
    if latitude is None or longitude is None:
        return page(asked, "near.html", 422, asks_place=True, found=[], books=None)
    known = {one.code for one in asked.hub.centers.taking_bookings()}
    every = asked.hub.directory.near(latitude, longitude)
    found = [Row(one, one.code in known, _km(asked, km)) for km, one in every[:NEAREST]]
    books = None
    if not any(one.books for one in found):
        rest = (Row(one, True, _km(asked, km)) for km, one in every if km <= FAR_KM)
        books = next((one for one in rest if one.commune.code in known), None)
    return page(asked, "near.html", cache=FOR_GOING_BACK, found=found, books=books)


def _degrees(written: str, most: int) -> float | None:
    found = _DEGREES.fullmatch(written)
    value = round(float(written), DECIMALS) if found else None
    return value if value is not None and -most <= value <= most else None


def _km(asked: Asked, km: float) -> str:
    return asked.texts.say("hub.near.km" if km >= 1 else "hub.near.under", km=round(km))
