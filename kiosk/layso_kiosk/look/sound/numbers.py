"""Say whole numbers from 0 to 9999 in words, as clips that a voice pack has.

Vietnamese rules: eighteen words are enough; the South says "lẻ" and "ngàn" where the North says
"linh" and "nghìn". (General libraries get hundreds of these numbers wrong.)
"""

from typing import Literal

Region = Literal["north", "south"]

VI_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
VI_OTHERS = ("mười", "mươi", "mốt", "tư", "lăm", "trăm", "linh", "nghìn", "lẻ", "ngàn")
_VI_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_SOUTH = {"linh": "lẻ", "nghìn": "ngàn"}

EN_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
EN_OTHERS = ("hundred", "thousand", "and")

HIGHEST = 9999


class NumberTooLarge(ValueError):
    """Outside 0-9999: no ticket and no counter has such a number."""


def vietnamese(number: int, region: Region = "north") -> tuple[str, ...]:
    """Return the words of a number, e.g. 1015 -> một nghìn không trăm mười lăm."""
    _check(number)
    thousands, rest = divmod(number, 1000)
    words: list[str] = []
    if thousands:
        words += [VI_UNITS[thousands], "nghìn"]
    if rest or not thousands:
        # after a thousand the hundreds are always said, "không trăm" included
        words += _vi_below_thousand(rest, say_hundreds=bool(thousands))
    if region == "south":
        words = [_SOUTH.get(word, word) for word in words]
    return tuple(words)


def _vi_below_thousand(number: int, *, say_hundreds: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [VI_UNITS[hundreds], "trăm"] if hundreds or say_hundreds else []
    tens, unit = divmod(rest, 10)
    if tens == 0:
        if not words:
            return [VI_UNITS[unit]]
        return [*words, "linh", VI_UNITS[unit]] if unit else words
    if tens == 1:
        words.append("mười")
        last = "lăm" if unit == 5 else VI_UNITS[unit]
    else:
        words += [VI_UNITS[tens], "mươi"]
        last = _VI_AFTER_TENS.get(unit, VI_UNITS[unit])
    return [*words, last] if unit else words


def english(number: int) -> tuple[str, ...]:
    """Return the words of a number, e.g. 1015 -> one thousand and fifteen."""
    _check(number)
    thousands, rest = divmod(number, 1000)
    hundreds, below = divmod(rest, 100)
    words: list[str] = []
    if thousands:
        words += [EN_SMALL[thousands], "thousand"]
    if hundreds:
        words += [EN_SMALL[hundreds], "hundred"]
    if below or not words:
        words += ["and"] if words else []
        tens, unit = divmod(below, 10)
        if below < len(EN_SMALL):
            words.append(EN_SMALL[below])
        else:
            words += [EN_TENS[tens - 2], *([EN_SMALL[unit]] if unit else [])]
    return tuple(words)


def spoken(number: int, language: str, region: Region = "north") -> tuple[str, ...]:
    """Return the words of a number in a language; one without rules here is read by digits."""
    if language == "vi":
        return vietnamese(number, region)
    if language == "en":
        return english(number)
    _check(number)
    return tuple(str(number))


def digit(figure: str, language: str) -> str:
    """Return the word of one figure "0" to "9"; the figure itself in a language without rules."""
    words = {"vi": VI_UNITS, "en": EN_SMALL}.get(language)
    return words[int(figure)] if words else figure


def _check(number: int) -> None:
    if not 0 <= number <= HIGHEST:
        raise NumberTooLarge(str(number))
