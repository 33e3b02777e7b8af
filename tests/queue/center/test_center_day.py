"""The service day: hours, midnight, restarts, bookings, emergency numbers, help."""

import orjson
import pytest

from layso_queue.center.hours import Hours
from layso_queue.center.stamps import written

pytestmark = pytest.mark.anyio

A_DAY = ["2026-10-05", "open", None]


async def _tick(place):
    await place.center.opening.once()
    return (await place.day())["day"]


async def test_the_clock_opens_and_closes_the_day_and_keeps_people_over_lunch(place):
    place.clock.turn_to("2026-10-05T06:59:00+07:00")
    async with place.opened():
        day = (await place.day())["day"]
        assert (day["state"], day["closed_reason"]) == ("closed", "before_opening")
        assert day["next_opening"] == "2026-10-05T07:00:00.000+07:00"
        refused = await place.post("/v1/tickets", {"service": "A"})
        assert (refused.status_code, refused.json()["code"]) == (409, "DAY_CLOSED")
        place.clock.turn_to("2026-10-05T07:00:00+07:00")
        assert (await _tick(place))["state"] == "open"
        ticket = await place.issue("A")
        place.clock.turn_to("2026-10-05T11:30:00+07:00")
        day = await _tick(place)
        assert (day["state"], day["closed_reason"]) == ("closed", "lunch")
        refused = await place.post("/v1/tickets", {"service": "A"})
        assert refused.json()["next_opening"] == "2026-10-05T13:00:00.000+07:00"
        assert [one["id"] for one in (await place.day())["tickets"]] == [ticket["id"]]
        services = (await place.day())["services"]
        assert not any(one["open"] for one in services)
        assert services[0]["closed_reason"] == "lunch"
        place.clock.turn_to("2026-10-05T13:00:00+07:00")
        assert (await _tick(place))["state"] == "open"
        assert (await place.issue("A"))["number"] == "A002"
        place.clock.turn_to("2026-10-05T17:00:00+07:00")
        day = await _tick(place)
        assert (day["state"], day["closed_reason"]) == ("closed", "after_closing")
        assert day["next_opening"] == "2026-10-06T07:00:00.000+07:00"
        expired = await place.ask("GET", f"/v1/tickets/{ticket['id']}")
        assert expired.json()["state"] == "expired"
        place.clock.turn_to("2026-10-06T07:30:00+07:00")
        assert (await _tick(place))["date"] == "2026-10-06"
        assert (await place.issue("A"))["number"] == "A001"
        yesterday = await place.ask("GET", f"/v1/tickets/{ticket['id']}")
        assert (yesterday.json()["number"], yesterday.json()["state"]) == ("A001", "expired")


async def test_a_retry_after_restart_or_midnight_is_answered_not_repeated(place):
    async with place.opened():
        ticket = await place.issue("A")
        await place.open_counter(1)
        opening = {"id": place.new_id()}
        paused = await place.post("/v1/counters/1/pause", opening | {"reason": "x"}, role="counter")
    async with place.opened():
        again = await place.post("/v1/tickets", {"id": ticket["id"], "service": "A"})
        assert (again.status_code, again.json()["number"]) == (200, "A001")
        assert (await place.issue("A"))["number"] == "A002"
    place.clock.turn_to("2026-10-06T08:00:00+07:00")
    async with place.opened():
        again = await place.post("/v1/tickets", {"id": ticket["id"], "service": "A"})
        assert (again.status_code, again.json()["number"]) == (200, "A001")
        assert (await place.issue("A"))["number"] == "A001"
        await place.sign_in(1)
        answer = await place.post("/v1/counters/1/pause", opening | {"reason": "x"}, role="counter")
        assert (paused.json()["state"], answer.json()["state"]) == ("paused", "closed")
        other = await place.post("/v1/tickets", {"id": opening["id"], "service": "A"})
        assert other.json()["code"] == "TICKET_KNOWN_OTHERWISE"


async def test_an_old_id_from_a_clock_that_ran_ahead_still_acts_once(place):
    async with place.opened():
        ahead = place.new_id(place.clock.now() + 3 * 86_400_000)
        await place.post("/v1/tickets", {"id": ahead, "service": "A"})
    place.clock.turn_to("2026-10-06T08:00:00+07:00")
    async with place.opened():
        again = await place.post("/v1/tickets", {"id": ahead, "service": "A"})
        assert (again.status_code, again.json()["issued_at"][:10]) == (200, "2026-10-05")
        assert (await place.issue("A"))["number"] == "A001"


async def test_the_date_never_goes_back_by_itself(place):
    async with place.opened():
        assert (await place.issue("A"))["number"] == "A001"
        place.clock.turn_to("2026-10-05T17:30:00+07:00")
        await place.center.opening.once()
    place.clock.turn_to("2026-10-02T09:00:00+07:00")
    async with place.opened():
        day = await place.day()
        assert day["day"]["date"] == "2026-10-05"
        assert [one["code"] for one in day["alerts"]] == ["DATE_GOES_BACK"]
        assert (await place.post("/v1/tickets", {"service": "A"})).json()["code"] == "DAY_CLOSED"
        await place.sign_in(1, staff="truong", role="supervisor")
        refused = await place.post("/v1/day/open", role="supervisor")
        assert (refused.status_code, refused.json()["code"]) == (409, "DATE_GOES_BACK")
        body = {"confirmed": True}
        assert (await place.post("/v1/day/open", body, role="supervisor")).status_code == 200
        assert (await place.issue("A"))["number"] == "A001"
        place.clock.turn_to("2026-10-02T17:30:00+07:00")
        await place.post("/v1/day/close", role="supervisor")
        place.clock.turn_to("2026-10-05T09:00:00+07:00")
        await place.center.opening.once()
        assert [one["code"] for one in (await place.day())["alerts"]] == ["DATE_GOES_BACK"]
        assert (await place.ask("GET", "/v1/health", role=None)).status_code == 200
        await place.sign_in(1, staff="truong", role="supervisor")
        used = await place.post("/v1/day/open", body, role="supervisor")
        assert (used.status_code, used.json()["code"]) == (409, "DATE_GOES_BACK")


async def test_a_day_opened_or_closed_by_hand_stays_so(place):
    place.clock.turn_to("2026-10-04T09:00:00+07:00")  # a Sunday
    async with place.opened():
        day = (await place.day())["day"]
        assert (day["state"], day["closed_reason"]) == ("closed", "day_off")
        await place.sign_in(1, staff="truong", role="supervisor")
        opened = await place.post("/v1/day/open", role="supervisor")
        assert opened.json()["day"]["state"] == "open"
        twice = await place.post("/v1/day/open", role="supervisor")
        assert twice.json()["code"] == "DAY_OPEN_ALREADY"
        await place.issue("A")
        assert (await _tick(place))["state"] == "open"
        closed = await place.post("/v1/day/close", role="supervisor")
        assert closed.json()["day"]["state"] == "closed"
        place.clock.turn_to("2026-10-05T09:00:00+07:00")
        assert (await _tick(place))["state"] == "open"
        await place.sign_in(1, staff="truong", role="supervisor")
        await place.post("/v1/day/close", role="supervisor")
        assert (await _tick(place))["state"] == "closed"


async def test_a_service_closed_by_hand_says_why(working):
    await working.sign_in(1, staff="truong", role="supervisor")
    path = "/v1/services/L/close"
    assert (await working.post(path, role="supervisor")).json()["code"] == "REASON_NEEDED"
    await working.post(path, {"reason": "cán bộ đi thực địa"}, role="supervisor")
    refused = await working.post("/v1/tickets", {"service": "L"})
    assert refused.json()["code"] == "SERVICE_CLOSED"
    assert "cán bộ đi thực địa" in refused.json()["detail"]
    assert "Đất đai, nhà ở" in refused.json()["detail"]
    shown = next(one for one in (await working.day())["services"] if one["code"] == "L")
    assert (shown["open"], shown["closed_reason"]) == (False, "cán bộ đi thực địa")
    await working.post("/v1/services/L/reopen", role="supervisor")
    assert (await working.issue("L"))["number"] == "L001"
    unknown = await working.post("/v1/services/Q/reopen", role="supervisor")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "SERVICE_UNKNOWN")


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
    again = await working.post("/v1/check-ins", {"id": id, "token": "HEN-1234"})
    assert (again.status_code, again.json()["number"]) == (200, first.json()["number"])
    used = await working.post("/v1/check-ins", {"code": "HEN-1234"})
    assert (used.status_code, used.json()["code"]) == (409, "BOOKING_USED")
    spent = await working.post("/v1/bookings/HEN-1234/cancel", role="admin")
    assert spent.json()["code"] == "BOOKING_USED"
    assert (await working.post("/v1/check-ins", {"code": "HEN-0000"})).json()["code"] == (
        "BOOKING_UNKNOWN"
    )
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


async def test_help_is_called_once_and_comes(working):
    body = {"id": working.new_id(), "where": "K1", "about": "paper"}
    for _ in range(2):
        assert (await working.post("/v1/help", body)).status_code == 202
    alerts = (await working.day())["alerts"]
    assert [(one["code"], one["where"], one["about"]) for one in alerts] == [
        ("HELP", "K1", "paper")
    ]
    came = await working.ask("DELETE", f"/v1/help/{body['id']}", role="counter")
    assert came.status_code == 204
    assert (await working.day())["alerts"] == []
    gone = await working.ask("DELETE", f"/v1/help/{body['id']}", role="counter")
    assert (gone.status_code, gone.json()["code"]) == (404, "HELP_UNKNOWN")
    for _ in range(60):
        await working.post("/v1/help", {"where": "K1"})
    assert len((await working.day())["alerts"]) == 50


async def test_the_journal_can_be_read_page_by_page(working):
    for _ in range(3):
        await working.issue("A")
    page = (await working.ask("GET", "/v1/journal?after=1&limit=2", role="auditor")).json()
    assert [one["seq"] for one in page["entries"]] == [2, 3]
    assert page["entries"][0]["record"]["kind"] == "TicketIssued"
    assert page["entries"][1]["previous"] == page["entries"][0]["hash"]
    assert page["last_seq"] == 4


async def test_waits_are_estimated_beside_the_commands(working):
    for _ in range(4):
        await working.issue("A")
    assert (await working.day())["services"][0]["wait"] is None, "no counter is open"
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    await working.center.waits.once()
    await working.center.publisher.catch_up()
    shown = (await working.day())["services"][0]
    assert shown["wait"]["high"] > shown["wait"]["low"] >= 0
    assert (shown["waiting"], shown["counters"]) == (3, [1])
    assert shown["next"] == ["A002", "A003", "A004"]
    last = next(one for one in (await working.day())["tickets"] if one["number"] == "A004")
    one = (await working.ask("GET", f"/v1/tickets/{last['id']}")).json()
    assert one["wait"]["high"] > 0


async def test_nobody_waits_where_a_free_counter_does(working):
    await working.open_counter(1)
    assert (await working.day())["services"][0]["wait"] == "now"
    await working.center.waits.once()
    assert (await working.day())["services"][0]["wait"] == "now"


async def test_an_always_open_center_rolls_over_at_midnight(place):
    place.clock.turn_to("2026-10-05T23:59:59+07:00")
    async with place.opened(always_open=True):
        assert (await place.issue("A"))["number"] == "A001"
        place.clock.turn_to("2026-10-06T00:00:00+07:00")
        day = await _tick(place)
        assert (day["date"], day["state"], day["hours"]) == (
            "2026-10-06", "open", [["00:00", "24:00"]],
        )  # fmt: skip
        assert (await place.issue("A"))["number"] == "A001"


def test_hours_without_any_day_find_no_next_opening(clock):
    standing = Hours(frozenset(), ()).standing(clock.now())
    assert (standing.reason, standing.next_opening) == ("day_off", None)
    assert written(standing.until) == "2026-10-06T00:00:00.000+07:00"


async def test_health_and_snapshot_agree_on_the_epoch(working):
    health = (await working.ask("GET", "/v1/health", role=None)).json()
    day = await working.day()
    assert (health["state"], health["epoch"]) == ("well", day["epoch"])
    assert day["center"]["code"] == "26041"
    assert orjson.dumps(day["center"]["name"]).startswith(b'{"vi":"Trung')
