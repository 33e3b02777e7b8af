"""Judge what the microphone heard: a clip that people in a hall will understand, or why not."""

from dataclasses import dataclass
from enum import StrEnum

from layso_kiosk.look.sound import waves

SHORTEST_MS = 90
LONGEST_MS = 6000
CLIPPED = 32600
"""Samples at this height have been cut by the microphone: they rattle."""
CLIPPED_SHARE = 0.002
FAINTEST = 900
"""The loudest sample of a take that was spoken near enough."""
EDGE_MS = 25
"""A word that fills the take to its very edge was begun too early or ended too late."""


class Fault(StrEnum):
    """What is wrong with a take; each has its sentence in voice.take."""

    SILENT = "silent"
    FAINT = "faint"
    RATTLES = "rattles"
    SHORT = "short"
    LONG = "long"
    CUT = "cut"


@dataclass(frozen=True)
class Take:
    """A take as it would be kept, trimmed and levelled; `fault` None when it is good."""

    samples: "waves.Samples[int]"
    fault: Fault | None

    @property
    def seconds(self) -> float:
        """How long the clip is."""
        return len(self.samples) / waves.RATE


def judge(heard: "waves.Samples[int]") -> Take:
    """Trim and level what was heard (at waves.RATE) and say whether it is good."""
    peak = max((abs(value) for value in heard), default=0)
    spoken = waves.trim(heard, threshold=max(waves.QUIET, peak // 25))
    return Take(waves.level(spoken), _fault(heard, spoken, peak))


def _fault(heard: "waves.Samples[int]", spoken: "waves.Samples[int]", peak: int) -> Fault | None:
    if not spoken:
        return Fault.SILENT
    if peak < FAINTEST:
        return Fault.FAINT
    if sum(abs(value) >= CLIPPED for value in heard) > len(spoken) * CLIPPED_SHARE:
        return Fault.RATTLES
    length = len(spoken) * 1000 / waves.RATE
    if length < SHORTEST_MS:
        return Fault.SHORT
    if length > LONGEST_MS:
        return Fault.LONG
    edge = waves.RATE * EDGE_MS // 1000
    loud = peak // 4
    if any(abs(value) > loud for value in (*heard[:edge], *heard[-edge:])):
        return Fault.CUT
    return None
