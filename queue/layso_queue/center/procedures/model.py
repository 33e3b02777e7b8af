"""One procedure, and the columns in which a table tells of it."""

from dataclasses import dataclass
from typing import Any

COLUMNS = (
    "code",
    "service",
    "minutes",
    "online",
    "portal",
    "name_vi",
    "name_en",
    "documents_vi",
    "documents_en",
    "words",
)
NEEDED = ("code", "service", "minutes", "name_vi")
"""Columns without which a table is not a catalog."""

BETWEEN = "|"
"""Stands between two documents in one cell."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """What somebody can have done.

    `minutes` is how long it usually takes at the counter. `documents` are those to bring beside
    the identity card. `portal` is the address where it can be done wholly online, else empty.
    `words` are other words that people search it by.
    """

    code: str
    service: str
    minutes: int
    portal: str
    name_vi: str
    name_en: str
    documents_vi: tuple[str, ...] = ()
    documents_en: tuple[str, ...] = ()
    words: str = ""

    def shown(self) -> dict[str, Any]:
        """Return it as windows get it; without an English text the Vietnamese one stands in."""
        return {
            "code": self.code,
            "service": self.service,
            "minutes": self.minutes,
            "online": bool(self.portal),
            "portal": self.portal,
            "name": {"vi": self.name_vi, "en": self.name_en or self.name_vi},
            "documents": {
                "vi": list(self.documents_vi),
                "en": list(self.documents_en or self.documents_vi),
            },
            "words": self.words,
        }

    def cells(self) -> list[str]:
        """Return it as a table's row, in the order of COLUMNS."""
        between = f" {BETWEEN} "
        return [
            self.code,
            self.service,
            str(self.minutes),
            "yes" if self.portal else "no",
            self.portal,
            self.name_vi,
            self.name_en,
            between.join(self.documents_vi),
            between.join(self.documents_en),
            self.words,
        ]
