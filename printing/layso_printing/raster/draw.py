"""Draw a page as 1-bit dots: black or white, never dithered."""

from PIL import Image, ImageDraw

from layso_printing.page.faces import Faces
from layso_printing.page.marks import CELL, Box, Code, Figure, Letters, Page, Run

_EDGE = 140
"""Grey below this is black: a little above the middle, for paper that prints thin."""

_FULL = 255 - _EDGE

_PAPER, _INK = 255, 0


def draw(page: Page, faces: Faces, native: bool = True) -> Image.Image:
    """Return the page as an image of mode "1", ink 0 and paper 255.

    Without `native` the places that the printer draws by itself stay white.
    """
    grey = Image.new("L", (page.width, page.height), _PAPER)
    pen = ImageDraw.Draw(grey)
    for mark in page.marks:
        match mark:
            case Run():
                letters, left, top = faces.drawn(mark.weight, mark.size, mark.text)
                fill = _PAPER if mark.white else _INK
                if mark.grain == 2:
                    letters, top = _coarse(letters, top)
                grey.paste(fill, (mark.x + left, mark.baseline + top), letters)
            case Box():
                _box(pen, mark)
            case Figure():
                grey.paste(_figure(mark, faces), (mark.x, mark.y))
            case Code() if native or not mark.native:
                grey.paste(_code(mark), (mark.x, mark.y))
            case Letters() if native:
                _letters(grey, mark, faces)
            case _:
                pass
    return sharp(grey)


def sharp(grey: Image.Image) -> Image.Image:
    """Return `grey` as black and white by a threshold."""
    table = [_PAPER if level > _EDGE else _INK for level in range(256)]
    return grey.point(table, "1")


def sharp_ink(mask: Image.Image) -> Image.Image:
    """Return a mask (255 is ink) as ink or none."""
    return mask.point([255 if level >= _FULL else 0 for level in range(256)], "L")


def _box(pen: ImageDraw.ImageDraw, box: Box) -> None:
    corners = (box.x, box.y, box.x + box.width - 1, box.y + box.height - 1)
    if box.line:
        pen.rounded_rectangle(corners, box.radius, outline=_INK, width=box.line)
    else:
        pen.rounded_rectangle(corners, box.radius, fill=_INK)


def _figure(figure: Figure, faces: Faces) -> Image.Image:
    """Draw in full width, squeeze, then repeat rows and columns as the grain asks."""
    wide = Image.new("L", (figure.natural, figure.height), _PAPER)
    parts = [(faces.drawn(figure.weight, figure.size, one), x) for one, x in figure.glyphs]
    above = -min(top for (_, _, top), _ in parts)
    for (mask, _, top), x in parts:
        wide.paste(_INK, (x, above + top), mask)
    across, down = figure.grain
    small = (figure.width // across, figure.height // down)
    squeezed = sharp(wide.resize(small, Image.Resampling.BOX)).convert("L")
    return squeezed.resize((figure.width, figure.height), Image.Resampling.NEAREST)


def _coarse(letters: Image.Image, top: int) -> tuple[Image.Image, int]:
    """Draw rows in pairs that are counted from the baseline, so that a line's runs agree."""
    above = top % 2
    height = letters.height + above
    even = Image.new("L", (letters.width, height + height % 2), 0)
    even.paste(letters, (0, above))
    half = sharp_ink(even.resize((even.width, even.height // 2), Image.Resampling.BOX))
    return half.resize(even.size, Image.Resampling.NEAREST), top - above


def _letters(grey: Image.Image, line: Letters, faces: Faces) -> None:
    """Stand in for the printer's own letters, sign by sign in cells, for previews."""
    wide, high = CELL[0] * line.across, CELL[1] * line.down
    start = (grey.width - line.width) // 2
    for order, sign in enumerate(line.text):
        mask, left, top = faces.drawn("SemiBold", CELL[1] - 4, sign)
        cell = Image.new("L", CELL, _PAPER)
        cell.paste(_INK, ((CELL[0] - mask.width) // 2 if sign != " " else left, 20 + top), mask)
        big = cell.resize((wide, high), Image.Resampling.NEAREST)
        grey.paste(big, (start + order * wide, line.y))


def _code(code: Code) -> Image.Image:
    side = len(code.rows)
    modules = Image.new("L", (side, side))
    modules.putdata([_INK if dark else _PAPER for row in code.rows for dark in row])
    return modules.resize((code.size, code.size), Image.Resampling.NEAREST)
