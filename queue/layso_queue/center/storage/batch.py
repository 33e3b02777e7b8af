"""Everything that one commit carries."""

from dataclasses import dataclass, field

Row = tuple[object, ...]


@dataclass(slots=True)
class Batch:
    """Rows of one commit, each tuple in the order of its table's columns.

    `entries` are (seq, day, kind, at, command, actor, record); the store adds the hashes.
    `tickets` replaces a row of the same id; `closed` are (closed_at, date).
    """

    entries: list[tuple[int, str, str, int, str, str, bytes]] = field(default_factory=list)
    commands: list[Row] = field(default_factory=list)
    tickets: list[Row] = field(default_factory=list)
    calls: list[Row] = field(default_factory=list)
    opened: list[Row] = field(default_factory=list)
    closed: list[Row] = field(default_factory=list)
