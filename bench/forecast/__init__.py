"""How good the forecast is: the table of targets, on simulated days and on real queues."""

from pathlib import Path

from bench.figures import Figure


def measure(_: Path) -> list[Figure]:
    """Return the rows of the simulated days, which need no data."""
    from bench.forecast import simulated

    return simulated.measure()
