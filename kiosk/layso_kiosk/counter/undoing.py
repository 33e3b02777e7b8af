"""How each act is taken back: by the center's own undo where it has one, else by its contrary."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from layso_kiosk.counter.lately import Lately

if TYPE_CHECKING:
    from layso_kiosk.counter.moves import Moves
    from layso_kiosk.counter.station import Station

Json = dict[str, Any]

COUNTER = "/v1/counters/{n}/"
TICKET = "/v1/tickets/{ticket}/"


def take_back(what: Lately, moves: "Moves", station: "Station") -> bool:
    """Send what takes the act back; False while another order travels."""
    if what.what == "help":
        return _call_off(what, moves, station)
    if what.what == "park":
        return _fetch_back(what, moves, station)
    path, body = _contrary(what, station)
    return moves.send(f"undo_{what.what}", path, body, ticket=what.ticket, number=what.number)


def _contrary(what: Lately, station: "Station") -> tuple[str, Json]:
    contraries: dict[str, tuple[str, Json]] = {
        "walk-up": (TICKET + "cancel", {"reason": station.say("undo.walk-up_reason")}),
        "pause": (COUNTER + "resume", {}),
        "resume": (COUNTER + "pause", {"reason": what.detail}),
        "confirm": (TICKET + "confirm-priority", {"confirmed": False}),
        "reject": (TICKET + "confirm-priority", {"confirmed": True}),
    }
    return contraries.get(what.what, (TICKET + "undo", {}))


def _fetch_back(what: Lately, moves: "Moves", station: "Station") -> bool:
    """A parked person is put back into the line and called from there, in one go."""

    def call(_ticket: Mapping[str, Any]) -> None:
        body = {"ticket": what.ticket, "reason": station.say("undo.park_reason")}
        moves.send("undo_park", COUNTER + "call", body, ticket=what.ticket, number=what.number)

    return moves.send(
        "resume-ticket", TICKET + "resume", ticket=what.ticket, number=what.number, then=call
    )


def _call_off(what: Lately, moves: "Moves", station: "Station") -> bool:
    session = station.session.token if station.session else None
    station.link.delete(f"/v1/help/{what.detail}", moves.called_off, session=session)
    return True
