"""A hall full of phones has one address: pages found by a code are limited by the code."""

from hub_place import CENTER, place, sell
from hub_reader import words
from layso_queue.hub.limits import CODES
from layso_queue.hub.pages.table import LOOKS, PAGES, SEEN
from layso_queue.hub.storage.live import show_ticket
from layso_queue.hub.storage.rows import LiveTicket


def _used_up(hub, rate, whose):
    assert [hub.limits.wait(rate, whose) for _ in range(rate.n)] == [0] * rate.n


def test_neither_a_crowd_nor_wrong_codes_of_one_address_shut_out_a_ticket(client, hub, database):
    row = ("t1", CENTER, "2026-10-05", "A001", "A", "waiting", "kiosk", None, 1, 0, None, 0)
    database.write(lambda c: show_ticket(c, LiveTicket(*row)))
    code = sell(hub, place("06 09:00")).code
    _used_up(hub, LOOKS, "127.0.0.1")
    assert client.get(f"/vi/c/{CENTER}").status_code == 429
    assert client.get("/vi/t/t1").status_code == client.get(f"/vi/b/{code}").status_code == 200
    wrong = [client.get(f"/vi/{'tb'[n % 2]}/{n:017}").status_code for n in range(CODES.n + 1)]
    assert wrong == [404] * CODES.n + [429]
    assert client.post("/vi/find", data={"code": code}).status_code == 429
    assert client.get("/vi/t/t1").status_code == client.get(f"/vi/b/{code}").status_code == 200


def test_one_ticket_has_its_own_limit_and_says_when_to_ask_again(client, hub, database):
    for n in (1, 2):
        row = (f"t{n}", CENTER, "2026-10-05", "A1", "A", "waiting", "kiosk", None, n, 0, None, 0)
        database.write(lambda c, row=row: show_ticket(c, LiveTicket(*row)))
    _used_up(hub, SEEN, "t1")
    slow = client.get("/vi/t/t1")
    assert (slow.status_code, slow.headers["retry-after"]) == (429, "1")
    assert "hơi nhanh" in words(slow)
    assert client.get("/vi/t/t2").status_code == 200


def test_every_page_of_a_booking_or_ticket_is_limited_by_its_code():
    for way in PAGES:
        word = next((one for one in ("code", "ticket") if f"/{{{one}}}" in way.path), "")
        short = way.path == "/t/{ticket}"
        assert way.secret == ("" if short else word), way.path
