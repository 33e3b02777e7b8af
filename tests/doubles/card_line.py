"""A center and its hub that know ID cards: bookings made under one, and the card at the kiosk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from center_place import Place
from hub_beside import Wire, hub_beside
from hub_place import CENTER, place, someone
from layso_queue.hub.persons import card_key_of, card_of
from layso_queue.sync import Booking

NUMBER = "075085123456"


@contextmanager
def card_line(center: Place, model: Path, folder: Path) -> Iterator[Wire]:
    """Join a working center with a hub whose key for cards it has."""
    with hub_beside(model, folder, center.clock) as hub:
        wire = Wire(hub, center)
        wire.center.exchange.tell_journal(wire.at())
        wire.center.web.card_key.take(card_key_of(CENTER, hub.keys.secret))
        yield wire


def hashed(line: Wire, number: str = NUMBER) -> str:
    """What hub and kiosk make of a card's number."""
    return card_of(number, card_key_of(CENTER, line.hub.keys.secret))


async def book(
    line: Wire, when: str, service: str = "A", n: int = 1, *, remote: bool = False
) -> Booking:
    """Book under the card, and let the center know."""
    hold = line.hub.sale.hold(place(when, service, remote=remote))
    booked, _ = line.hub.sale.confirm(hold.id, someone(n, card=hashed(line)))
    await line.down()
    return booked


async def scan(line: Wire, number: str = NUMBER, id: str = "", **more: str) -> tuple[int, Any]:
    """Hold a card to the kiosk's reader; what the center answers."""
    body = {"id": id or line.place.new_id(), "card": hashed(line, number), **more}
    answer = await line.place.ask("POST", "/v1/check-ins", body)
    return answer.status_code, answer.json()
