"""Which font writes which letters, and where a line may break inside what has no spaces."""

import re
from collections.abc import Iterator

LATIN = "BeVietnamPro"
KHMER = "NotoSansKhmer"

_KHMER = re.compile(r"[\u1780-\u17ff\u19e0-\u19ff\u200b]+(?: +[\u1780-\u17ff\u19e0-\u19ff]+)*")
_WEIGHTS = {"SemiBold": "Medium", "ExtraBold": "Bold"}
"""Khmer has three weights; these stand in for the others."""

_CLUSTER = re.compile(
    r"[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*|.", re.DOTALL
)


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield (font family, piece) so that each piece is in letters that its font has."""
    at = 0
    for found in _KHMER.finditer(text):
        if found.start() > at:
            yield LATIN, text[at : found.start()]
        yield KHMER, found[0]
        at = found.end()
    if at < len(text):
        yield LATIN, text[at:]


def weight_of(family: str, weight: str) -> str:
    """Return the shipped weight of `family` that stands in for `weight`."""
    return _WEIGHTS.get(weight, weight) if family == KHMER else weight


def clusters(word: str) -> list[str]:
    """Split a word into what must stay together: a letter with its signs below and above."""
    return _CLUSTER.findall(word)
