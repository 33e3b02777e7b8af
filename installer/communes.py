"""Write assets' communes.csv from the PyPI package `vietnamadminunits` (MIT), the dated reference.

    python installer/communes.py DATASET.db      # data/dataset.db of the unpacked package

Exits with 1, writing nothing, unless it holds 3,321 communes of 34 provinces.
"""

import csv
import sqlite3
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "assets/layso_assets/communes/communes.csv"
COLUMNS = ("code", "kind", "name", "province_code", "province", "latitude", "longitude")
ASKED = """
    select wardCode, wardType, wardShort, provinceCode, province, wardLat, wardLon
    from admin_units order by provinceCode, wardCode
"""


def main() -> int:
    """Read the package's database and write the table, codes as text with leading zeros."""
    rows = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(ASKED).fetchall()
    codes, provinces = {row[0] for row in rows}, {row[3] for row in rows}
    if (len(rows), len(codes), len(provinces)) != (3321, 3321, 34):
        print(f"{len(codes)} communes, {len(provinces)} provinces", file=sys.stderr)
        return 1
    with PAGE.open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows((code, kind.lower(), *rest) for code, kind, *rest in rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
