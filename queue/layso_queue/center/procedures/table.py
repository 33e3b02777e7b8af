"""Read a table of a CSV or XLSX file as it stands: which line holds what under which heading."""

import csv
import io
import os
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LARGEST = 5_000_000
"""Bytes; a catalog of a thousand procedures is 300 kB."""

MOST_ROWS = 2_000
MOST_CELLS = 40

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class TableUnreadable(Exception):
    """The file holds no table; `fault` is a key below `procedures.file`, `about` its values."""

    def __init__(self, fault: str, **about: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.about = about


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file, counted as a person counts: the headings stand in line 1."""

    line: int
    cells: tuple[str, ...]


def read_table(file: Path) -> list[Row]:
    """Return the lines that are not empty, texts in composed letters.

    Raises TableUnreadable.
    """
    try:
        if file.stat().st_size > LARGEST:
            raise TableUnreadable("too_large")
        raw = file.read_bytes()
    except OSError as error:
        raise TableUnreadable("unreadable", why=error.strerror or type(error).__name__) from error
    lines = _of_xlsx(raw) if raw.startswith(b"PK") else _of_csv(raw)
    rows = []
    for line, cells in enumerate(lines, start=1):
        if line > MOST_ROWS:
            raise TableUnreadable("too_large")
        tidy = tuple(_tidy(cell) for cell in cells[:MOST_CELLS])
        if any(tidy):
            rows.append(Row(line, tidy))
    if not rows:
        raise TableUnreadable("empty")
    return rows


def write_table(file: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV that spreadsheets open with the right letters; whole or not at all.

    Raises OSError.
    """
    fresh = file.with_name(f"{file.name}.new")
    # the mark at the beginning is what tells a spreadsheet that this is UTF-8
    with fresh.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)


def _of_csv(raw: bytes) -> list[list[str]]:
    coding = next((name for mark, name in _BOMS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(coding)
    except UnicodeDecodeError as error:
        raise TableUnreadable("not_utf8") from error
    first = text.partition("\n")[0]
    between = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
    except csv.Error as error:
        raise TableUnreadable("not_a_table", why=str(error)) from error


def _of_xlsx(raw: bytes) -> list[list[str]]:
    # only who imports a spreadsheet pays for the library
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > 10 * LARGEST:
                raise TableUnreadable("too_large")
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        try:
            sheet = book.worksheets[0]
            most = {"max_row": MOST_ROWS + 1, "max_col": MOST_CELLS}
            return [
                [_written(cell) for cell in row]
                for row in sheet.iter_rows(**most, values_only=True)
            ]
        finally:
            book.close()
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError) as error:
        raise TableUnreadable("not_a_table", why=type(error).__name__) from error


def _written(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _tidy(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell).split())
