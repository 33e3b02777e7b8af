"""CSV that a spreadsheet opens as it is meant: UTF-8 with its mark, and no cell a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula, or for a new cell."""


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return the rows as a CSV file; a text that would begin a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet computes it."""
    return f"'{cell}" if cell.lstrip(" ").startswith(DANGEROUS) or cell[:1] in DANGEROUS else cell
