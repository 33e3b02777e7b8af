"""Draw a page as 1-bit dots: black or white, never dithered."""

from PIL import Image, ImageDraw

from layso_printing.page.faces import Faces
from layso_printing.page.marks import Box, Code, Figure, Page, Run

_EDGE = 140
"""Grey below this is black: a little above the middle, for paper that prints thin."""

_PAPER, _INK = 255, 0


def draw(page: Page, faces: Faces) -> Image.Image:
    """Return the page as an image of mode "1", ink 0 and paper 255."""
    grey = Image.new("L", (page.width, page.height), _PAPER)
    pen = ImageDraw.Draw(grey)
    for mark in page.marks:
        match mark:
            case Run():
                letters, left, top = faces.drawn(mark.weight, mark.size, mark.text)
                fill = _PAPER if mark.white else _INK
                grey.paste(fill, (mark.x + left, mark.baseline + top), letters)
            case Box():
                _box(pen, mark)
            case Figure():
                grey.paste(_figure(mark, faces), (mark.x, mark.y))
            case Code():
                grey.paste(_code(mark), (mark.x, mark.y))
    return sharp(grey)


def sharp(grey: Image.Image) -> Image.Image:
    """Return `grey` as black and white by a threshold."""
    table = [_PAPER if level > _EDGE else _INK for level in range(256)]
    return grey.point(table, "1")


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


def _code(code: Code) -> Image.Image:
    side = len(code.rows)
    modules = Image.new("L", (side, side))
    modules.putdata([_INK if dark else _PAPER for row in code.rows for dark in row])
    return modules.resize((code.size, code.size), Image.Resampling.NEAREST)
