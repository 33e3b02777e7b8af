"""What the phone of a person with a number from home shows to the kiosk, and for how long."""

import io

import zxingcpp
from PIL import Image
from sqlalchemy import update

from hub_place import CENTER, place, sell
from hub_reader import words
from layso_queue.hub.pages import keeping
from layso_queue.hub.storage.live import show_ticket
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.tables import bookings


def _given(database, made, state="waiting"):
    values = {"state": "checked_in", "number": "A011", "ticket": made.id}
    database.write(lambda c: c.execute(update(bookings).values(values)))
    ticket = LiveTicket(
        made.id, CENTER, "2026-10-05", "A011", "A", state, "web", None, 1, 0, None, 0
    )
    database.write(lambda c: show_ticket(c, ticket))


def test_page_and_picture_show_the_number_and_its_qr_while_the_ticket_lives(
    client, hub, database, clock, monkeypatch
):
    made = sell(hub, place("05 00:00", remote=True))
    asked = client.get(f"/vi/b/{made.code}")
    assert '<svg class="qr"' in asked.text, "who comes before the number does can show it too"
    _given(database, made)
    page, drawn = client.get(f"/vi/b/{made.code}"), []
    assert "nhận phiếu in đúng số này" in words(page)
    assert "giờ hẹn" not in words(page)
    line = keeping._Sheet.line
    monkeypatch.setattr(
        keeping._Sheet,
        "line",
        lambda self, text, *a, **k: (drawn.append(text), line(self, text, *a, **k)),
    )
    picture = client.get(f"/vi/b/{made.code}/picture.png")
    assert zxingcpp.read_barcode(Image.open(io.BytesIO(picture.content))).text.startswith("LS1:")
    assert "A011" in drawn
    assert "giờ hẹn" not in " ".join(drawn)
    _given(database, made, "served")
    assert '<svg class="qr"' not in client.get(f"/vi/b/{made.code}").text
    assert client.get(f"/vi/b/{made.code}/picture.png").status_code == 404
    _given(database, made)
    clock.pass_minutes(24 * 60)
    assert '<svg class="qr"' not in client.get(f"/vi/b/{made.code}").text
