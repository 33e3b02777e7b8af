"""Where the parts of a board stand: data, checked before a window opens."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from layso_assets import files

PARTS = ("call", "recent", "counters", "services", "media")
CALL_SHARE = 0.425
"""The call's least share of the body: with heading and ticker that is a third of the screen."""
_SLACK = 1e-6


class LayoutWrong(Exception):
    """A layout cannot be used: a text key below ``display.layout`` and its values."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class Place:
    """A part's place as shares of the body, 0 to 1; with more than `many` rows it grows."""

    x: float
    y: float
    width: float
    height: float
    below: str = ""
    many: int = 0
    many_height: float = 0.0

    @property
    def bottom(self) -> float:
        """Where it ends at most."""
        return self.y + max(self.height, self.many_height)


Layout = Mapping[str, Place]


def read_layout(name: str) -> Layout:
    """Return a layout of ours by its name, or the one in a file; raise LayoutWrong."""
    file = Path(name) if name.endswith(".toml") else _ours(name)
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise LayoutWrong("unreadable", name=name) from fault
    for part, place in table.items():
        if part not in PARTS or not isinstance(place, dict):
            raise LayoutWrong("unknown_part", part=part)
    layout = {part: _place(part, table[part], table) for part in PARTS if part in table}
    _check(layout)
    return layout


def _ours(name: str) -> Path:
    try:
        return files.path("boards", f"{name}.toml")
    except files.AssetMissing as fault:
        raise LayoutWrong("unreadable", name=name) from fault


def _place(part: str, given: Mapping[str, Any], table: Mapping[str, Any]) -> Place:
    below = str(given.get("below", ""))
    above = table.get(below, {})
    try:
        y = float(above["y"]) + float(above["height"]) if below else float(given["y"])
        height = float(given["until"]) - y if below else float(given["height"])
        many = int(given.get("many", 0)), float(given.get("many_height", 0.0))
        place = Place(float(given["x"]), y, float(given["width"]), height, below, *many)
    except (KeyError, TypeError, ValueError) as fault:
        raise LayoutWrong("bad_place", part=part) from fault
    inside = place.x >= 0 and place.x + place.width <= 1 + _SLACK
    inside = inside and place.y >= 0 and place.bottom <= 1 + _SLACK
    if not inside or place.width <= 0 or place.height <= 0:
        raise LayoutWrong("bad_place", part=part)
    return place


def _check(layout: Layout) -> None:
    call = layout.get("call")
    if call is None or call.width * call.height < CALL_SHARE - _SLACK:
        raise LayoutWrong("small_call")
    names = list(layout)
    for index, first in enumerate(names):
        for second in names[index + 1 :]:
            if _overlap(layout[first], layout[second]):
                raise LayoutWrong("overlap", first=first, second=second)


def _overlap(one: Place, other: Place) -> bool:
    beside = one.x + one.width <= other.x + _SLACK or other.x + other.width <= one.x + _SLACK
    apart = one.y + one.height <= other.y + _SLACK or other.y + other.height <= one.y + _SLACK
    return not (beside or apart)


def for_qml(layout: Layout) -> dict[str, dict[str, Any]]:
    """Return the layout as plain values."""
    return {part: asdict(place) for part, place in layout.items()}
