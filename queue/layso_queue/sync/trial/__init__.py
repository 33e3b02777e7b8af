"""The trial: three centers and a hub in virtual time, around the real exchange, with every fault.

`run(seed, rules) -> Report`: the same seed gives the same run. A report without faults means that
all promises were kept; with one rule switched off, some seeds must report a fault.
"""

from layso_queue.sync.trial.play import run
from layso_queue.sync.trial.report import Fault, Report

__all__ = ["Fault", "Report", "run"]
