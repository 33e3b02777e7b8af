"""Appointments, and the emergency numbers of a kiosk that was cut off."""

import pytest

pytestmark = pytest.mark.anyio


async def test_a_booking_is_checked_in_once_on_its_day(working):
    slot = "2026-10-05T09:15:00+07:00"
    body = {"id": working.new_id(), "code": "HEN-1234", "service": "H", "slot": slot}
    kept = await working.post("/v1/bookings", body, role="province")
    again = await working.post("/v1/bookings", body, role="province")
    assert (kept.status_code, again.status_code) == (201, 200)
    taken = await working.post("/v1/bookings", {**body, "id": working.new_id()}, role="admin")
    assert (taken.status_code, taken.json()["code"]) == (409, "BOOKING_CODE_TAKEN")
    id = working.new_id()
    first = await working.post("/v1/check-ins", {"id": id, "code": "HEN-1234"})
    assert (first.status_code, first.json()["channel"]) == (201, "web")
    assert first.json()["key"] == "2026-10-05T08:15:00.000+07:00"
    again = await working.post("/v1/check-ins", {"id": id, "token": "hen 12.34"})
    assert (again.status_code, again.json()["number"]) == (200, first.json()["number"])
    used = await working.post("/v1/check-ins", {"code": "HEN-1234"})
    assert (used.status_code, used.json()["code"]) == (409, "BOOKING_USED")
    spent = await working.post("/v1/bookings/HEN-1234/cancel", role="admin")
    assert spent.json()["code"] == "BOOKING_USED"
    assert (await working.post("/v1/check-ins", {"code": "HEN-0000"})).json()["code"] == (
        "BOOKING_UNKNOWN"
    )
    for garbage in ({"code": ""}, {"token": "x" * 4000}, {"token": "a.b=\n\u202e|"}):
        answer = await working.post("/v1/check-ins", garbage)
        assert (answer.status_code, answer.json()["code"]) == (409, "BOOKING_UNKNOWN")
    assert (await working.post("/v1/check-ins", {})).status_code == 422
    wrong = await working.post("/v1/bookings", {**body, "service": "Q"}, role="admin")
    assert wrong.json()["code"] == "SERVICE_UNKNOWN"


async def test_a_booking_for_another_day_waits_in_the_table(place):
    async with place.opened():
        body = {"code": "MAI-0001", "service": "H", "slot": "2026-10-06T08:30:00+07:00"}
        await place.post("/v1/bookings", body, role="province")
        body = {"code": "MAI-0002", "service": "H", "slot": "2026-10-06T08:30:00+07:00"}
        await place.post("/v1/bookings", body, role="province")
        early = await place.post("/v1/check-ins", {"code": "MAI-0001"})
        assert early.json()["code"] == "BOOKING_WRONG_DAY"
        assert "06/10/2026" in early.json()["detail"]
        gone = await place.post("/v1/bookings/MAI-0002/cancel", role="province")
        assert gone.json()["cancelled"] is True
        unknown = await place.post("/v1/bookings/MAI-0003/cancel", role="province")
        assert unknown.json()["code"] == "BOOKING_UNKNOWN"
    place.clock.turn_to("2026-10-06T08:20:00+07:00")
    async with place.opened():
        assert (await place.post("/v1/check-ins", {"code": "MAI-0001"})).status_code == 201
        refused = await place.post("/v1/check-ins", {"code": "MAI-0002"})
        assert refused.json()["code"] == "BOOKING_CANCELLED"


async def test_a_booking_given_up_today_is_cancelled_in_the_line(working):
    body = {"code": "HOM-NAY1", "service": "H", "slot": "2026-10-05T09:30:00+07:00"}
    await working.post("/v1/bookings", body, role="admin")
    first = await working.post("/v1/bookings/HOM-NAY1/cancel", role="admin")
    again = await working.post("/v1/bookings/HOM-NAY1/cancel", role="admin")
    assert (first.status_code, again.status_code) == (200, 200)
    refused = await working.post("/v1/check-ins", {"code": "HOM-NAY1"})
    assert refused.json()["code"] == "BOOKING_CANCELLED"


def _number(place, n, **more):
    return {
        "id": place.new_id(), "number": f"Z1-{n:02d}", "service": "A", "priority": "none",
        "dossiers": 1, "language": "vi", "issued_at": "2026-10-05T08:00:00+07:00", **more,
    }  # fmt: skip


async def test_emergency_numbers_are_handed_over_once_and_stand_where_people_came(working):
    usual = await working.issue("A")
    numbers = [_number(working, 1), _number(working, 2, id=usual["id"])]
    body = {"id": working.new_id(), "kiosk": "Z1", "tickets": numbers}
    first = await working.post("/v1/hand-overs", body)
    again = await working.post("/v1/hand-overs", {**body, "id": working.new_id()})
    assert first.json() == again.json()
    assert first.json()["accepted"] == [one["id"] for one in numbers]
    shown = first.json()["tickets"]
    assert [one["number"] for one in shown] == ["Z1-01", "Z1-02"]
    assert (shown[0]["channel"], shown[1]["channel"]) == ("emergency", "kiosk")
    assert len((await working.day())["tickets"]) == 2


async def test_a_wrong_emergency_number_holds_up_no_other(working):
    numbers = [
        _number(working, 1), _number(working, 99), _number(working, 3, number="Z2-03"),
        _number(working, 4, service="Q"),
    ]  # fmt: skip
    body = {"kiosk": "Z1", "tickets": numbers}
    answer = (await working.post("/v1/hand-overs", body)).json()
    assert answer["accepted"] == [numbers[0]["id"]]
    assert [one["code"] for one in answer["refused"]] == [
        "EMERGENCY_LIMIT", "BAD_EMERGENCY_NUMBER", "SERVICE_UNKNOWN",
    ]  # fmt: skip
    assert all(one["detail"] for one in answer["refused"])


async def test_numbers_of_a_day_that_is_over_are_accepted_and_reported(place):
    async with place.opened():
        await place.issue("A")
        numbers = [_number(place, 1)]
        place.clock.turn_to("2026-10-06T08:00:00+07:00")
        await place.center.opening.once()
        answer = (await place.post("/v1/hand-overs", {"kiosk": "Z1", "tickets": numbers})).json()
        assert (answer["accepted"], answer["tickets"]) == ([numbers[0]["id"]], [])
        alerts = (await place.day())["alerts"]
        assert [(one["code"], one["about"]) for one in alerts] == [("HAND_OVER_LATE", "Z1-01")]


async def test_the_counters_see_todays_appointments_and_what_became_of_them(working):
    for code, clock in (("SAU-0002", "10:00"), ("SOM-0001", "09:15")):
        slot = f"2026-10-05T{clock}:00+07:00"
        await working.post(
            "/v1/bookings", {"code": code, "service": "H", "slot": slot}, role="province"
        )
    number = (await working.post("/v1/check-ins", {"code": "SOM-0001"})).json()["number"]
    await working.sign_in(1)
    answer = await working.ask("GET", "/v1/bookings", role="counter")
    seen = [(one["code"], one["state"], one["number"]) for one in answer.json()["bookings"]]
    assert seen == [("SOM0001", "checked_in", number), ("SAU0002", "booked", None)]
    assert answer.json()["bookings"][0]["slot"] == "2026-10-05T09:15:00.000+07:00"
