"""All communes of the country, from the dated list among the assets."""

import csv
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from layso_assets import files
from layso_queue.hub.directory.folding import folded, in_order, matches

EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Commune:
    """A xã, phường or đặc khu. `code` is five digits, the only key that never changes meaning."""

    code: str
    kind: str
    name: str
    province_code: str
    province: str
    latitude: float
    longitude: float

    @property
    def title(self) -> str:
        """Kind and name: "Phường Trấn Biên"."""
        return f"{self.kind[:1].upper()}{self.kind[1:]} {self.name}"

    @property
    def province_name(self) -> str:
        """The province without the word for city or province."""
        return self.province.removeprefix("Thành phố ").removeprefix("Tỉnh ")

    def km_to(self, latitude: float, longitude: float) -> float:
        """Return the distance along the ground in km."""
        here, there = math.radians(self.latitude), math.radians(latitude)
        across = math.radians(longitude - self.longitude) / 2
        up = (there - here) / 2
        part = math.sin(up) ** 2 + math.cos(here) * math.cos(there) * math.sin(across) ** 2
        return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, part)))


class Directory:
    """Finds communes; made once by `read_directory`."""

    def __init__(self, communes: Iterable[Commune]) -> None:
        """Take the communes; they are kept in the order of the Vietnamese alphabet."""
        self._all = sorted(communes, key=lambda one: (in_order(one.name), in_order(one.province)))
        self._by_code = {one.code: one for one in self._all}
        self._names = {one.code: folded(one.name) for one in self._all}
        self._texts = {one.code: folded(f"{one.title} {one.province}") for one in self._all}
        provinces = {one.province_code: one.province_name for one in self._all}
        self.provinces = sorted(provinces.items(), key=lambda pair: in_order(pair[1]))
        """Pairs (code, name), in the order of the alphabet."""

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Commune]:
        return iter(self._all)

    def get(self, code: str) -> Commune | None:
        """Return the commune with these five digits, or None."""
        return self._by_code.get(code)

    def province_of(self, name_or_code: str) -> str | None:
        """Return a province's code, by its code or its name without tones; None: unknown."""
        wanted = folded(name_or_code)
        for code, name in self.provinces:
            if name_or_code == code or wanted == folded(name):
                return code
        return None

    def find(
        self,
        words: str,
        province: str | None = None,
        first: Callable[[str], bool] = lambda _: False,
    ) -> list[Commune]:
        """Return communes whose kind, name and province begin with these words, best first.

        Best is: `first(code)` holds (it has a web queue); the name itself is what was asked; the
        name begins so; the tones are as typed; then the alphabet. Without words: all of them.
        """
        wanted = folded(words)
        typed = " ".join(words.casefold().split())
        found = [
            one
            for one in self._all
            if (province is None or one.province_code == province)
            and matches(wanted, self._texts[one.code])
        ]

        def rank(one: Commune) -> tuple[bool, int, bool]:
            name = self._names[one.code]
            same = wanted in (name, folded(one.title))
            begins = bool(wanted) and name.startswith(wanted)
            return not first(one.code), 0 if same else 1 if begins else 2, typed not in _said(one)

        return sorted(found, key=rank)

    def near(self, latitude: float, longitude: float) -> list[tuple[float, Commune]]:
        """Return all communes with their distance in km, nearest first."""
        return sorted(
            ((one.km_to(latitude, longitude), one) for one in self._all), key=lambda pair: pair[0]
        )


def _said(one: Commune) -> str:
    return f"{one.title} {one.province}".casefold()


def read_directory() -> Directory:
    """Read the list among the assets."""
    with files.path("communes", "communes.csv").open(encoding="utf-8", newline="") as stream:
        return Directory(
            Commune(
                row["code"],
                row["kind"],
                row["name"],
                row["province_code"],
                row["province"],
                float(row["latitude"]),
                float(row["longitude"]),
            )
            for row in csv.DictReader(stream)
        )
