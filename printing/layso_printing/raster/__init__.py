"""From marks to dots, and from dots to the bytes a printer reads."""

from layso_printing.raster.bands import Band, bands_of
from layso_printing.raster.commands import slip_bytes
from layso_printing.raster.draw import draw
from layso_printing.raster.press import Press, open_press

__all__ = ["Band", "Press", "bands_of", "draw", "open_press", "slip_bytes"]
