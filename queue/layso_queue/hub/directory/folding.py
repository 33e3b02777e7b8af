"""Words as they are searched: no tones, đ as d, no capitals."""

import unicodedata

from layso_assets.folding import fold


def folded(text: str) -> str:
    """Return text for comparing: "Trấn Biên" and "tran bien" are the same."""
    return fold(text)


def matches(wanted: str, text: str) -> bool:
    """Say whether each folded word of `wanted` begins some word of the folded `text`."""
    words = text.split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())


def in_order(name: str) -> tuple[tuple[int, ...], ...]:
    """Return a key that sorts as a Vietnamese dictionary does: a ă â, d đ; tones only last."""
    apart = unicodedata.normalize("NFD", name.casefold())
    bases: list[int] = []
    tones: list[int] = []
    for sign in apart:
        if sign in _MARKS and bases:
            bases[-1] += _MARKS[sign]
        elif sign in _TONES and tones:
            tones[-1] = _TONES[sign]
        else:
            bases.append(ord("d") * 4 + 1 if sign == "đ" else ord(sign) * 4)
            tones.append(0)
    return tuple(bases), tuple(tones)


_MARKS = {"\u0306": 1, "\u0302": 2, "\u031b": 3}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
