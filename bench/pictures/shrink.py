"""A picture made small enough for a repository, and still sharp enough to read."""

from pathlib import Path

from PIL import Image

LONGEST = 1280
"""Pixels of the long side."""

_COLOURS = 96


def shrink(made: Path, kept: Path) -> None:
    """Write the picture `made` to `kept`, with few colours and at most LONGEST pixels."""
    with Image.open(made) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    few = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(kept, "PNG", optimize=True)


def on_a_desk(paper: Image.Image, margin: int = 24) -> Image.Image:
    """Return the paper on grey, so that one sees where it ends."""
    desk = Image.new("RGB", (paper.width + 2 * margin, paper.height + 2 * margin), "#d9d6d0")
    desk.paste(paper.convert("RGB"), (margin, margin))
    return desk
