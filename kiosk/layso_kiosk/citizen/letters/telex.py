"""Telex: what the letters of a plain keyboard make of a Vietnamese word.

aa ee oo dd -> â ê ô đ; aw ow uw w -> ă ơ ư; s f r x j -> sắc huyền hỏi ngã nặng; z takes the tone
away. Marks may come at once or at the end of the word; the same key again takes them back and
stands as a letter. What cannot be Vietnamese is left as it is typed.
"""

from dataclasses import dataclass, replace

from layso_kiosk.citizen.letters.syllable import (
    NUCLEI,
    ON_THE_WAY,
    Style,
    Syllable,
    joined,
    split,
)

TONE_KEYS = {"f": 1, "s": 2, "r": 3, "x": 4, "j": 5}

_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HOOKS = {"a": "ă", "o": "ơ", "u": "ư", "â": "ă", "ô": "ơ"}
_PLAIN = {"ă": "a", "ơ": "o", "ư": "u", "â": "a", "ê": "e", "ô": "o"}
_STAYS_OPEN = frozenset(["h", "th", "kh"])
"""After these uơ is a group of its own (thuở, huơ) until a last letter follows."""


_BEGINNINGS = "b c ch d đ g gh h k kh l m n ng nh p ph qu r s t th tr v x"
_FIRSTS = frozenset(["", *_BEGINNINGS.split()])


@dataclass(frozen=True, slots=True)
class Word:
    """The word under the cursor; `lone` says that its last ư came from w alone."""

    text: str = ""
    lone: bool = False


def press(word: Word, key: str, style: Style = "old") -> Word:
    """Return the word after one letter key, upper or lower case."""
    low = key.lower()
    syllable = split(word.text)
    if syllable is not None:
        made: str | None = None
        if low in TONE_KEYS or low == "z":
            made = _tone(word.text, syllable, low, key, style)
        elif low == "d":
            made = _stroke(word.text, syllable, key)
        elif low in _HATS:
            made = _hat(word.text, syllable, low, key, style)
        elif low == "w":
            return _hook(word, syllable, key, style)
        if made is not None:
            return Word(made)
    return Word(_settled(word.text + key, style))


def erase(word: Word, style: Style = "old") -> Word:
    """Take the last letter away; the tone moves to where it now belongs."""
    return Word(_settled(word.text[:-1], style))


def compose(keys: str, style: Style = "old") -> str:
    """Return what a run of keys writes; anything but a letter ends a word."""
    done, word = "", Word()
    for key in keys:
        if key.isalpha():
            word = press(word, key, style)
        else:
            done, word = done + word.text + key, Word()
    return done + word.text


def _tone(text: str, syllable: Syllable, low: str, key: str, style: Style) -> str | None:
    if not syllable.vowels or not syllable.plausible:
        return None
    wanted = TONE_KEYS.get(low, 0)
    if wanted == 0 and syllable.tone == 0:
        return None
    if wanted == syllable.tone:
        return joined(text, replace(syllable, tone=0), style) + key
    return joined(text, replace(syllable, tone=wanted), style)


def _stroke(text: str, syllable: Syllable, key: str) -> str | None:
    if syllable.vowels and not syllable.plausible:
        return None
    if syllable.first == "d":
        return ("Đ" if text[0].isupper() else "đ") + text[1:]
    if syllable.first == "đ":
        return ("D" if text[0].isupper() else "d") + text[1:] + key
    return None


def _hat(text: str, syllable: Syllable, low: str, key: str, style: Style) -> str | None:
    vowels, hat = syllable.vowels, _HATS[low]
    if hat in vowels:
        plain = replace(syllable, vowels=vowels.replace(hat, low))
        return joined(text, plain, style) + key if syllable.plausible else None
    at = max(vowels.rfind(letter) for letter in (low, *_HOOKS_OF[low]))
    if at < 0:
        return None
    changed = vowels[:at] + hat + vowels[at + 1 :]
    # ươ -> uô: the horn of the first goes with that of the second
    changed = changed.replace("ưô", "uô")
    return _if_plausible(text, replace(syllable, vowels=changed), style)


_HOOKS_OF = {"a": ("ă",), "o": ("ơ",), "e": ()}


def _hook(word: Word, syllable: Syllable, key: str, style: Style) -> Word:
    text, vowels = word.text, syllable.vowels
    if word.lone:
        return Word(text[:-1] + key)  # ư that w alone made: it was meant as w
    if not vowels:
        made = "Ư" if key.isupper() else "ư"
        if syllable.first in _FIRSTS:
            return Word(text + made, lone=True)
        return Word(text + key)
    hooked = _hooked(syllable)
    if hooked is not None:
        made_of = _if_plausible(text, replace(syllable, vowels=hooked), style)
        if made_of is not None:
            return Word(made_of)
    elif syllable.plausible and any(letter in "ăơư" for letter in vowels):
        plain = "".join(_PLAIN[one] if one in "ăơư" else one for one in vowels)
        return Word(joined(text, replace(syllable, vowels=plain), style) + key)
    return Word(_settled(text + key, style))


def _hooked(syllable: Syllable) -> str | None:
    """Return the vowels with horn or breve; None if they have it already."""
    vowels = syllable.vowels
    for pair in ("uo", "uô", "ưo", "uơ"):
        if pair in vowels:
            open_end = vowels == "uo" and not syllable.last and syllable.first in _STAYS_OPEN
            if pair == "uơ" and not syllable.last:
                return None
            return vowels.replace(pair, "uơ" if open_end else "ươ")
    if any(letter in "ăơư" for letter in vowels):
        return None
    for group in ("ua", "uu", "ui"):
        if vowels == group:
            return "ư" + group[1]
    for letter in "aâoôu":
        if letter in vowels:
            at = vowels.rfind(letter)
            return vowels[:at] + _HOOKS[letter] + vowels[at + 1 :]
    return vowels


def _if_plausible(text: str, syllable: Syllable, style: Style) -> str | None:
    known = syllable.vowels in NUCLEI or syllable.vowels in ON_THE_WAY
    return joined(text, syllable, style) if known and syllable.plausible else None


def _settled(text: str, style: Style) -> str:
    """Put the tone where it belongs now, and let uơ become ươ before another letter."""
    syllable = split(text)
    if syllable is None or not syllable.vowels or not syllable.plausible:
        return text
    vowels = syllable.vowels
    if vowels in ("uơi", "uơu") or (vowels == "uơ" and syllable.last):
        syllable = replace(syllable, vowels="ươ" + vowels[2:])
    return joined(text, syllable, style)
