"""The rows of real queues: snapshots of Warsaw's offices."""

from pathlib import Path

from bench.figures import Figure

MISSING = "give the folder with --warsaw DIR"


def measure(_: Path | None) -> list[Figure]:
    """Return the rows, or none where there is no data."""
    return []
