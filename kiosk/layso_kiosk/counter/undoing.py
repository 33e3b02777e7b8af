"""How each act is taken back: the center knows what stood before, of tickets and of counters."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from layso_kiosk.counter.closures import PATH
from layso_kiosk.counter.lately import OF_COUNTER, Lately
from layso_kiosk.counter.refusals import refusal
from layso_kiosk.link.answers import Answer
from layso_queue.line.states import TicketState

if TYPE_CHECKING:
    from layso_kiosk.counter.moves import Moves
    from layso_kiosk.counter.station import Station

COUNTER = "/v1/counters/{n}/"
TICKET = "/v1/tickets/{ticket}/"


def take_back(what: Lately, moves: "Moves", station: "Station") -> bool:
    """Send what takes the act back; False while another order travels."""
    if what.what == "help":
        return _call_off(what, moves, station)
    if what.what == "close-service":
        return _open_again(what, station)
    if what.what == "open-service":
        order = json.loads(what.detail)
        return moves.send("undo_open-service", PATH, order, number=what.number)
    if what.what == "walk-up":
        return _void(what, moves, station)
    path = (COUNTER if what.what in OF_COUNTER else TICKET) + "undo"
    return moves.send(f"undo_{what.what}", path, ticket=what.ticket, number=what.number)


def _void(what: Lately, moves: "Moves", station: "Station") -> bool:
    """Cancel a number given at the counter; one that is served already goes back first."""

    def cancel() -> bool:
        body = {"reason": station.say("undo.walk-up_reason")}
        path = TICKET + "cancel"
        return moves.send("undo_walk-up", path, body, ticket=what.ticket, number=what.number)

    def go_on(_ticket: Mapping[str, Any]) -> None:
        cancel()

    current = station.desk.ticket
    if current is None or current["state"] == TicketState.CALLED:
        return cancel()
    return moves.send("undo_call", TICKET + "undo", ticket=what.ticket, then=go_on)


def _call_off(what: Lately, moves: "Moves", station: "Station") -> bool:
    session = station.session.token if station.session else None
    station.link.delete(f"/v1/help/{what.detail}", moves.called_off, session=session)
    return True


def _open_again(what: Lately, station: "Station") -> bool:
    def told(answer: Answer) -> None:
        if not answer.ok:
            station.said.emit(refusal(station, answer), "warn")
            return
        station.lately = None
        station.said.emit(station.say("done.undo_close-service"), "good")
        station.refresh()

    session = station.session.token if station.session else None
    station.link.delete(f"{PATH}/{what.detail}", told, session=session)
    return True
