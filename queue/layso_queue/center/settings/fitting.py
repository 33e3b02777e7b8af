"""Faults that only show when a settings file is seen as a whole; each names what does not fit."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from layso_queue.center.settings.published import DEMO_CENTER, published_pins

if TYPE_CHECKING:
    from layso_queue.center.settings.model import Settings


def check_together(settings: "Settings") -> None:
    """Raise the first fault there is between the tables of a file; its words go to the sentence."""
    known = {service.code for service in settings.services}
    _once("service_twice", (service.code for service in settings.services))
    _once("series_twice", (service.series for service in settings.services))
    _once("counter_twice", (counter.number for counter in settings.counters))
    for counter in settings.counters:
        strange = sorted(set(counter.services) - known)
        if strange:
            about = {"counter": counter.number, "what": _words(strange), "known": _words(known)}
            raise PydanticCustomError("counter_service_unknown", "{what}", about)
    for field in ("places", "remote_numbers"):
        strange = sorted(getattr(settings.web, field).keys() - known)
        if strange:
            about = {"place": f"web.{field}", "what": _words(strange), "known": _words(known)}
            raise PydanticCustomError("web_service_unknown", "{what}", about)
    if settings.center.code != DEMO_CENTER:
        pins = set(published_pins().values())
        codes = [one.code for one in settings.demo_staff if one.pin in pins]
        if codes:
            about = {"place": "demo_staff", "what": _words(codes)}
            raise PydanticCustomError("demo_pin", "{what}", about)


def _once(fault: str, given: Iterable[str | int]) -> None:
    twice = [one for one, times in Counter(given).items() if times > 1]
    if twice:
        raise PydanticCustomError(fault, "{what}", {"what": _words(sorted(map(str, twice)))})


def _words(given: Iterable[str]) -> str:
    return ", ".join(sorted(given))
