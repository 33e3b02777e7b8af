"""What the sheet draws of a closure that is being decided."""

from dataclasses import asdict, dataclass
from typing import Any

from layso_kiosk.counter import closures
from layso_kiosk.counter.choices import OTHER, Option
from layso_kiosk.counter.station import Station


@dataclass(slots=True)
class Draft:
    """What has been chosen so far; `step` is the open question, "" while nothing is asked."""

    step: str = ""
    service: str = ""
    until: str = ""
    reason: str = ""
    timed: bool = False
    """Whether a time is being written."""
    fault: str = ""


def options(draft: Draft, standing: list[closures.Closure], station: Station) -> list[Option]:
    """Return the answers to the open question."""
    if draft.step == "service":
        return closures.services(standing, station)
    if draft.step == "until":
        return closures.ends(station)
    return closures.why(station) if draft.step == "reason" else []


def sheet(draft: Draft, standing: list[closures.Closure], station: Station) -> dict[str, Any]:
    """Return the open question as the sheet draws it; kind "" while none is."""
    if not draft.step:
        return {"kind": ""}
    hint = "time_hint" if draft.timed else "reason_hint"
    chosen = "time" if draft.timed else draft.reason if draft.step == "reason" else ""
    return {
        "kind": "closing",
        "step": f"{draft.step} {draft.timed}",
        "reasons": [asdict(option) for option in options(draft, standing, station)],
        "targets": [],
        "reason": chosen,
        "writing": draft.timed or (draft.step == "reason" and draft.reason == OTHER),
        "hint": station.say(f"closing.{hint}"),
        "longest": closures.LONGEST,
        "back": draft.step != "service",
        "fault": draft.fault,
        **_words(draft, standing, station),
    }


def _words(draft: Draft, standing: list[closures.Closure], station: Station) -> dict[str, str]:
    """Return title and note of the open question, and the word on its button."""
    about: dict[str, Any] = {"service": closures.name_of(draft.service, station)}
    note, button = "service_note", ""
    if draft.step == "reopen":
        note, button = "reopen_note", "reopen_do"
        (shut, *_) = closures.holding(standing, draft.service, station) or [
            {"to": "", "reason": {}}
        ]
        why = shut["reason"].get(station.language) or shut["reason"].get("vi") or ""
        about |= {"time": closures.until_words(shut["to"], station), "reason": why.rstrip(". ")}
    elif draft.step != "service":
        about["n"] = closures.waiting_for(draft.service, station)
        about["time"] = closures.until_words(draft.until, station)
        note = "waiting" if about["n"] else "nobody"
        button = "do" if draft.step == "reason" else "next" if draft.timed else ""
    return {
        "title": station.say(f"closing.{draft.step}", **about),
        "note": station.say(f"closing.{note}", **about),
        "confirm": station.say(f"closing.{button}") if button else "",
    }
