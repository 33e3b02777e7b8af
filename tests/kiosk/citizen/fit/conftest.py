"""Every page of the kiosk in every state, set as fast as models allow; looks judged in layouts."""

import os
import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow

from layso_kiosk.look.touch import items, look_up
from window_fit import SLACK, settle, unfit

SIZES = {"wide": (1920, 1080), "tall": (1080, 1920), "small": (1366, 768), "uhd": (3840, 2160)}
LANGUAGES = ("vi", "en", "km", "qps", "ar")
OVER = frozenset({"countdown", "screen-test"})
"""What lies over the pages on purpose: the next touch takes it away."""

TITLES = frozenset({"toast"})
"""What may lie over words for a moment, but never over what is touched."""

_TILE = re.compile(r"tile-[A-Z]")

Layout = tuple[str, str, int, str]
"""Shape, language, text size, theme."""

JUDGED: tuple[Layout, ...] = (
    *((shape, code, 100, "light") for shape, code in product(("wide", "tall"), LANGUAGES)),
    *((shape, code, 150, "contrast") for shape, code in product(("wide", "tall"), LANGUAGES)),
    *(("small", code, 100, "dark") for code in ("vi", "km")),
    *(("small", code, 150, "dark") for code in ("vi", "en", "qps")),
    ("wide", "vi", 125, "dark"),
    ("uhd", "qps", 150, "light"),
)
"""4K is twice 1080p: one layout shows that all follows the scale."""


def drawn(person: Any) -> list[Layout]:
    """Return the layouts that a person asked to see, as `wide-vi-100-light,tall-ar-150-dark`."""
    asked = os.environ.get("LAYSO_LAYOUTS", "")
    parts = (one.split("-") for one in asked.split(",") if one)
    return [(shape, code, int(size), theme) for shape, code, size, theme in parts]


class Fitting:
    """A person's window, gone through in all layouts state by state."""

    def __init__(self, person: Any) -> None:
        self.person, self.faults = person, list[str]()
        self.number_widths = dict[tuple[str, str, str, int], float]()

    def tell(self, **parts: Any) -> None:
        """Change the day as if the center had told it."""
        source = self.person.kiosk.source
        source.link.mirror.day.update(parts)
        source.changed.emit()

    def be(self, state: str) -> None:
        """Lose the center, or have it back."""
        self.person.kiosk.source.link.state = state
        self.person.kiosk.source.changed.emit()

    def lay_out(self, layout: Layout) -> None:
        shape, code, text_size, theme = layout
        look = self.person.open.reader.look
        self.person.window.resize(*SIZES[shape])
        self.person.window.rootObject().setSize(self.person.window.size())
        self.person.window.contentItem().setSize(self.person.window.size())
        look.set_screen(*SIZES[shape])
        look.choose_text_size(text_size)
        look.choose_theme(theme)
        self.person.kiosk.choose_language(code)
        _deferred()

    def see(self, state: str) -> None:
        """Judge the state that stands in the window; pictures only where somebody wants them."""
        kiosk = self.person.kiosk
        kiosk.idle._timer.stop()
        kiosk.shown._second.stop()
        pages = kiosk.page
        if not os.environ.get("LAYSO_ONLY_PICTURES"):
            self.person.window.hide()  # nothing is painted: places are judged, not pictures
            for layout in JUDGED:
                self.lay_out(layout)
                where = "-".join(map(str, (state, *layout)))
                found = unfit(self.person.window, over=OVER, over_words=TITLES)
                # nobody speaks the stretched language: below a banner its names take all the room
                found += tiles_unseen(self.person.window, rows=1 if layout[1] == "qps" else 2)
                self.faults += [f"{where}: {one}" for one in found]
                if pages == "number" and (number := look_up(self.person.window, "number")):
                    self.number_widths[state, *layout[:3]] = number.property("contentWidth")
            self.person.window.show()
        for layout in drawn(self.person):
            self.lay_out(layout)
            self._draw("-".join(map(str, (state, *layout))))
        assert kiosk.page == pages, "the page stayed while it was looked at"

    def _draw(self, name: str) -> None:
        settle(self.person.window)
        images = [it for it in items(self.person.window) if it.inherits("QQuickImage")]
        self.person.until(lambda: all(_is_ready(one) for one in images if one.isVisible()), 20_000)
        image = self.person.window.grabWindow()
        file = self.person.pictures / f"{name}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        kind = Qt.TransformationMode.SmoothTransformation
        assert image.scaledToWidth(960 if image.width() > image.height() else 720, kind).save(
            str(file)
        )


def tiles_unseen(window: QQuickWindow, rows: int) -> list[str]:
    """Say which tiles of the first page are cut in two, and where fewer than `rows` are seen."""
    tiles = [it for it in items(window) if _TILE.fullmatch(it.objectName()) and it.isVisible()]
    if not tiles:
        return []
    view = tiles[0].parentItem().parentItem().parentItem()
    room = view.mapRectToScene(QRectF(0, 0, view.width(), view.height())).adjusted(0, -1, 0, 1)
    places = [it.mapRectToScene(QRectF(0, 0, it.width(), it.height())) for it in tiles]
    seen = [place for place in places if place.intersected(room).height() > SLACK]
    found = [f"a tile at {one.top():.0f} is cut in two" for one in seen if not room.contains(one)]
    known, whole = ({one.top() for one in each} for each in (places, seen))
    return found if len(whole) >= min(rows, len(known)) else [*found, f"{len(whole)} rows are seen"]


def _is_ready(image: QQuickItem) -> bool:
    source = image.property("source")
    return source.isEmpty() or image.property("progress") == 1.0


def _deferred() -> None:
    """Let what QML wanted to do at once be done: Loaders that turned, items that went."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def fitting(
    full_center: Any, open_kiosk: Any, made_languages: None
) -> Iterator[Callable[..., Fitting]]:
    """Open a kiosk in all languages whose every state is to be seen; faults fail at the end."""
    opened: list[Fitting] = []

    def open_it(**more: Any) -> Fitting:
        person = open_kiosk(languages=LANGUAGES[:3], **more)
        person.until(lambda: person.sees("tile-M") and person.kiosk._shelf.version == "v1")
        person.open.reader.look.choose_reduced_motion(True)
        opened.append(Fitting(person))
        return opened[-1]

    yield open_it
    for fitting in opened:
        fitting.person.kiosk.choose_language("vi")  # the others go before the window does
    faults = [one for fitting in opened for one in fitting.faults]
    assert faults == [], f"{len(faults)} faults\n" + "\n".join(faults)
