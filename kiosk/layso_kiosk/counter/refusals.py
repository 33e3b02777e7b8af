"""What a refused order means to the officer."""

from layso_assets.languages import Texts
from layso_kiosk.counter.station import Station
from layso_kiosk.counter.words import say_or
from layso_kiosk.link.answers import UNREACHABLE, UNREADABLE, Answer, sentence


def refusal(station: Station, answer: Answer) -> str:
    """Return what a refused order means to the officer: our own words where we know the word."""
    if answer.code == UNREACHABLE:
        return station.say("refused.unreachable")
    if answer.code == UNREADABLE:
        return station.say("refused.other")
    said = sentence(answer, Texts(station.link.language))
    return say_or(station.texts, f"counter.refused.{answer.code}", said)
