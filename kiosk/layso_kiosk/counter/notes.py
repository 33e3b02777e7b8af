"""What an officer notes of a visit: dossier codes, services done, papers that are there."""

import re
from dataclasses import dataclass, field

DOSSIER = re.compile(
    r"(?:[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,3}-\d{6}-\d{4,6}"
)
"""The form of a dossier code, as the provinces write them."""

KEPT = 20
"""Visits whose notes are kept, so that an undone finish finds them again."""


@dataclass(slots=True)
class Notes:
    """The notes of one visit; `written` is the field as it was typed."""

    written: str = ""
    also: list[str] = field(default_factory=list)
    """Services done besides the ticket's own, in the order of choice."""
    brought: set[int] = field(default_factory=set)
    """Places in the service's list of papers that the person has with them."""

    @property
    def codes(self) -> list[str]:
        """The dossier codes, in capitals; several are split by space, comma or semicolon."""
        return [code for code in re.split(r"[\s,;]+", self.written.upper()) if code]

    @property
    def wrong_code(self) -> str:
        """The first code that no province writes so; empty when all are right."""
        return next((code for code in self.codes if not DOSSIER.fullmatch(code)), "")


class NoteBook:
    """Notes by ticket, for as long as they may be wanted again."""

    def __init__(self) -> None:
        self._pages: dict[str, Notes] = {}

    def of(self, ticket: str) -> Notes:
        """Return the notes of a ticket, new ones if there are none yet."""
        page = self._pages.setdefault(ticket, Notes())
        while len(self._pages) > KEPT:
            del self._pages[next(iter(self._pages))]
        return page
