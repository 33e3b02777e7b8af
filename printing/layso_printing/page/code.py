"""The QR code that opens the ticket on a phone."""

from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M

from layso_printing.page.layout import Block
from layso_printing.page.marks import Code
from layso_printing.page.pen import Pen
from layso_printing.slip.words import SlipWords

LEAST_MODULE = 4
"""Dots a module (0.5 mm at 203 dpi): below this phones begin to fail on worn print heads."""

QUIET = 4
"""Modules of white around the code, as the standard asks."""


def code(pen: Pen, block: Block, words: SlipWords) -> bool:
    """The follow address, centred; medium correction, low only if it would not fit else."""
    if not words.follow_url:
        return False
    rows = qr_rows(words.follow_url, ERROR_CORRECT_M)
    if (len(rows) + 2 * QUIET) * LEAST_MODULE > pen.columns:
        rows = qr_rows(words.follow_url, ERROR_CORRECT_L)
    module = min(block.module, pen.columns // (len(rows) + 2 * QUIET))
    module -= module % 2 if module > LEAST_MODULE else 0  # even: halves what is sent
    module = max(LEAST_MODULE, module)
    x = (pen.columns - len(rows) * module) // 2
    pen.y += QUIET * module - min(block.after, QUIET * module)
    mark = Code(x - x % 2, pen.y, module, rows, words.follow_url if block.native else "")
    pen.marks.append(mark)
    pen.y += mark.size + max(0, QUIET * module - block.after)
    return True


@lru_cache(maxsize=4)
def qr_rows(text: str, correction: int) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a QR code for `text`, without quiet zone.

    The last few are kept: screen and paper show the same code, and a slip is laid out until it
    fits.
    """
    drawing = qrcode.QRCode(error_correction=correction, box_size=1, border=0)
    drawing.add_data(text)
    drawing.make(fit=True)
    return tuple(tuple(bool(dark) for dark in row) for row in drawing.get_matrix())
