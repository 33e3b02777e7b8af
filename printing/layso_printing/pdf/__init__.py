"""The same slip as a PDF, for centers without a thermal printer."""

from layso_printing.pdf.sheet import SHEETS, slip_pdf

__all__ = ["SHEETS", "slip_pdf"]
