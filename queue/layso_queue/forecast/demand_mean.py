"""A mean that forgets."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Mean:
    """A mean that forgets: `half_life` in days learned; `weight` says how much it rests on."""

    half_life: float
    weight: float = 0.0
    total: float = 0.0

    def learn(self, value: float) -> None:
        """Add the newest value."""
        keep = 0.5 ** (1 / self.half_life)
        self.weight = self.weight * keep + 1
        self.total = self.total * keep + value

    def with_belief(self, value: float, weight: float) -> float:
        """Return the mean with a value believed beforehand, which counts as `weight` days."""
        return (self.total + value * weight) / (self.weight + weight)

    @classmethod
    def of(cls, half_life: float, record: Sequence[float]) -> "Mean":
        """Return the mean kept as weight and total; raise ValueError for anything else."""
        weight, total = record
        return cls(half_life=half_life, weight=float(weight), total=float(total))
