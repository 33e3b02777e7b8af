"""Who comes back to the kiosk with her number waits again, or hears what became of it."""

from typing import Any

import pytest

from layso_queue.line.states import TicketState

pytestmark = pytest.mark.anyio


async def at_counter(place: Any, *moves: str, number: int = 1) -> dict[str, Any]:
    """Have counter 1 call and move the next ticket; return it as it stands then."""
    told = (await place.post(f"/v1/counters/{number}/call-next", role="counter")).json()
    for move in moves:
        body = {"park": {"reason": "phô tô"}, "cancel": {"reason": "khách về"}}.get(move, {})
        answer = await place.post(f"/v1/tickets/{told['id']}/{move}", body, role="counter")
        assert answer.status_code == 200, answer.text
        told = answer.json()
    return dict(told)


async def back(place: Any, **about: str) -> tuple[int, dict[str, Any]]:
    answer = await place.post("/v1/come-backs", about)
    return answer.status_code, answer.json()


async def journal(place: Any, kind: str) -> list[dict[str, Any]]:
    await place.sign_in(1, staff="truong", role="supervisor")
    told = (await place.ask("GET", "/v1/journal?after=0&limit=500", role="supervisor")).json()
    return [one for one in told["entries"] if one["kind"] == kind]


async def test_who_was_sent_for_papers_waits_again_with_her_old_place(working: Any) -> None:
    await working.open_counter(1)
    first = await working.issue("A")
    await at_counter(working, "start", "park")
    await working.issue("A")
    status, told = await back(working, number="a001")
    assert (status, told["id"], told["state"]) == (200, first["id"], "waiting")
    assert (told["key"], told["ahead"]) == (first["key"], 0)
    assert told["wait"] is not None, "minutes are told at once"
    (entry,) = await journal(working, "TicketResumed")
    assert entry["actor"] == "D-kiosk"


async def test_asked_twice_she_comes_back_once(working: Any) -> None:
    await working.open_counter(1)
    await working.issue("A")
    await at_counter(working, "start", "park")
    body = {"id": working.new_id(), "number": "A001"}
    answers = [await working.post("/v1/come-backs", body) for _ in range(2)]
    assert [one.json()["state"] for one in answers] == ["waiting", "waiting"]
    assert (await back(working, number="A001"))[1]["state"] == "waiting"
    assert len(await journal(working, "TicketResumed")) == 1


async def test_who_missed_her_call_returns_by_her_slip(working: Any) -> None:
    await working.open_counter(1)
    first = await working.issue("A")
    await at_counter(working, "recall", "no-show")
    status, told = await back(working, ticket=first["id"])
    assert (status, told["state"], told["number"]) == (200, "waiting", "A001")


async def test_any_counter_takes_back_what_was_done_at_the_kiosk(working: Any) -> None:
    await working.open_counter(1)
    ticket = await working.issue("A")
    path = f"/v1/tickets/{ticket['id']}"
    await at_counter(working, "start", "park")
    assert (await back(working, number="A001"))[1]["state"] == "waiting"
    await working.sign_in(2)
    undone = await working.post(f"{path}/undo", role="counter")
    assert (undone.status_code, undone.json()["state"]) == (200, "parked")
    parking = await working.post(f"{path}/undo", role="counter")
    assert parking.json()["code"] == "NOT_THIS_COUNTER", "the parking itself is counter 1's"


async def test_parked_for_one_counter_she_goes_back_there(working: Any) -> None:
    await working.open_counter(1)
    ticket = await working.issue("A")
    await at_counter(working, "start")
    sent = {"counter": 1, "reason": "làm tiếp"}
    path = f"/v1/tickets/{ticket['id']}"
    assert (await working.post(f"{path}/transfer", sent, role="counter")).status_code == 200
    await at_counter(working, "start", "park")
    status, told = await back(working, number="A001")
    assert (status, told["to_counter"], told["ahead"]) == (200, 1, 0)


async def test_every_other_state_has_a_sentence_of_its_own(working: Any) -> None:
    await working.open_counter(1)
    said: dict[str, str] = {}

    async def refused(code: str, **about: str) -> None:
        status, told = await back(working, **about)
        assert (status, told["code"]) == (404 if "TODAY" in code else 409, code)
        assert "None" not in told["detail"]
        said[code] = told["detail"]

    ticket = await working.issue("A")
    path = f"/v1/tickets/{ticket['id']}"
    await at_counter(working)
    await refused("NUMBER_CALLED", number="A001")
    await working.post(f"{path}/start", role="counter")
    await refused("NUMBER_SERVING", number="A001")
    await working.post(f"{path}/finish", role="counter")
    await refused("NUMBER_SERVED", number="A001")
    gone = await working.issue("A")
    await working.post(f"/v1/tickets/{gone['id']}/cancel", {"reason": "về"})
    await refused("NUMBER_CANCELLED", number="A002")
    await refused("NUMBER_NOT_TODAY", number="H123")
    await working.issue("A")
    await working.sign_in(1, staff="truong", role="supervisor")
    closed = await working.post("/v1/day/close", role="supervisor")
    assert closed.status_code == 200, closed.text
    await refused("NUMBER_EXPIRED", number="A003")
    assert len(set(said.values())) == len(TicketState) - 3 + 1
    assert "quầy 1" in said["NUMBER_CALLED"]
    assert "H123" in said["NUMBER_NOT_TODAY"]


async def test_a_slip_of_yesterday_is_told_so_with_its_number(working: Any) -> None:
    await working.issue("A")
    old = await working.issue("A")
    for moment in ("05T17:00:00", "05T19:00:00", "06T08:00:00"):
        working.clock.turn_to(f"2026-10-{moment}+07:00")
        await working.center.opening.once()
    await working.issue("A")
    for about in ({"ticket": old["id"]}, {"number": "A002"}):
        status, told = await back(working, **about)
        assert (status, told["code"]) == (404, "NUMBER_NOT_TODAY"), about
        assert "A002" in told["detail"]
    assert (await back(working, number="A001"))[0] == 200


async def test_a_slip_that_nobody_knows_and_an_empty_question(working: Any) -> None:
    status, told = await back(working, ticket=working.new_id())
    assert (status, told["code"]) == (404, "TICKET_UNKNOWN")
    status, told = await back(working)
    assert (status, told["code"]) == (422, "BAD_INPUT")
