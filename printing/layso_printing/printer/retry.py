"""What may be printed again, and by whom: never two slips that look like the first."""

from dataclasses import replace

from layso_printing.printer.result import Cause, Outcome, PrintResult
from layso_printing.slip import TicketSlip

TRIES = 2
"""A slip and its one automatic second try."""


def next_try(slip: TicketSlip, result: PrintResult) -> TicketSlip | None:
    """Return what to print now by itself, or None.

    Only a slip of which no byte has left is tried again, once, the same number marked as a
    reprint: a person may have torn off what a printer swore it never got. Everything else is
    for a person to look at first. Without a printer there is nothing to try.
    """
    again = result.outcome is Outcome.FAILED and not result.any_byte_left
    if not again or slip.reprint or result.cause is Cause.NO_PRINTER:
        return None
    return replace(slip, reprint=True)
