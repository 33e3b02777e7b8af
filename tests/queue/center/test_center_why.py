"""Staff and managers read why a ticket was called."""

import pytest

pytestmark = pytest.mark.anyio


async def test_why_is_told_in_the_readers_language_on_its_day_and_later(working):
    first = await working.issue("A")
    old = await working.issue("A", priority="elderly")
    await working.open_counter(1)
    working.clock.pass_minutes(5)
    await working.post("/v1/counters/1/call-next", role="counter")
    path = f"/v1/tickets/{first['id']}/why"
    english = await working.ask("GET", path, role="counter", headers={"Accept-Language": "en"})
    assert english.status_code == 200
    told = english.json()
    assert (told["number"], told["day"]) == ("A001", "2026-10-05")
    assert f"{old['number']}, come at 09:00, called at 09:05 by priority" in told["text"]
    assert "waiting for 5 minutes and is next" in told["text"]
    vietnamese = await working.ask("GET", path, role="province")
    assert vietnamese.json()["text"].startswith("Số A001 (Chứng thực bản sao, chữ ký)")
    working.clock.turn_to("2026-10-06T09:00:00+07:00")
    await working.center.opening.once()
    later = await working.ask("GET", path, role="auditor", headers={"Accept-Language": "en"})
    assert "ran out" in later.json()["text"]


async def test_an_unknown_ticket_is_said_and_kiosks_are_not_told(working):
    ticket = await working.issue("A")
    missing = await working.ask("GET", "/v1/tickets/nobody/why", role="admin")
    assert (missing.status_code, missing.json()["code"]) == (404, "TICKET_UNKNOWN")
    for role in ("kiosk", "display"):
        refused = await working.ask("GET", f"/v1/tickets/{ticket['id']}/why", role=role)
        assert (refused.status_code, refused.json()["code"]) == (403, "ROLE_NOT_ALLOWED")


async def test_reports_read_the_folder_while_the_center_runs(working):
    from layso_queue.reports.past import open_past

    await working.issue("A")
    past = open_past(working.path)
    try:
        day = past.date(None)
        assert day == "2026-10-05"
        assert past.told(day).find("A001") is not None
        await working.issue("A")
        assert past.told(day).find("A002") is not None, "what was committed since is read too"
    finally:
        past.close()
