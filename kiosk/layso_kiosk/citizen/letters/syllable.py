"""A Vietnamese syllable: its parts, and where its tone mark stands."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

Style = Literal["old", "new"]
"""Where oa, oe, uy without a last consonant carry the tone: hòa (old) or hoà (new)."""

TONES = {"": 0, "\u0300": 1, "\u0301": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5}
"""Combining marks: level, huyền, sắc, hỏi, ngã, nặng."""

_MARKS = {number: mark for mark, number in TONES.items()}
_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED = frozenset("ăâêôơư")
_CONSONANTS = frozenset("bcdđghklmnpqrstvx")

_GROUPS = """
a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu iê oa oă oe oi ôi ơi oo ôô ua uâ uê ui uy
uô uơ ưa ưi ưu ươ yê iêu yêu oai oao oay oeo uai uao uay uây uôi uya uyê uyu ươi ươu uêu
"""
_UNFINISHED = "ie ye uo uye eu ieu yeu uou uoi ưo ưoi ưou oou ue uoa uơi uơu"

NUCLEI = frozenset(_GROUPS.split())
"""Every vowel group that Vietnamese writes."""

ON_THE_WAY = frozenset(_UNFINISHED.split())
"""What stands there while a group is being typed: tiếng begins as tie."""

_LAST = frozenset(["", "c", "ch", "m", "n", "ng", "nh", "p", "t", "k"])
_WAY_TO_LAST = _LAST | {"g"}
_SHORT_PAIRS = frozenset(["oa", "oe", "uy"])
_SECOND_OF_TWO = frozenset(["ie", "ye", "uo", "ue", "ưo", "oo", "ôô"])


@dataclass(frozen=True, slots=True)
class Syllable:
    """Letters without tones in lower case: consonants, vowels, last consonants; and the tone."""

    first: str
    vowels: str
    last: str
    tone: int

    @property
    def plausible(self) -> bool:
        """Whether it is Vietnamese, or on the way to it."""
        known = self.vowels in NUCLEI or self.vowels in ON_THE_WAY
        return known and self.last in _WAY_TO_LAST

    def tone_at(self, style: Style) -> int:
        """Return the index among the vowels that carries the tone."""
        vowels = self.vowels
        marked = [at for at, letter in enumerate(vowels) if letter in _MARKED]
        if marked:
            # ươ, iê, uô: the second; ưa, ưi: the only one
            return marked[-1]
        if len(vowels) == 1:
            return 0
        if len(vowels) == 3 or vowels == "uye":
            return 2 if vowels == "uye" or self.last else 1
        if self.last or vowels in _SECOND_OF_TWO:
            return 1
        return 1 if style == "new" and vowels in _SHORT_PAIRS else 0


def split(word: str) -> Syllable | None:
    """Return the parts of a word in any case; None for one that cannot be a syllable."""
    letters, tone = bare(word.lower())
    start = 0
    while start < len(letters) and letters[start] in _CONSONANTS:
        start += 1
    # qu and gi are consonants before another vowel: quà, già; but gì
    following = letters[start + 1 : start + 2]
    glides = (letters[:start], letters[start : start + 1]) in (("q", "u"), ("g", "i"))
    if glides and following in _VOWELS:
        start += 1
    end = start
    while end < len(letters) and letters[end] in _VOWELS:
        end += 1
    first, vowels, last = letters[:start], letters[start:end], letters[end:]
    if any(letter not in _CONSONANTS for letter in last):
        return None
    return Syllable(first, vowels, last, tone)


def bare(text: str) -> tuple[str, int]:
    """Return the text without tone marks (ă, â, đ stay), and the last tone found, 0 for none."""
    tone, kept = 0, []
    for sign in unicodedata.normalize("NFD", text):
        if sign in TONES:
            tone = TONES[sign]
        else:
            kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept)), tone


def toned(letter: str, tone: int) -> str:
    """Return one letter with a tone, 0 for none."""
    return unicodedata.normalize("NFC", bare(letter)[0] + _MARKS[tone])


def joined(like: str, syllable: Syllable, style: Style) -> str:
    """Write a syllable out; upper case where `like`, a word of the same length, has it."""
    plain = syllable.first + syllable.vowels + syllable.last
    at = len(syllable.first) + (syllable.tone_at(style) if syllable.tone else 0)
    signs = [toned(one, syllable.tone if n == at else 0) for n, one in enumerate(plain)]
    return "".join(
        sign.upper() if old.isupper() else sign for sign, old in zip(signs, like, strict=True)
    )
