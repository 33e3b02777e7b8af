"""What a person has of the exchange: a QR that any center reads, and word when her turn comes."""

from hub_place import CENTER, at, place, sell
from layso_queue.hub.passes import pass_of
from layso_queue.hub.storage.noticing import note
from layso_queue.sync import Kind, SyncRefusal
from layso_queue.sync.token import verify


def test_a_center_verifies_a_bookings_qr_without_any_line(far, client, hub, clock):
    made = sell(hub, place("06 09:00"))
    headers = {"authorization": f"Bearer {far.token}"}
    found = client.get("/v1/sync/keys", headers=headers).json()["keys"]
    keys = {name: bytes.fromhex(key) for name, key in found.items()}
    text = pass_of(made, hub.keys)
    assert len(text) < 200
    token = verify(text, keys, CENTER, clock.ms)
    assert (token.booking, token.slot, token.version) == (made.id, made.slot, 1)
    forged = text[:-1] + ("A" if text[-1] != "A" else "E")
    assert verify(forged, keys, CENTER, clock.ms).why.value.startswith("TOKEN_")
    assert verify(text, keys, "00004", clock.ms).why is SyncRefusal.TOKEN_OF_OTHER_CENTER
    after = made.slot + 16 * 3_600_000
    assert verify(text, keys, CENTER, after).why is SyncRefusal.TOKEN_EXPIRED


def test_who_booked_is_told_when_few_are_before_her_and_when_she_is_called(far, hub, monkeypatch):
    told = []
    monkeypatch.setattr(hub.sides, "_ways", lambda kind: told.append(kind) or ())
    far.pull()
    made = sell(hub, place("05 09:00"))
    used = {"service": "A", "slot": made.slot, "remote": False, "ticket": "t-9", "number": "A009"}

    def moved(n, state, version):
        what = {"state": state, "number": f"A{n:03}", "service": "A", "key": n, "counter": 2}
        return far.event(Kind.TICKET_MOVED, f"t-{n}", what, version)

    far.push(*(far.ticket(f"t-{n}", f"A{n:03}", n, n) for n in range(1, 10)))
    far.push(far.event(Kind.BOOKING_CHECKED_IN, made.id, used))
    far.push(moved(1, "called", 2), moved(2, "called", 2))
    assert told == []
    far.push(moved(3, "called", 2))
    assert told == ["five_before"]
    hub.database.write(lambda c: note(c, made_now(hub, made), "five_before", ("sms",), 0, bytes))
    far.push(moved(4, "called", 2), moved(9, "called", 2))
    assert told == ["five_before", "now"]


CAME = {"service": "A", "remote": False, "ticket": "t-9", "number": "A009"}


def test_a_booking_that_only_its_center_knows_any_more_comes_with_its_code(far, hub):
    what = CAME | {"slot": at("05 09:00"), "code": "0123456789ABCDEFG", "language": "en"}
    far.push(far.event(Kind.BOOKING_CHECKED_IN, "b-lost", what))
    found = hub.sale.booking("0123456789ABCDEFG")
    assert (found.id, found.state, found.number) == ("b-lost", "checked_in", "A009")
    assert found.language == "en"
    odd = far.event(Kind.BOOKING_CHECKED_IN, "b-odd", what | {"code": 7})
    far.push(odd)
    assert hub.sale.sold("b-odd") is None, "what is of no right form is set aside"
    older = {name: what[name] for name in (*CAME, "slot")}
    far.push(far.event(Kind.BOOKING_CHECKED_IN, "b-older", older))
    assert hub.sale.sold("b-older").code == "b-older", "as an older program tells it"


def made_now(hub, made):
    return hub.sale.booking(made.code)
