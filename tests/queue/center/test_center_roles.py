"""Who may go which way: every route with every role, and what is said to everybody else."""

import pytest

from layso_queue.center.api.table import WAYS
from layso_queue.center.people.roles import Role

pytestmark = pytest.mark.anyio

MAY = {
    "issue_ticket": "kiosk counter supervisor admin",
    "show_ticket": "kiosk counter supervisor admin province auditor",
    "why_called": "counter supervisor admin province auditor",
    "ticket_return": "kiosk counter supervisor admin",
    "ticket_cancel": "kiosk counter supervisor admin",
    "ticket_paper": "kiosk counter supervisor admin",
    "come_back": "kiosk",
    "check_in": "kiosk counter supervisor admin",
    "hand_over": "kiosk",
    "say_again": "kiosk",
    "card_key": "kiosk",
    "show_day": "kiosk display counter supervisor admin province auditor",
    "show_procedures": "kiosk display counter supervisor admin province auditor",
    "show_closures": "counter supervisor admin province auditor",
    "show_journal": "supervisor admin province auditor",
    "call_help": "kiosk counter supervisor admin",
    "help_came": "kiosk counter supervisor admin",
    "book": "supervisor admin province",
    "cancel_booking": "supervisor admin province",
}
"""Written out once more on purpose; every other way is for those at work."""

AT_WORK = "counter supervisor admin"
OPEN_TO_ALL = {"health", "follow", "metrics"}
NEEDS_NOBODY_SIGNED_IN = {
    "show_ticket", "why_called", "show_day", "show_procedures", "show_journal", "sign_in",
    "sign_out", "call_help", "help_came", "book", "cancel_booking", "show_closures",
}  # fmt: skip
IN_CHARGE_ONLY = {
    "open_day", "close_day", "close_service", "reopen_service", "go_on", "retry_set_aside",
    "dismiss_set_aside", "take_over", "close_for_a_while",
}  # fmt: skip


def _path(way):
    return way.path.replace("{id}", "x").replace("{number}", "1").replace("{code}", "A")


async def test_every_route_with_every_role(working):
    seen = 0
    for way in WAYS:
        for role in [None, *Role]:
            answer = await working.ask(
                way.method, _path(way), b"not json", role=role and role.value, signed_in=False
            )
            code = (
                answer.json().get("code")
                if "json" in answer.headers.get("content-type", "")
                else None
            )
            if way.name in OPEN_TO_ALL:
                assert code not in ("NOT_ENROLLED", "ROLE_NOT_ALLOWED", "SIGN_IN_NEEDED")
            elif role is None:
                assert (answer.status_code, code) == (401, "NOT_ENROLLED"), way.name
            elif role.value not in MAY.get(way.name, AT_WORK).split():
                assert (answer.status_code, code) == (403, "ROLE_NOT_ALLOWED"), (way.name, role)
            elif role.value in AT_WORK.split() and way.name not in NEEDS_NOBODY_SIGNED_IN:
                assert (answer.status_code, code) == (403, "SIGN_IN_NEEDED"), (way.name, role)
            else:
                assert code not in ("NOT_ENROLLED", "ROLE_NOT_ALLOWED", "SIGN_IN_NEEDED")
            seen += 1
    assert seen == len(WAYS) * 8


async def test_only_who_is_in_charge_opens_and_closes_the_day(working):
    await working.sign_in(1)
    await working.sign_in(1, staff="truong", role="supervisor")
    for way in WAYS:
        if way.name in IN_CHARGE_ONLY:
            answer = await working.post(_path(way), role="counter")
            assert (answer.status_code, answer.json()["code"]) == (403, "ROLE_NOT_ALLOWED")
            answer = await working.post(_path(way), role="supervisor")
            assert answer.status_code != 403


@pytest.mark.parametrize("token", ["", "x", "Bearer", "Bearer ", "Basic abc", "Bearer " + "0" * 64])
async def test_a_wrong_token_is_not_enrolled(working, token):
    answer = await working.ask("GET", "/v1/day", role=None, headers={"Authorization": token})
    assert (answer.status_code, answer.json()["code"]) == (401, "NOT_ENROLLED")
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_session_counts_only_on_its_own_device_and_until_it_ends(working):
    await working.sign_in(1)
    session = {"Layso-Session": working.sessions["counter"]}
    other = await working.post("/v1/counters/1/open", role="supervisor", headers=session)
    assert other.json()["code"] == "SIGN_IN_NEEDED"
    assert (await working.ask("DELETE", "/v1/sessions", role="counter")).status_code == 204
    ended = await working.post("/v1/counters/1/open", role="counter")
    assert ended.json()["code"] == "SIGN_IN_NEEDED"
    await working.sign_in(1)
    working.clock.pass_minutes(12 * 60 + 1)
    over = await working.post("/v1/counters/1/open", role="counter")
    assert over.json()["code"] == "SIGN_IN_NEEDED"


async def test_a_session_outlives_a_restart(place):
    async with place.opened():
        await place.sign_in(1)
        session = dict(place.sessions)
    async with place.opened():
        place.sessions.update(session)
        assert (await place.post("/v1/counters/1/open", role="counter")).status_code == 200


async def test_five_wrong_pins_make_the_next_one_wait(working):
    wrong = {"staff": "nv01", "pin": "000000", "counter": 1}
    right = {**wrong, "pin": "260411"}
    for _ in range(5):
        answer = await working.ask("POST", "/v1/sessions", wrong, role="counter")
        assert (answer.status_code, answer.json()["code"]) == (403, "PIN_WRONG")
    answer = await working.ask("POST", "/v1/sessions", right, role="counter")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "30")
    assert "30" in answer.json()["detail"]
    other_person = await working.ask(
        "POST", "/v1/sessions", {**right, "staff": "nv02"}, role="counter"
    )
    assert other_person.status_code == 429, "the device is slowed down too"
    working.clock.pass_minutes(0.51)
    assert (await working.ask("POST", "/v1/sessions", right, role="counter")).status_code == 201


async def test_an_unknown_person_hears_the_same_as_one_with_a_wrong_pin(working):
    body = {"staff": "nobody", "pin": "1234", "counter": 1}
    answer = await working.ask("POST", "/v1/sessions", body, role="counter")
    assert (answer.status_code, answer.json()["code"]) == (403, "PIN_WRONG")
    body["counter"] = 44
    answer = await working.ask("POST", "/v1/sessions", body, role="counter")
    assert (answer.status_code, answer.json()["code"]) == (404, "COUNTER_UNKNOWN")


async def test_boards_and_kiosks_see_only_public_fields(working):
    await working.issue("A", priority="disabled")
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    all_of_it, public = await working.day("counter"), await working.day("display")
    assert all_of_it["tickets"][0]["priority"] == "disabled"
    assert set(public["tickets"][0]) == {
        "id", "number", "service", "state", "counter", "issued_at", "called_at", "calls", "paper",
    }  # fmt: skip
    assert public["calls"][0]["reason"] is None
    assert all_of_it["calls"][0]["reason"] == "priority"
    assert public["counters"][0]["staff"] is None
    assert all_of_it["counters"][0]["staff"] == "nv01"


async def test_a_device_enrolled_or_removed_beside_the_center_counts_soon(working, monkeypatch):
    from layso_queue.center.people import devices
    from layso_queue.center.people.tokens import hashed, new_token
    from layso_queue.center.storage import DeviceRow

    monkeypatch.setattr(devices, "AGAIN_AFTER_S", -1.0)
    token = new_token()
    headers = {"Authorization": f"Bearer {token}"}
    assert (await working.ask("GET", "/v1/day", role=None, headers=headers)).status_code == 401
    working.center.register.enrol(DeviceRow("K9", "kiosk", hashed(token), 0))
    assert (await working.ask("GET", "/v1/day", role=None, headers=headers)).status_code == 200
    working.center.register.remove_device("K9")
    monkeypatch.setattr(devices, "FRESH_FOR_S", -1.0)
    assert (await working.ask("GET", "/v1/day", role=None, headers=headers)).status_code == 401


async def test_a_disk_that_fails_just_now_turns_nobody_out(working, monkeypatch):
    from layso_queue.center.people import devices
    from layso_queue.center.storage import StoreFailed

    assert (await working.ask("GET", "/v1/day")).status_code == 200

    def failing(_):
        raise StoreFailed("disk I/O error")

    monkeypatch.setattr(devices, "FRESH_FOR_S", -1.0)
    monkeypatch.setattr(devices, "AGAIN_AFTER_S", -1.0)
    monkeypatch.setattr(type(working.center.register), "devices", failing)
    assert (await working.ask("GET", "/v1/day")).status_code == 200
    unknown = {"Authorization": "Bearer unknown"}
    failed = await working.ask("GET", "/v1/day", role=None, headers=unknown)
    assert (failed.status_code, failed.json()["code"]) == (503, "STORE_FAILED")
