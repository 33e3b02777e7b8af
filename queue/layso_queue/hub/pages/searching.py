"""What a center's people search for: procedures by all the words that they are called by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from layso_assets.folding import fold, mended, rank
from layso_queue.hub.directory.folding import matches
from layso_queue.hub.storage.rows import Procedure, Service

MOST_FOUND = 24
"""As at the kiosk: who must read more had better write more."""


@dataclass(frozen=True, slots=True)
class Found:
    """Procedures with their services, best first; services by their own names.

    `near`: nothing was written so, these are the most alike.
    """

    procedures: Sequence[tuple[Service, Procedure]]
    services: Sequence[Service]
    near: bool = False

    def __bool__(self) -> bool:
        """Say whether there is anything."""
        return bool(self.procedures or self.services)


def search(words: str, services: Sequence[Service]) -> Found:
    """Return what meets the words, tones or not; else what meets the words most like them."""
    wanted = fold(words)
    found = _meeting(wanted, services)
    if found:
        return found
    names = (name for one in services for each in one.procedures for _, name in _folded(each))
    return _meeting(mended(wanted, names), services, near=True)


def _meeting(wanted: str, services: Sequence[Service], *, near: bool = False) -> Found:
    if not wanted:
        return Found((), (), near)
    pairs = [(one, each) for one in services for each in one.procedures]
    ranked = ((_best(wanted, _folded(each)), at) for at, (_, each) in enumerate(pairs))
    order = sorted((best, at) for best, at in ranked if best is not None)
    named = [one for one in services if matches(wanted, fold(f"{one.name_vi} {one.name_en}"))]
    return Found([pairs[at] for _, at in order[:MOST_FOUND]], named, near)


def _best(wanted: str, names: Iterable[tuple[str, str]]) -> int | None:
    ranks = (rank(wanted, *both) for both in names)
    return min((one for one in ranks if one is not None), default=None)


def _folded(one: Procedure) -> tuple[tuple[str, str], ...]:
    """Return each name, and the name with the words beside it."""
    return _fold_all(one.name_vi, one.name_en, one.words)


@lru_cache(maxsize=20_000)
def _fold_all(name_vi: str, name_en: str, words: str) -> tuple[tuple[str, str], ...]:
    names = dict.fromkeys((name_vi, name_en))
    return tuple((fold(name), fold(f"{words} {name}")) for name in names)
