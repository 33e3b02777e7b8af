"""`./run pictures [--only MAKER]`: make every picture of the book anew; 1 if one is missing."""

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from bench.pictures import center_page, paper, plots, web, windows
from bench.pictures.book import FOLDER, read_book, write_pages
from bench.pictures.shrink import shrink

MAKERS: dict[str, Callable[[Path], None]] = {
    "windows": windows.make,
    "paper": paper.make,
    "web": web.make,
    "center": center_page.make,
    "plots": plots.make,
}


def main() -> int:
    """Make the pictures into a folder, shrink those that the book names, and write its pages."""
    parser = ArgumentParser(prog="./run pictures", description=__doc__)
    parser.add_argument("--only", choices=MAKERS, action="append", help="leave the others' alone")
    parser.add_argument("--raw", type=Path, help="keep all pictures, as they were made, here")
    options = parser.parse_args()
    book, chosen = read_book(), options.only or list(MAKERS)
    with tempfile.TemporaryDirectory(prefix="layso-pictures-") as temporary:
        raw = (options.raw or Path(temporary)).resolve()
        missing = []
        for name in chosen:
            folder = raw / name
            folder.mkdir(parents=True, exist_ok=True)
            MAKERS[name](folder)
            for entry in book.entries:
                made = folder / f"{entry.made}.png"
                if entry.by == name and made.exists():
                    shrink(made, FOLDER / entry.file)
                elif entry.by == name:
                    missing.append(f"{entry.file}: {name} left no {made.name}")
    write_pages(book)
    size = sum(file.stat().st_size for file in FOLDER.glob("*.png"))
    print(f"{len(book.entries)} pictures, {size / 1e6:.1f} MB")
    print("\n".join(missing), end="\n" if missing else "", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
