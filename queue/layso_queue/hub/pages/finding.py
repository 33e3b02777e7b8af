"""Pages: the first one, and the way to a center."""

from dataclasses import dataclass

from layso_queue.hub.directory import Commune
from layso_queue.hub.pages.render import page
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import SHORTLY, Reply, to

MOST_SHOWN = 60
MOST_OPEN = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A commune in a list. `km`: how far, if asked for; `books`: it has a web queue."""

    commune: Commune
    books: bool
    km: str | None = None


def root(asked: Asked) -> Reply:
    """Go to the first page in the reader's language."""
    return to(asked.here("/"))


def home(asked: Asked) -> Reply:
    """The first page."""
    directory = asked.hub.directory
    known = (directory.get(one.code) for one in asked.hub.centers.all()[:MOST_OPEN])
    open_rows = [Row(one, books=True) for one in known if one is not None]
    return page(asked, "home.html", cache=SHORTLY, open=open_rows, provinces=directory.provinces)


def centers(asked: Asked) -> Reply:
    """Communes by words, by province, or by distance."""
    hub = asked.hub
    books = {one.code for one in hub.centers.all()}
    words = asked.query.get("q", "")[:80].strip()
    province = hub.directory.province_of(asked.query.get("province", ""))
    title = asked.texts.say("hub.centers.title")
    here = _place(asked.query.get("near", ""))
    if here is not None:
        title = asked.texts.say("hub.centers.near")
        nearest = hub.directory.near(*here)[:MOST_SHOWN]
        rows = [Row(one, one.code in books, _km(km, asked.language)) for km, one in nearest[:20]]
        total = len(rows)
    else:
        found = hub.directory.find(words, province, first=books.__contains__)
        rows = [Row(one, one.code in books) for one in found[:MOST_SHOWN]]
        total = len(found)
        if province is not None:
            name = dict(hub.directory.provinces)[province]
            title = asked.texts.say("hub.centers.in", province=name)
    return page(
        asked,
        "centers.html",
        cache=SHORTLY,
        title=title,
        words=words,
        province=province,
        found=rows,
        total=total,
    )


def _place(written: str) -> tuple[float, float] | None:
    latitude, _, longitude = written.partition(",")
    try:
        place = float(latitude), float(longitude)
    except ValueError:
        return None
    return place if -90 <= place[0] <= 90 and -180 <= place[1] <= 180 else None


def _km(km: float, language: str) -> str:
    said = f"{km:.1f}" if km < 10 else f"{km:.0f}"
    return said if language == "en" else said.replace(".", ",")
