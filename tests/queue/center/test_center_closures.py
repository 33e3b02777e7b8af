"""A service or the center is closed for a while: at once for newcomers, for nobody in the line."""

import pytest

STORM = {"vi": "Mưa bão", "en": "A storm"}


@pytest.fixture
async def staffed(working):
    """A center at work; the head of staff has signed in."""
    await working.sign_in(1, staff="truong", role="supervisor")
    return working


async def _close(place, status=201, **body):
    body.setdefault("reason", STORM)
    answer = await place.post("/v1/closures", body, role="supervisor")
    assert answer.status_code == status, answer.text
    return answer.json()


async def _service(place, code="A"):
    day = await place.day("kiosk")
    return next(one for one in day["services"] if one["code"] == code)


async def _takes(place, service="A"):
    answer = await place.post(
        "/v1/tickets", {"service": service}, headers={"Accept-Language": "vi"}
    )
    return answer.status_code, answer.json()


@pytest.mark.anyio
async def test_a_service_closed_from_now_on_gives_no_numbers_and_says_why_and_when(staffed):
    before = await staffed.issue("A")
    made = await _close(staffed, service="A")
    assert made["to"] == "2026-10-06T00:00:00.000+07:00"
    assert (made["from"], made["made_by"]) == ("2026-10-05T09:00:00.000+07:00", "truong")
    shown = await _service(staffed)
    assert (shown["open"], shown["closed_reason"]) == (False, "closure")
    assert shown["closure"] == STORM
    assert shown["next_opening"] == "2026-10-06T07:00:00.000+07:00"
    status, problem = await _takes(staffed)
    assert (status, problem["code"]) == (409, "SERVICE_CLOSED")
    assert "Lý do: Mưa bão." in problem["detail"]
    assert (await _takes(staffed, "H"))[0] == 201
    assert (await _service(staffed))["waiting"] == 1
    await staffed.open_counter(1)
    called = await staffed.post("/v1/counters/1/call-next", role="counter")
    assert called.json()["id"] == before["id"], "who held a number was not served"


@pytest.mark.anyio
async def test_the_whole_center_closed_keeps_its_line_until_the_usual_closing(staffed):
    waiting = await staffed.issue("A")
    await _close(staffed)
    day = (await staffed.day("kiosk"))["day"]
    assert (day["state"], day["closed_reason"], day["closure"]) == ("closed", "closure", STORM)
    assert day["next_opening"] == "2026-10-06T07:00:00.000+07:00"
    status, problem = await _takes(staffed)
    assert (status, problem["code"], problem["closure"]) == (409, "DAY_CLOSED", "Mưa bão")
    staffed.clock.turn_to("2026-10-05T16:59:00+07:00")
    await staffed.center.opening.once()
    shown = await staffed.ask("GET", f"/v1/tickets/{waiting['id']}")
    assert shown.json()["state"] == "waiting"


@pytest.mark.anyio
async def test_a_closure_that_takes_a_whole_day_lets_no_day_begin(staffed):
    await _close(
        staffed, **{"from": "2026-10-06T00:00:00+07:00", "to": "2026-10-07T00:00:00+07:00"}
    )
    staffed.clock.turn_to("2026-10-06T08:00:00+07:00")
    await staffed.center.opening.once()
    day = await staffed.day("kiosk")
    assert (day["day"]["date"], day["day"]["closed_reason"]) == ("2026-10-06", "closure")
    assert day["day"]["closure"] == STORM
    assert day["day"]["next_opening"] == "2026-10-07T07:00:00.000+07:00"
    assert await staffed.center.writer.look(lambda desk: desk.date) == "2026-10-05"
    closure = (await staffed.ask("GET", "/v1/closures", role="province")).json()["closures"][0]
    await staffed.sign_in(1, staff="truong", role="supervisor")
    await staffed.ask("DELETE", f"/v1/closures/{closure['id']}", role="supervisor")
    await staffed.center.opening.once()
    assert (await _takes(staffed))[0] == 201


@pytest.mark.anyio
async def test_what_is_lifted_gives_numbers_at_once_and_stays_lifted(staffed):
    made = await _close(staffed, service="A")
    path = f"/v1/closures/{made['id']}"
    for _ in range(2):
        lifted = await staffed.ask("DELETE", path, role="supervisor")
        assert lifted.json()["lifted_at"] == "2026-10-05T09:00:00.000+07:00"
    assert (await _service(staffed))["open"]
    assert (await _takes(staffed))[0] == 201
    assert (await staffed.ask("GET", "/v1/closures", role="province")).json() == {"closures": []}
    unknown = await staffed.ask("DELETE", f"/v1/closures/{staffed.new_id()}", role="supervisor")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "CLOSURE_UNKNOWN")


@pytest.mark.anyio
async def test_the_same_order_again_closes_once(staffed):
    body = {"id": staffed.new_id(), "service": "A"}
    first = await _close(staffed, **body)
    assert await _close(staffed, 200, **body) == first
    assert len((await staffed.ask("GET", "/v1/closures", role="province")).json()["closures"]) == 1


@pytest.mark.anyio
async def test_only_who_is_in_charge_closes_and_only_what_can_be_closed(staffed):
    await staffed.sign_in(2, staff="nv01")
    body = {"service": "A", "reason": STORM}
    assert (await staffed.post("/v1/closures", body, role="counter")).status_code == 403
    assert (await staffed.post("/v1/closures", body, role="kiosk")).status_code == 403
    assert (await _close(staffed, 404, service="Q"))["code"] == "SERVICE_UNKNOWN"
    for wrong in (
        {"to": "2026-10-05T08:00:00+07:00"},
        {"to": "2029-10-05T08:00:00+07:00"},
        {"reason": {"vi": " ", "en": "x"}},
        {"reason": {"en": "x"}},
    ):
        assert (await _close(staffed, 422, service="A", **wrong))["code"] == "BAD_INPUT"


@pytest.mark.anyio
async def test_windows_hear_of_a_closure_when_it_begins_and_when_it_ends(staffed, follow):
    span = {"from": "2026-10-05T10:00:00+07:00", "to": "2026-10-05T10:30:00+07:00"}
    await _close(staffed, service="A", **span)
    assert (await _service(staffed))["open"]
    feed = follow("kiosk")
    feed.say({"type": "start"})
    await feed.next("snapshot")
    for when, is_open in (("10:00", False), ("10:30", True)):
        staffed.clock.turn_to(f"2026-10-05T{when}:00+07:00")
        await staffed.center.closing.look()
        told = None
        while told is not is_open:
            services = (await feed.next("delta", "services"))["services"]
            told = next((one["open"] for one in services if one["code"] == "A"), told)


@pytest.mark.anyio
async def test_closures_outlive_a_restart_and_are_told_to_a_day_opened_by_hand(place):
    async with place.opened():
        await place.sign_in(1, staff="truong", role="supervisor")
        await _close(place, service="A")
    async with place.opened():
        assert not (await _service(place))["open"]
    place.clock.turn_to("2026-10-10T09:00:00+07:00")
    async with place.opened():
        await place.sign_in(1, staff="truong", role="supervisor")
        assert (await place.post("/v1/day/open", role="supervisor")).status_code == 200
        assert (await _takes(place))[0] == 201
        await _close(place)
        assert (await _takes(place))[1]["code"] == "DAY_CLOSED"


@pytest.mark.anyio
async def test_who_booked_hears_why_at_the_kiosk(staffed):
    slot = "2026-10-05T09:30:00+07:00"
    booking = {"code": "HEN1234", "service": "A", "slot": slot}
    assert (await staffed.post("/v1/bookings", booking, role="province")).status_code == 201
    made = await _close(staffed, service="A")
    answer = await staffed.post("/v1/check-ins", {"code": "HEN1234"})
    assert (answer.status_code, answer.json()["code"]) == (409, "SERVICE_CLOSED")
    await staffed.ask("DELETE", f"/v1/closures/{made['id']}", role="supervisor")
    assert (await staffed.post("/v1/check-ins", {"code": "HEN1234"})).status_code == 201
