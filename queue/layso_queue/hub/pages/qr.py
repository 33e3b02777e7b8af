"""A QR code as one path, drawn into the page: no picture to load, no style to allow."""

from dataclasses import dataclass

import qrcode

QUIET = 4
"""Modules of white around the code, as the standard asks."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """`size` in modules, with the white around; `path` draws the dark ones."""

    size: int
    path: str


def modules_of(text: str) -> list[list[bool]]:
    """Return the modules of a code that bears a fifth of damage."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    matrix: list[list[bool]] = code.get_matrix()
    return matrix


def drawn(text: str) -> Drawn:
    """Return the code, each row as a few strokes."""
    rows = modules_of(text)
    strokes = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                strokes.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
            x += 1
    return Drawn(len(rows), "".join(strokes))
