"""The board's rows for counters and for the lines of the services."""

from collections.abc import Mapping
from typing import Any

from layso_kiosk.display import wording
from layso_kiosk.look.texts import ScreenTexts

Row = dict[str, Any]
SHOWN_AT_COUNTER = frozenset({"called", "serving"})


def counter_rows(
    day: Mapping[str, Any], services: frozenset[str], lit: set[str], texts: ScreenTexts
) -> list[Row]:
    """Return the counters that work or pause; `lit` are numbers called a moment ago."""
    rows = []
    for counter in day.get("counters", []):
        if counter["state"] == "closed" or (services and not services & set(counter["services"])):
            continue
        ticket = counter.get("ticket") or {}
        number = str(ticket["number"]) if ticket.get("state") in SHOWN_AT_COUNTER else ""
        paused = counter["state"] == "paused"
        rows.append(
            {
                "counter": str(counter["number"]),
                "number": number,
                "lit": number in lit,
                "paused": paused,
                "words": texts.say(f"display.counters.{'paused' if paused else 'free'}"),
            }
        )
    return rows


def service_rows(day: Mapping[str, Any], services: frozenset[str], texts: ScreenTexts) -> list[Row]:
    """Return the services with people waiting, minutes and who is next."""
    return [
        {
            "series": str(service["series"]),
            "name": texts.pick(service["name"]),
            "waiting": int(service["waiting"]),
            "people": texts.say(
                f"display.services.{'one' if service['waiting'] == 1 else 'waiting'}",
                n=int(service["waiting"]),
            ),
            "wait": wording.wait_words(service, texts),
            "next": wording.next_words(service, texts),
            "open": bool(service.get("open", True)),
        }
        for service in day.get("services", [])
        if not services or service["code"] in services
    ]


def desk_facts(
    day: Mapping[str, Any], number: int, lit: set[str], texts: ScreenTexts
) -> dict[str, Any]:
    """Return what the sign over one counter says; a counter that is not known counts as closed."""
    counters = (one for one in day.get("counters", []) if int(one["number"]) == number)
    counter: Row = dict(next(counters, {"state": "closed", "services": []}))
    ticket = counter.get("ticket") or {}
    shown = str(ticket["number"]) if ticket.get("state") in SHOWN_AT_COUNTER else ""
    state = str(counter["state"])
    if state == "open":
        state = "free" if not shown else "called" if shown in lit else str(ticket["state"])
    names = {service["code"]: texts.pick(service["name"]) for service in day.get("services", [])}
    return {
        "counter": str(number),
        "number": "" if state in ("closed", "paused") else shown,
        "state": state,
        "lit": shown in lit,
        "words": texts.say(f"display.desk.{state}"),
        "services": [names[code] for code in counter["services"] if code in names],
    }
