"""The service day: hours, midnight, restarts, help."""

import orjson
import pytest

from layso_queue.center.hours import Hours
from layso_queue.center.stamps import written

pytestmark = pytest.mark.anyio


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
        refused = await place.post("/v1/tickets", {"service": "A"})
        assert refused.json()["code"] == "DAY_CLOSED"
        place.clock.turn_to("2026-10-05T18:59:00+07:00")
        await _tick(place)
        held = await place.ask("GET", f"/v1/tickets/{ticket['id']}")
        assert held.json()["state"] == "waiting", "who holds a number is served out"
        place.clock.turn_to("2026-10-05T19:00:00+07:00")
        await _tick(place)
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
        place.clock.turn_to("2026-10-05T19:30:00+07:00")
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


async def test_a_clean_stop_leaves_no_wal_behind(place):
    async with place.opened():
        await place.issue("A")
    assert [file.name for file in place.path.glob("center.db*")] == ["center.db"]


async def test_health_and_snapshot_agree_on_the_epoch(working):
    health = (await working.ask("GET", "/v1/health", role=None)).json()
    day = await working.day()
    assert (health["state"], health["epoch"]) == ("well", day["epoch"])
    assert day["center"]["code"] == "26041"
    assert orjson.dumps(day["center"]["name"]).startswith(b'{"vi":"Trung')
