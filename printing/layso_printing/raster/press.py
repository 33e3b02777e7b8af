"""The press: a slip in, dots or printer bytes out."""

from dataclasses import dataclass, replace

from PIL import Image

from layso_printing.page import Faces, Page, SlipLayout, compose, load_layout, open_faces
from layso_printing.page.marks import Code, Figure, Letters
from layso_printing.page.tight import coarse, tight
from layso_printing.printer.faults import PrinterSettingsWrong
from layso_printing.printer.profile import PrinterProfile
from layso_printing.raster.commands import Native, slip_bytes
from layso_printing.raster.draw import draw
from layso_printing.raster.warm import SIGNS, WARM
from layso_printing.slip import TicketSlip, words_of


@dataclass(frozen=True, slots=True)
class _Proof:
    """One way to lay a slip out, with what it costs."""

    page: Page
    data: bytes


class Press:
    """Lays slips out for one printer and keeps its fonts. Not for two threads at once.

    A slip that needs more than the profile's bytes is laid out again: the number in coarser
    dots, then smaller letters, and last with fewer lines of what to bring.
    """

    def __init__(
        self, profile: PrinterProfile, layout: SlipLayout, faces: Faces, most_bytes: int
    ) -> None:
        """Raise PrinterSettingsWrong (LAYOUT_WRONG) if the layout is for other paper."""
        if layout.columns != profile.columns:
            raise PrinterSettingsWrong("LAYOUT_WRONG", name=layout.name, where="columns")
        if not profile.native_qr:
            plain = (replace(b, native=b.native and b.kind != "code") for b in layout.blocks)
            layout = replace(layout, blocks=tuple(plain))
        self.profile = profile
        self.most_bytes = most_bytes
        self._faces = faces
        self._layout = layout
        self._tight = tight(layout)
        self._looser = (layout, coarse(layout)) if profile.doubling else (layout,)

    def image(self, slip: TicketSlip) -> Image.Image:
        """Return the slip as 1-bit dots: what a preview shows and the paper will."""
        return draw(self._proof(slip).page, self._faces)

    def bytes(self, slip: TicketSlip) -> bytes:
        """Return the slip as ESC/POS bytes, from ESC @ to the cut."""
        return self._proof(slip).data

    def warm(self) -> None:
        """Open the fonts and draw every sign of a number, so that no citizen waits for it."""
        page = compose(words_of(WARM), self._layout, self._faces)
        for mark in page.marks:
            if isinstance(mark, Figure):
                for sign in SIGNS:
                    self._faces.drawn(mark.weight, mark.size, sign)
        draw(page, self._faces)

    def _proof(self, slip: TicketSlip) -> _Proof:
        for layout in (*self._looser, self._tight):
            proof = self._lay_out(slip, layout)
            if len(proof.data) <= self.most_bytes:
                return proof
        return self._with_fewer_documents(slip, proof)

    def _with_fewer_documents(self, slip: TicketSlip, whole: _Proof) -> _Proof:
        """Keep as many of the first documents as fit; the kiosk's screen has shown them all."""
        if not slip.documents:
            return whole
        fitting = self._lay_out(slip, self._tight, 0)
        if len(fitting.data) > self.most_bytes:
            return self._lay_out(replace(slip, documents=()), self._tight)
        low, high = 1, len(slip.documents) - 1
        while low <= high:
            kept = (low + high + 1) // 2
            proof = self._lay_out(slip, self._tight, kept)
            if len(proof.data) <= self.most_bytes:
                fitting, low = proof, kept + 1
            else:
                high = kept - 1
        return fitting

    def _lay_out(
        self, slip: TicketSlip, layout: SlipLayout, documents: int | None = None
    ) -> _Proof:
        page = compose(words_of(slip, documents), layout, self._faces)
        natives: list[Native] = [
            mark
            for mark in page.marks
            if isinstance(mark, Letters) or (isinstance(mark, Code) and mark.native)
        ]
        image = draw(page, self._faces, native=False)
        return _Proof(page, slip_bytes(image, self.profile, natives))


def open_press(
    profile: PrinterProfile, layout: SlipLayout | None = None, lean: bool = False
) -> Press:
    """Open a press for `profile`, with its own layout unless another is given.

    `lean` takes the profile's lean layout, if it has one. Raises PrinterSettingsWrong
    (LAYOUT_WRONG).
    """
    if lean and profile.lean:
        chosen = layout or load_layout(profile.lean)
        return Press(profile, chosen, open_faces(), profile.most_lean_bytes)
    return Press(profile, layout or load_layout(profile.layout), open_faces(), profile.most_bytes)
