"""A ticket's way through a working center, over HTTP."""

import pytest

pytestmark = pytest.mark.anyio


async def test_a_number_is_given_once_for_one_id(working):
    id = working.new_id()
    first = await working.post("/v1/tickets", {"id": id, "service": "A"})
    again = await working.post("/v1/tickets", {"id": id, "service": "A"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json()["number"] == "A001"
    assert first.json()["follow_url"].endswith(id)


async def test_a_ticket_has_every_field_of_the_contract(working):
    ticket = await working.issue("H", priority="elderly", dossiers=3, language="en", assisted=True)
    assert ticket == {
        "id": ticket["id"],
        "number": "H001",
        "service": "H",
        "state": "waiting",
        "channel": "kiosk",
        "priority": "elderly",
        "priority_confirmed": False,
        "assisted": True,
        "dossiers": 3,
        "language": "en",
        "issued_at": "2026-10-05T09:00:00.000+07:00",
        "key": "2026-10-05T05:00:00.000+07:00",
        "counter": None,
        "called_at": None,
        "started_at": None,
        "calls": 0,
        "reason": None,
        "reason_text": None,
        "passed": [],
        "ahead": 0,
        "wait": None,
        "paper": "none",
        "follow_url": f"http://127.0.0.1:8026/t/{ticket['id']}",
        "to_counter": None,
    }


async def test_each_waiting_person_is_told_how_many_come_first(working):
    tickets = [await working.issue("A") for _ in range(3)]
    assert [one["ahead"] for one in tickets] == [0, 1, 2]
    elderly = await working.issue("A", priority="elderly")
    assert elderly["ahead"] == 0
    last = (await working.ask("GET", f"/v1/tickets/{tickets[2]['id']}")).json()
    assert last["ahead"] == 3


async def test_first_to_come_is_first_called_and_served(working):
    first, second = await working.issue("A"), await working.issue("A")
    await working.open_counter(1)
    called = await working.post("/v1/counters/1/call-next", role="counter")
    assert called.status_code == 200
    assert (called.json()["id"], called.json()["counter"]) == (first["id"], 1)
    assert (called.json()["reason"], called.json()["calls"]) == ("oldest", 1)
    path = f"/v1/tickets/{first['id']}"
    assert (await working.post(f"{path}/start", role="counter")).json()["state"] == "serving"
    done = await working.post(
        f"{path}/finish", {"outcome": "ok", "dossier_codes": ["H19.42-250725-0001"]}, role="counter"
    )
    assert done.json()["state"] == "served"
    called = await working.post("/v1/counters/1/call-next", role="counter")
    assert called.json()["id"] == second["id"]


async def test_a_repeated_call_calls_nobody_else(working):
    await working.issue("A")
    await working.issue("A")
    await working.open_counter(1)
    body = {"id": working.new_id()}
    first = await working.post("/v1/counters/1/call-next", body, role="counter")
    again = await working.post("/v1/counters/1/call-next", body, role="counter")
    assert first.json() == again.json()


async def test_a_person_who_is_not_there_is_called_again_marked_and_returns(working):
    ticket = await working.issue("A")
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    path = f"/v1/tickets/{ticket['id']}"
    early = await working.post(f"{path}/no-show", role="counter")
    assert (early.status_code, early.json()["code"]) == (409, "TOO_EARLY_NO_SHOW")
    assert (await working.post(f"{path}/recall", role="counter")).json()["calls"] == 2
    assert (await working.post(f"{path}/no-show", role="counter")).json()["state"] == "no_show"
    back = await working.post(f"{path}/return")
    assert (back.json()["state"], back.json()["key"]) == ("waiting", ticket["key"])


async def test_a_parked_person_comes_back_near_the_front(working):
    ticket = await working.issue("A")
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    path = f"/v1/tickets/{ticket['id']}"
    await working.post(f"{path}/start", role="counter")
    assert (await working.post(f"{path}/park", role="counter")).json()["code"] == "REASON_NEEDED"
    parked = await working.post(f"{path}/park", {"reason": "phô tô"}, role="counter")
    assert parked.json()["state"] == "parked"
    await working.issue("A")
    back = (await working.post(f"{path}/resume", role="counter")).json()
    assert (back["state"], back["ahead"]) == ("waiting", 0)


async def test_a_transfer_keeps_number_and_key_and_names_the_counter(working):
    ticket = await working.issue("A")
    await working.open_counter(1)
    await working.sign_in(2, staff="nv02", role="supervisor")
    opened = await working.post("/v1/counters/2/open", role="supervisor")
    assert opened.json()["state"] == "open"
    await working.post("/v1/counters/1/call-next", role="counter")
    path = f"/v1/tickets/{ticket['id']}"
    await working.post(f"{path}/start", role="counter")
    moved = await working.post(
        f"{path}/transfer", {"service": "S", "counter": 2, "reason": "trả kết quả"}, role="counter"
    )
    assert moved.status_code == 200, moved.text
    shown = moved.json()
    assert (shown["number"], shown["key"]) == (ticket["number"], ticket["key"])
    assert (shown["service"], shown["to_counter"]) == ("S", 2)
    assert (await working.day())["services"][7]["waiting"] == 1


async def test_a_ticket_at_another_counter_is_not_ours_but_the_supervisors(working):
    ticket = await working.issue("A")
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    await working.sign_in(2, staff="nv02")
    path = f"/v1/tickets/{ticket['id']}"
    refused = await working.post(f"{path}/start", role="counter")
    assert (refused.status_code, refused.json()["code"]) == (409, "NOT_THIS_COUNTER")
    other = await working.post("/v1/counters/1/pause", {"reason": "x"}, role="counter")
    assert (other.status_code, other.json()["code"]) == (403, "ROLE_NOT_ALLOWED")
    await working.sign_in(2, staff="truong", role="supervisor")
    assert (await working.post(f"{path}/start", role="supervisor")).status_code == 200


async def test_picking_by_hand_needs_a_reason_and_says_whom_it_passed(working):
    await working.issue("A")
    ticket = await working.issue("A")
    await working.open_counter(1)
    path = "/v1/counters/1/call"
    refused = await working.post(path, {"ticket": ticket["id"]}, role="counter")
    assert refused.json()["code"] == "REASON_NEEDED"
    body = {"ticket": ticket["id"], "reason": "người đi cùng xe cứu thương"}
    called = (await working.post(path, body, role="counter")).json()
    assert (called["reason"], called["reason_text"]) == ("picked", body["reason"])
    assert called["passed"] == ["A001"]


async def test_paper_that_failed_is_an_alert_until_paper_comes_again(working):
    ticket = await working.issue("A")
    path = f"/v1/tickets/{ticket['id']}/paper"
    noted = await working.post(path, {"outcome": "failed", "detail": "hết giấy"})
    assert noted.json()["paper"] == "failed"
    alerts = (await working.day())["alerts"]
    assert [(one["code"], one["where"]) for one in alerts] == [("PAPER_FAILED", "D-kiosk")]
    await working.post(path, {"outcome": "printed", "reprint": True})
    assert (await working.day())["alerts"] == []


async def test_a_citizen_leaves_and_a_claim_is_confirmed(working):
    ticket = await working.issue("A", priority="pregnant")
    await working.open_counter(1)
    path = f"/v1/tickets/{ticket['id']}"
    confirmed = await working.post(f"{path}/confirm-priority", role="counter")
    assert confirmed.json()["priority_confirmed"] is True
    left = await working.post(f"{path}/cancel", {"reason": "left"})
    assert left.json()["state"] == "cancelled"
    assert (await working.day())["tickets"] == []


async def test_counters_pause_resume_and_close(working):
    await working.open_counter(3)
    paused = await working.post("/v1/counters/3/pause", {"reason": "họp"}, role="counter")
    assert (paused.json()["state"], paused.json()["reason"]) == ("paused", "họp")
    assert paused.json()["staff"] == "nv01"
    call = await working.post("/v1/counters/3/call-next", role="counter")
    assert call.json()["code"] == "COUNTER_NOT_OPEN"
    assert (await working.post("/v1/counters/3/resume", role="counter")).json()["state"] == "open"
    call = await working.post("/v1/counters/3/call-next", role="counter")
    assert call.json()["code"] == "NOBODY_WAITING"
    assert (await working.post("/v1/counters/3/close", role="counter")).json()["state"] == "closed"


async def test_staff_give_numbers_at_the_desk(working):
    await working.sign_in(1)
    answer = await working.post("/v1/tickets", {"service": "S", "channel": "kiosk"}, role="counter")
    assert (answer.status_code, answer.json()["channel"]) == (201, "staff")


async def test_an_unknown_ticket_counter_or_service_is_not_found(working):
    await working.sign_in(1)
    id = working.new_id()
    for method, path in (
        ("GET", f"/v1/tickets/{id}"),
        ("POST", f"/v1/tickets/{id}/start"),
        ("GET", "/v1/tickets/%00"),
    ):
        answer = await working.ask(method, path, {"id": working.new_id()}, role="counter")
        assert (answer.status_code, answer.json()["code"]) == (404, "TICKET_UNKNOWN")
    for number in ("99", "0", "x", "٣", "999999999999999999999"):
        answer = await working.post(f"/v1/counters/{number}/open", role="counter")
        assert (answer.status_code, answer.json()["code"]) == (404, "COUNTER_UNKNOWN")
    answer = await working.post("/v1/tickets", {"service": "Q"})
    assert (answer.status_code, answer.json()["code"]) == (404, "SERVICE_UNKNOWN")
