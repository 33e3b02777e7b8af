"""What the API says of what is not there, page by page, and of a center that is not heard."""

from hub_place import CENTER, at
from hub_portal import BODY
from layso_queue.hub.api.openapi import described
from layso_queue.hub.api.table import API
from layso_queue.hub.storage import CenterRow
from layso_queue.hub.storage.live import show_ticket
from layso_queue.hub.storage.rows import LiveTicket


def test_what_is_not_there_is_told_apart_and_always_as_a_problem(portal):
    def booked(**more):
        headers = {"idempotency-key": str(more)}
        return portal.post("/v1/bookings", json=BODY | more, headers=headers)

    for answer, status, code in (
        (portal.get("/v1/nothing/at/all"), 404, "NOT_FOUND"),
        (portal.get("/v1"), 404, "NOT_FOUND"),
        (portal.get(f"/v1/centers/{CENTER}/services/Z/slots"), 404, "SERVICE_UNKNOWN"),
        (booked(service="Z"), 404, "SERVICE_UNKNOWN"),
        (booked(center="00004"), 404, "CENTER_UNKNOWN"),
        (booked(slot="2026-10-06T10:45:00+07:00"), 409, "SLOT_UNKNOWN"),
    ):
        assert answer.headers["content-type"] == "application/problem+json"
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert portal.get("/vi/nothing").headers["content-type"].startswith("text/html")


def test_centers_come_page_by_page_with_all_standings_at_once(portal, hub, monkeypatch):
    some = [one.code for one in hub.directory.find("", "75") if one.code != CENTER][:5]
    for code in some:
        hub.centers.register(CenterRow(code, f"C{code}", f"C{code}", "75", 0), code * 12)
    one_by_one = []
    monkeypatch.setattr(hub.live, "standing", one_by_one.append)
    whole = portal.get("/v1/centers").json()
    assert whole["next"] is None
    assert one_by_one == [], "the standing of each center was asked for by itself"
    codes, after = [], ""
    while after is not None:
        page = portal.get("/v1/centers", params={"limit": 4, "after": after}).json()
        assert len(page["centers"]) <= 4
        codes += [one["code"] for one in page["centers"]]
        after = page["next"]
    assert codes == [one["code"] for one in whole["centers"]]
    assert len(set(codes)) == 6
    wrong = portal.get("/v1/centers", params={"after": "99999"}).json()
    assert wrong["errors"][0]["where"] == "after"


def test_a_ticket_of_a_silent_center_has_no_count_of_people(portal, hub, database, clock):
    row = ("t1", CENTER, "2026-10-05", "A001", "A", "waiting", "kiosk", None, 1, 0, None, 0)
    database.write(lambda c: show_ticket(c, LiveTicket(*row)))
    hub.centers.heard(CENTER, clock.ms)
    told = portal.get("/v1/tickets/t1").json()
    assert (told["ahead"], told["silent"], told["day"]) == (0, False, "2026-10-05")
    clock.pass_minutes(6)
    told = portal.get("/v1/tickets/t1").json()
    assert (told["ahead"], told["silent"]) == (None, True)
    assert told["heard_at"] == "2026-10-05T08:00:00.000+07:00"
    clock.ms = at("06 08:00")
    hub.centers.heard(CENTER, clock.ms)
    assert portal.get("/v1/tickets/t1").json()["ahead"] is None


def test_the_description_names_states_and_says_what_a_slot_is():
    shapes = described(API)["components"]["schemas"]
    assert "missed" in shapes["BookingState"]["enum"]
    assert "no_show" in shapes["TicketState"]["enum"]
    booking = shapes["BookingAnswer"]["properties"]
    assert "pass" not in shapes["BookingAnswer"]["description"]
    assert "QR" in booking["qr"]["description"]
    assert "remote" in shapes["BookingBody"]["properties"]["slot"]["description"]
