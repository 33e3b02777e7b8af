"""Sample slips, and a preview that follows a layout file while it is being written."""

from layso_printing.preview.follow import draw_layout, follow
from layso_printing.preview.samples import KINDS, rehearsal_slip, sample_slip

__all__ = ["KINDS", "draw_layout", "follow", "rehearsal_slip", "sample_slip"]
