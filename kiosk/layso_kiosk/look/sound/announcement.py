"""Put the sentence of a call together: which clips, in which order, with which rests."""

import re
from dataclasses import dataclass
from typing import Literal

from layso_kiosk.look.sound import numbers

CHIME = "chime"
INVITE = "invite"
COUNTER = "counter"

_NUMBER = re.compile(r"(?P<series>[A-Z]+)(?P<first>\d+)(?:-(?P<second>\d+))?")


@dataclass(frozen=True)
class Say:
    """One clip: its key in the voice pack of a language ("invite", "letter:A", "ba")."""

    key: str
    language: str


@dataclass(frozen=True)
class Rest:
    """Silence of some milliseconds."""

    ms: int


Part = Say | Rest


@dataclass(frozen=True)
class Manner:
    """How a center wants its calls said.

    Languages speak in turn, all of them `times` times; tickets below 1000 are read figure by
    figure (A012: không một hai) unless `reading` is "number" (mười hai).
    """

    languages: tuple[str, ...] = ("vi",)
    times: int = 2
    reading: Literal["digits", "number"] = "digits"
    region: numbers.Region = "north"
    comma_ms: int = 180
    sentence_ms: int = 550


def compose(number: str, counter: int, manner: Manner) -> tuple[Part, ...]:
    """Return the parts of a call of ticket `number` ("A012", "Z1-07") to a counter.

    One chime comes first. Every sentence is followed by a rest, so that two announcements
    never run into each other.
    """
    parts: list[Part] = [Say(CHIME, "")]
    for _ in range(manner.times):
        for language in manner.languages:
            parts += _sentence(number, counter, language, manner)
            parts.append(Rest(manner.sentence_ms))
    return tuple(parts)


def _sentence(number: str, counter: int, language: str, manner: Manner) -> list[Part]:
    words: list[Part] = [Say(INVITE, language), *ticket_words(number, language, manner)]
    words += [Rest(manner.comma_ms), Say(COUNTER, language)]
    words += [Say(word, language) for word in numbers.spoken(counter, language, manner.region)]
    return words


def ticket_words(number: str, language: str, manner: Manner) -> list[Part]:
    """Return the parts that say a ticket's number alone."""
    match = _NUMBER.fullmatch(number)
    if match is None:
        return _spell(number, language)
    words = _spell(match["series"], language) + _figures(match["first"], language, manner)
    if match["second"]:
        words += [Rest(manner.comma_ms), *_figures(match["second"], language, manner)]
    return words


def _figures(figures: str, language: str, manner: Manner) -> list[Part]:
    if int(figures) > numbers.HIGHEST:
        return _spell(figures, language)
    if manner.reading == "number" or int(figures) >= 1000:
        return [
            Say(word, language) for word in numbers.spoken(int(figures), language, manner.region)
        ]
    return _spell(figures, language)


def _spell(signs: str, language: str) -> list[Part]:
    parts: list[Part] = []
    for sign in signs:
        if sign in "0123456789":
            parts.append(Say(numbers.digit(sign, language), language))
        elif sign.isalpha():
            parts.append(Say(f"letter:{sign.upper()}", language))
    return parts
