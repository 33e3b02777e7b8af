"""The numbers a kiosk gave today, as they stand on slips: a restored center asks for them."""

from typing import Any

Json = dict[str, Any]

_KEPT = (
    "id", "number", "service", "channel", "priority", "dossiers", "language", "assisted",
    "issued_at", "key",
)  # fmt: skip
_OURS = ("kiosk", "web", "emergency")
_NEEDED = ("id", "number", "service", "issued_at")


def slip_of(ticket: Json) -> Json | None:
    """Return what must be kept of a ticket as the center or we gave it; None if it is no slip."""
    if not all(isinstance(ticket.get(name), str) and ticket[name] for name in _NEEDED):
        return None
    slip = {name: ticket[name] for name in _KEPT if ticket.get(name) is not None}
    return slip if slip.get("channel") in _OURS else {**slip, "channel": "kiosk"}


class Slips:
    """Slips of the newest day that is known, by ticket id, in the order of giving.

    The day is the one that stands in the slip: the center's date, as it gave the number.
    """

    def __init__(self) -> None:
        self._day = ""
        self._given: dict[str, Json] = {}

    def __iter__(self) -> Any:
        """Go through the slips."""
        return iter(list(self._given.values()))

    def __len__(self) -> int:
        """Count them."""
        return len(self._given)

    def __contains__(self, ticket: object) -> bool:
        """Say whether a slip of this ticket's id was given today."""
        return ticket in self._given

    def add(self, slip: Json) -> None:
        """Keep a slip; one of a later day makes all others old."""
        day = str(slip["issued_at"])[:10]
        if day > self._day:
            self._day, self._given = day, {}
        if day == self._day:
            self._given[slip["id"]] = slip
