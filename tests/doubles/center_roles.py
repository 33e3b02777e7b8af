"""What a center tells each role of a day, for the fake one: as much as the real one, no more."""

from typing import Any

from layso_queue.center.people.roles import SEES_ALL
from layso_queue.center.show.ticket import PUBLIC

Json = dict[str, Any]


def seen_by(role: str, parts: Json) -> Json:
    """Return a snapshot or a delta as this role gets it; a test may tell parts of an entity."""
    if role in SEES_ALL:
        return parts
    seen = {name: part for name, part in parts.items() if name != "alerts"}
    if "from" not in parts:
        seen["alerts"] = []  # a delta has none of what does not change
    if "tickets" in parts:
        seen["tickets"] = [
            {name: one[name] for name in PUBLIC if name in one} for one in parts["tickets"]
        ]
    for name, hidden in (("counters", "staff"), ("calls", "reason")):
        if name in parts:
            seen[name] = [one | ({hidden: None} if hidden in one else {}) for one in parts[name]]
    return seen
