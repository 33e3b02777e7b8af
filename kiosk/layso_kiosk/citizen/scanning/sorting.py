"""What kind of code was read."""

import re
from enum import Enum

from layso_kiosk.citizen.scanning.card import looks_like_card

LONGEST = 1024

_TICKET = re.compile(
    r"https?://[^\s/]+/t/([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"
)
_CODE = re.compile(r"[A-Z0-9]{4}(?:[ -]?[A-Z0-9]{2,4}){1,7}", re.IGNORECASE)
_PASS = re.compile(r"LS1:[A-Z2-7]{40,196}", re.IGNORECASE)
"""The QR of a booking, as the hub signs it (layso_queue.sync.token)."""


class Kind(Enum):
    """A code's kind."""

    CARD = "card"
    BOOKING = "booking"
    TICKET = "ticket"
    UNREADABLE = "unreadable"


def sort(text: str) -> tuple[Kind, str]:
    """Return the kind of a code and what matters of it: the ticket's id, else the text.

    What nobody has told us how to read, as the changing code of VNeID, is UNREADABLE.
    """
    tidy = text.strip()
    if len(tidy) > LONGEST:
        return Kind.UNREADABLE, ""
    if looks_like_card(tidy):
        return Kind.CARD, tidy
    if (ticket := _TICKET.fullmatch(tidy)) is not None:
        return Kind.TICKET, ticket[1]
    if _CODE.fullmatch(tidy) or _PASS.fullmatch(tidy):
        return Kind.BOOKING, tidy
    return Kind.UNREADABLE, ""
