"""What became of predictions, taken into what is learned."""

import numpy as np

from layso_queue.forecast.calibration import Scores
from layso_queue.forecast.told import point, score


def score_of(
    scores: Scores, service: str, runs: tuple[float, ...], waited: float, days: int
) -> None:
    """Take in that a wait of `waited` minutes came where `runs` had been foreseen, in order.

    `days` had been learned from when it was foretold.
    """
    scores.add(service, point(np.array(runs), 0.5), score(runs, waited), waited, days)
