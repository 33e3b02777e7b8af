"""Centers of the usual sizes, with a commune's services and their set minutes."""

from dataclasses import dataclass, replace
from enum import StrEnum

from layso_queue.simulate.centers import EARLY_LUNCH, HOURS, usual_center
from layso_queue.simulate.description import Description, Desk, Service
from layso_queue.simulate.lengths import Length

SERVICES = (
    Service(code="A", share=0.34, length=Length(mean=6)),
    Service(code="S", share=0.22, length=Length(mean=3)),
    Service(code="H", share=0.16, length=Length(mean=12)),
    Service(code="X", share=0.07, length=Length(mean=15)),
    Service(code="L", share=0.07, length=Length(mean=20)),
    Service(code="K", share=0.04, length=Length(mean=15)),
    Service(code="N", share=0.04, length=Length(mean=12)),
    Service(code="E", share=0.03, length=Length(mean=20)),
    Service(code="M", share=0.03, length=Length(mean=25)),
)

_THREE = (("A", "S", "H"), ("H", "X", "N", "E", "A"), ("L", "M", "K", "S"))
_SIX = (
    ("A", "S"),
    ("A", "S", "H"),
    ("H", "X"),
    ("L", "M"),
    ("K", "N", "X", "L"),
    ("E", "M", "A", "S"),
)


class Size(StrEnum):
    """How centers are grouped."""

    S = "S"
    M = "M"
    L = "L"
    XL = "XL"


@dataclass(frozen=True, slots=True)
class _Extent:
    people: float
    counters: int
    pattern: tuple[tuple[str, ...], ...]
    quicker: float = 1.0


_EXTENTS = {
    Size.S: _Extent(30, 3, _THREE),
    Size.M: _Extent(120, 6, _SIX),
    Size.L: _Extent(300, 12, _SIX),
    Size.XL: _Extent(1000, 24, _SIX, quicker=0.85),
}


def sized_center(size: Size) -> Description:
    """Return a center of a usual size: 30 people a day at 3 counters, 120/6, 300/12, 1,000/24.

    Every second counter goes to lunch early, where others serve the same meanwhile. The largest
    one's visits are quicker, as its officers each do less: with the set minutes no day would end.
    """
    extent = _EXTENTS[size]
    desks = tuple(
        Desk(
            number=i + 1,
            services=extent.pattern[i % len(extent.pattern)],
            hours=EARLY_LUNCH if i % 2 and size is not Size.S else HOURS,
        )
        for i in range(extent.counters)
    )
    services = tuple(
        replace(one, length=replace(one.length, mean=one.length.mean * extent.quicker))
        for one in SERVICES
    )
    return usual_center(services, desks, extent.people, ())
