"""The communes of the country, by code, from the dated list among the assets."""

import csv
from dataclasses import dataclass

from layso_assets import files

FILE = "communes.csv"


@dataclass(frozen=True, slots=True)
class Commune:
    """A xã, phường or đặc khu, in Vietnamese words; `code` is five digits."""

    code: str
    kind: str
    name: str
    province: str


def commune_of(code: str) -> Commune | None:
    """Return the commune of a code, None for a code that the list has not."""
    with files.path("communes", FILE).open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["code"] == code:
                province = row["province"].removeprefix("Thành phố ").removeprefix("Tỉnh ")
                return Commune(code, row["kind"], row["name"], province)
    return None
