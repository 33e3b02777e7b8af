"""What portals may ask: keys, rights, limits, repeats, problems in words; on both databases."""

from sqlalchemy import delete, select

from hub_place import CENTER, at, place, someone
from hub_portal import BODY, KEY
from layso_queue.hub.api.openapi import described
from layso_queue.hub.api.problems import STATUS
from layso_queue.hub.api.table import API
from layso_queue.hub.limits import MOST_CLIENTS, Limits, Rate
from layso_queue.hub.refusals import Refusal
from layso_queue.hub.storage.live import show_ticket, stand
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.sweeping import erase
from layso_queue.hub.storage.tables import answers
from layso_queue.hub.times import DAY_MS, MINUTE_MS


def book(portal, once, **more):
    headers = {"idempotency-key": once}
    return portal.post("/v1/bookings", json={**BODY, **more}, headers=headers)


def test_a_portal_finds_a_place_and_books_it(portal, hub):
    (found,) = portal.get("/v1/centers", params={"q": "tran bien"}).json()["centers"]
    assert (found["code"], found["commune"]) == (CENTER, "Phường Trấn Biên")
    assert portal.get("/v1/centers", params={"q": "tran", "province": "ha noi"}).json() == {
        "centers": [],
        "next": None,
    }
    offered = portal.get(f"/v1/centers/{CENTER}/services").json()["services"]
    assert [one["code"] for one in offered] == ["A", "H", "L"]
    params = {"first": "2026-10-06", "last": "2026-10-06"}
    free = portal.get(f"/v1/centers/{CENTER}/services/A/slots", params=params).json()
    assert free["slots"][1] == {"slot": "2026-10-06T09:00:00.000+07:00", "free": 2}
    assert free["remote"] == [{"slot": "2026-10-05T00:00:00.000+07:00", "free": 3}]
    made = book(portal, "one")
    assert made.status_code == 201, made.text
    kept = made.json()
    assert hub.sale.booking(kept["code"]).channel == "portal:vneid"
    assert "Mẫu" not in made.text
    assert portal.get(f"/v1/bookings/{kept['code']}").json() == kept
    moved = portal.post(
        f"/v1/bookings/{kept['code']}/change", json={"slot": "2026-10-07T09:00:00+07:00"}
    ).json()
    assert (moved["version"], moved["slot"][:10]) == (2, "2026-10-07")
    gone = portal.post(f"/v1/bookings/{kept['code']}/cancel", json={}).json()
    assert (gone["state"], gone["qr"]) == ("cancelled", None)


def test_the_same_request_twice_books_once(portal, hub):
    first, again = book(portal, "one"), book(portal, "one")
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    hub.database.write(lambda c: c.execute(delete(answers)))
    assert book(portal, "one").json() == first.json(), "the answer was lost and a place sold twice"
    other = book(portal, "one", slot="2026-10-07T09:00:00+07:00")
    assert (other.status_code, other.json()["code"]) == (422, "KEY_KNOWN_OTHERWISE")
    assert portal.post("/v1/bookings", json=BODY).json()["code"] == "BAD_INPUT"
    left = {one.slot: one.free for one in hub.sale.free(CENTER, "A", at("07 00:00"))}
    assert left[at("06 09:00")] == 1


def test_what_a_portal_was_answered_is_forgotten_after_thirty_days(portal, hub, clock):
    book(portal, "one")
    kept = select(answers.c.idempotency_key)
    erase(hub.database, hub.clock.now())
    assert hub.database.read(lambda c: c.execute(kept).scalars().all()) == ["one"]
    clock.ms += 31 * DAY_MS
    erase(hub.database, hub.clock.now())
    assert hub.database.read(lambda c: c.execute(kept).scalars().all()) == []


def test_a_refusal_is_a_problem_in_the_callers_language_and_may_be_asked_again(portal, hub):
    made = [hub.sale.hold(place("06 09:00")).id for _ in range(2)]
    full = book(portal, "one")
    assert full.status_code == 409
    assert full.headers["content-type"] == "application/problem+json"
    assert (full.json()["code"], full.json()["title"]) == ("SLOT_FULL", "Giờ này vừa hết chỗ")
    english = portal.get("/v1/bookings/none", headers={"accept-language": "en-GB"})
    assert (english.status_code, english.json()["title"]) == (404, "Not found")
    hub.sale.let_go(made[0])
    assert book(portal, "one").status_code == 201
    limits = book(portal, "two", slot="2026-10-06T14:00:00+07:00")
    assert limits.json()["code"] == "SERVICE_TWICE"
    left = {one.slot: one.free for one in hub.sale.free(CENTER, "A", at("07 00:00"))}
    assert left[at("06 14:00")] == 2, "a refused booking kept its place"


def test_each_field_that_is_wrong_is_named(portal):
    bad = book(portal, "one", name="1", phone="12", email="x@")
    assert [one["where"] for one in bad.json()["errors"]] == ["name", "phone", "email"]
    worse = book(portal, "two", slot="2026-10-06T09:00:00", extra=1)
    assert {one["where"] for one in worse.json()["errors"]} == {"slot", "extra"}
    params = {"first": "2026-10-06", "last": "2027-10-06"}
    long = portal.get(f"/v1/centers/{CENTER}/services/A/slots", params=params)
    assert long.json()["errors"][0]["where"] == "last"


def test_a_key_opens_only_what_it_was_given_for(client, hub, clock):
    hub.portals.add("ioc", KEY, ("statistics",), 600, clock.ms)
    day = {"day": "2026-10-05"}
    assert client.get("/v1/statistics", params=day).json()["code"] == "KEY_NEEDED"
    for bad in ("Bearer", "Bearer x", f"Basic {KEY}", KEY):
        assert client.get("/v1/centers", headers={"authorization": bad}).status_code == 401
    client.headers["authorization"] = f"Bearer {KEY}"
    assert client.get("/v1/statistics", params=day).status_code == 200
    refused = client.get("/v1/centers")
    assert (refused.status_code, refused.json()["code"]) == (403, "SCOPE_MISSING")
    assert client.post("/v1/sync/push", content=b"{}").status_code == 401


def test_a_key_has_its_own_limit_a_minute(client, hub, clock):
    hub.portals.add("slow", KEY, ("centers",), 3, clock.ms)
    client.headers["authorization"] = f"Bearer {KEY}"
    answers = [client.get("/v1/centers").status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]
    assert client.get("/v1/centers").headers["retry-after"] == "20"
    clock.pass_minutes(1)
    assert client.get("/v1/centers").status_code == 200


def test_a_day_is_told_in_numbers_with_its_online_share(portal, hub, clock):
    rows = [("kiosk", 3), ("web", 1)]
    for channel, n in rows:
        for one in range(n):
            row = LiveTicket(
                f"{channel}{one}", CENTER, "2026-10-05", f"A{one}", "A", "served", channel,
                1, one, 0, (one + 1) * 7 * MINUTE_MS, 0,
            )  # fmt: skip
            hub.database.write(lambda c, row=row: show_ticket(c, row))
    hub.sale.confirm(hub.sale.hold(place("05 14:00")).id, someone())
    (day,) = portal.get("/v1/statistics", params={"day": "2026-10-05"}).json()["centers"]
    assert day == {
        "center": CENTER,
        "tickets": {"kiosk": 3, "web": 1},
        "states": {"served": 4},
        "waits": {
            "called": 4,
            "by_minutes": {"5": 2, "10": 1, "20": 1},
            "half_within": 10,
            "nine_in_ten_within": 30,
        },
        "bookings": {"booked": 1},
        "booked_by": {"web": 1},
        "online_share": 0.25,
        "feedback": {"levels": {}, "content_share": None},
    }


def test_a_ticket_is_told_with_those_before_it(portal, hub, clock):
    hub.centers.heard(CENTER, clock.ms)
    told = {
        "n": 1,
        "at": clock.ms,
        "day": "2026-10-05",
        "open": True,
        "services": [{"code": "A", "open": True, "waiting": 2, "low": 10, "high": 20}],
    }
    hub.database.write(lambda c: stand(c, CENTER, 1, clock.ms, told))
    for n in (1, 2):
        row = LiveTicket(
            f"t{n}", CENTER, "2026-10-05", f"A00{n}", "A", "waiting", "kiosk", None, n, 0, None, 0
        )
        hub.database.write(lambda c, row=row: show_ticket(c, row))
    second = portal.get("/v1/tickets/t2").json()
    assert (second["ahead"], second["low"], second["high"]) == (1, 5, 10)


def test_the_described_api_has_a_sentence_and_a_status_for_every_word(portal, hub):
    document = portal.get("/v1/openapi.json").json()
    assert document == described(API)
    assert document["openapi"] == "3.1.0"
    words = {*STATUS, *(one.value for one in Refusal), *(w for way in API for w in way.refusals)}
    for language in ("vi", "en"):
        keys = hub.texts[language].all_keys()
        assert {f"hub.titles.{word}" for word in words} <= keys
        assert {f"hub.refusals.{word}" for word in words} <= keys


def test_other_methods_and_too_much_are_refused_in_words(portal):
    wrong = portal.delete("/v1/bookings")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")
    assert portal.post("/v1/bookings", content=b"x" * 70_000).json()["code"] == "TOO_LARGE"
    assert portal.get("/v1/health").json()["ok"] is True


def test_limits_refill_with_time_and_never_grow_without_end(clock):
    limits, rate = Limits(clock), Rate("r", 2, 60)
    assert [limits.wait(rate, "a") for _ in range(3)] == [0, 0, 30]
    clock.ms += 30_000
    assert limits.wait(rate, "a") == 0
    for n in range(MOST_CLIENTS + 10):
        limits.wait(rate, str(n))
    assert len(limits._buckets) == MOST_CLIENTS
