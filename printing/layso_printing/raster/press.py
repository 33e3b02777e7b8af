"""The press: a slip in, dots or printer bytes out."""

from dataclasses import replace

from PIL import Image

from layso_printing.page import Faces, SlipLayout, compose, load_layout, open_faces
from layso_printing.printer.faults import PrinterSettingsWrong
from layso_printing.printer.profile import PrinterProfile
from layso_printing.raster.commands import slip_bytes
from layso_printing.raster.draw import draw
from layso_printing.slip import TicketSlip, words_of


class Press:
    """Lays slips out for one printer and keeps its fonts. Not for two threads at once."""

    def __init__(self, profile: PrinterProfile, layout: SlipLayout, faces: Faces) -> None:
        """Raise PrinterSettingsWrong (LAYOUT_WRONG) if the layout is for other paper."""
        if layout.columns != profile.columns:
            raise PrinterSettingsWrong("LAYOUT_WRONG", name=layout.name, where="columns")
        self.profile = profile
        self._faces = faces
        self._fine = layout
        coarse = (replace(block, grain=4) for block in layout.blocks)
        self._coarse = replace(layout, blocks=tuple(coarse))

    def image(self, slip: TicketSlip) -> Image.Image:
        """Return the slip as 1-bit dots: what a preview shows."""
        return self._draw(slip, self._fine)

    def bytes(self, slip: TicketSlip) -> bytes:
        """Return the slip as ESC/POS bytes, from ESC @ to the cut."""
        data = slip_bytes(self._draw(slip, self._fine), self.profile)
        if len(data) > self.profile.most_bytes and self.profile.doubling:
            data = slip_bytes(self._draw(slip, self._coarse), self.profile)
        return data

    def _draw(self, slip: TicketSlip, layout: SlipLayout) -> Image.Image:
        return draw(compose(words_of(slip), layout, self._faces), self._faces)


def open_press(profile: PrinterProfile, layout: SlipLayout | None = None) -> Press:
    """Open a press for `profile`, with its own layout unless another is given.

    Raises PrinterSettingsWrong (LAYOUT_WRONG).
    """
    return Press(profile, layout or load_layout(profile.layout), open_faces())
