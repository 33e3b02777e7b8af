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
    """A commune in a list. `km`: how far, in words, if asked for; `books`: it has a web queue."""

    commune: Commune
    books: bool
    km: str = ""


def root(asked: Asked) -> Reply:
    """Go to the first page in the reader's language."""
    return to(asked.here("/"))


def bare(asked: Asked) -> Reply:
    """Go to the first page in the language whose address was typed without its slash."""
    return to(f"{asked.url.partition('?')[0]}/")


def home(asked: Asked) -> Reply:
    """The first page."""
    directory = asked.hub.directory
    known = (directory.get(one.code) for one in asked.hub.centers.taking_bookings()[:MOST_OPEN])
    open_rows = [Row(one, books=True) for one in known if one is not None]
    return page(
        asked,
        "home.html",
        cache=SHORTLY,
        asks_place=True,
        open=open_rows,
        provinces=directory.provinces,
    )


def centers(asked: Asked) -> Reply:
    """Communes by words or by province."""
    hub = asked.hub
    books = {one.code for one in hub.centers.taking_bookings()}
    words = asked.query.get("q", "")[:80].strip()
    province = hub.directory.province_of(asked.query.get("province", ""))
    title = asked.texts.say("hub.centers.title")
    found = hub.directory.find(words, province, first=books.__contains__)
    rows = [Row(one, one.code in books) for one in found[:MOST_SHOWN]]
    if province is not None:
        name = dict(hub.directory.provinces)[province]
        title = asked.texts.say("hub.centers.in", province=name)
    return page(
        asked,
        "centers.html",
        cache=SHORTLY,
        asks_place=True,
        title=title,
        words=words,
        province=province,
        found=rows,
        total=len(found),
    )
