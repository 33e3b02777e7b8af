"""A fake center whose hub knows ID cards and sends messages, and a person who uses both."""

from typing import Any

from layso_queue.hub.persons import card_of

CARD = "075085123456|271234567|Nguyễn Văn Mẫu|05031985|Nam|Khu phố 3, Trấn Biên|15042021"
NUMBER = "075085123456"
KEY = b"c" * 32
HASH = card_of(NUMBER, KEY)
SIZES = [(1920, 1080), (1080, 1920), (1366, 768)]


def know(center: Any) -> Any:
    """Let the center have such a hub."""
    center.day["day"]["web"] = {"cards": True, "texts": True}
    center.answers["GET", "/v1/card-key"] = lambda _: (200, {"key": KEY.hex()})
    return center


def at_the_kiosk(person: Any) -> Any:
    """Wait until the kiosk has the key of cards."""
    person.until(lambda: person.kiosk.reception.card_key == KEY)
    return person


def leave(person: Any) -> None:
    """Go away with the number."""
    person.until(lambda: not person.kiosk.settling)
    person.touch("done")
    person.page("home")
