"""After a restore: what the kiosk says again comes back, and no number is given twice."""

import pytest

from center_mended import WAITS, alerts, copy, mended, say_again, slip, spoil

pytestmark = pytest.mark.anyio


async def test_without_a_word_of_the_kiosk_no_number_is_given_twice(place, stick):
    async with place.opened():
        given = [(await place.issue("A"))["number"] for _ in range(3)]
        copy(place, stick)
        given += [(await place.issue("A"))["number"] for _ in range(20)]
    spoil(place)
    async with mended(place):
        after = [(await place.issue("A"))["number"] for _ in range(3)]
    assert after == ["A204", "A205", "A206"]
    assert not set(given) & set(after)
    async with mended(place):  # a restart leaps no further
        assert (await place.issue("A"))["number"] == "A207"


async def test_a_second_restore_from_the_same_copy_begins_above_what_the_first_gave(place, stick):
    async with place.opened():
        given = [(await place.issue("A"))["number"]]
        copy(place, stick)
    for _ in range(3):
        spoil(place)
        place.clock.pass_minutes(1)
        async with mended(place):
            await place.center.keeping.returning.reported("D-kiosk", True, all_of_it=False)
            given.append((await place.issue("A"))["number"])
    assert given == ["A001", "A202", "A402", "A602"]


async def test_what_the_kiosk_says_again_comes_back_with_id_number_and_place(place, stick):
    async with place.opened():
        first = await place.issue("A")
        copy(place, stick)
        place.clock.pass_minutes(1)
        lost = [await place.issue("A"), await place.issue("A", priority="elderly")]
    spoil(place)
    place.clock.pass_minutes(1)
    async with mended(place):
        newcomer = await place.issue("A")
        told = await say_again(place, [first, *lost])
        assert told == {"restored": [one["id"] for one in lost], "refused": []}
        day = await place.day()
        assert day["services"][0]["next"][:2] == [lost[1]["number"], first["number"]]
        assert {one["number"] for one in day["tickets"]} == {"A001", "A002", "A003", "A202"}
        again = await place.post("/v1/tickets", {"id": lost[0]["id"], "service": "A"})
        assert (again.status_code, again.json()["number"]) == (200, lost[0]["number"])
        assert await say_again(place, [first, *lost]) == {"restored": [], "refused": []}
        assert await alerts(place) == ["DATABASE_RESTORED"], "nobody is waited for any more"
        assert newcomer["number"] == "A202"
        assert (await place.issue("A"))["number"] == "A203"


async def test_numbers_go_on_above_the_highest_that_came_back(place, stick):
    async with place.opened():
        copy(place, stick)
        lost = [await place.issue("A") for _ in range(4)]
    spoil(place)
    async with mended(place):
        await say_again(place, lost)
        assert (await place.issue("A"))["number"] == "A205", "desks may have given some after A004"


async def test_who_had_left_is_not_called_again(place, stick):
    async with place.opened():
        known = await place.issue("A")
        copy(place, stick)
        lost = await place.issue("A")
    spoil(place)
    async with mended(place):
        body = {"tickets": [slip(one, gone=True) for one in (known, lost)]}
        answer = await place.post("/v1/kiosk-journals", body)
        assert answer.json()["restored"] == [lost["id"]]
        day = await place.day()
        assert day["tickets"] == []


async def test_a_center_that_lost_nothing_calls_nobody_off(working):
    ticket = await working.issue("A")
    body = {"tickets": [slip(ticket, gone=True)]}
    answer = await working.post("/v1/kiosk-journals", body)
    assert answer.json() == {"restored": [], "refused": []}
    assert [one["number"] for one in (await working.day())["tickets"]] == ["A001"]
    assert (await working.issue("A"))["number"] == "A002"


async def test_clashes_and_other_days_are_refused(working):
    ticket = await working.issue("A")
    other = slip(ticket, id=working.new_id())
    old = slip(ticket, id=working.new_id(), number="A009", issued_at="2026-10-04T09:00:00+07:00")
    odd = slip(ticket, id=working.new_id(), number="Q001")
    answer = await working.post("/v1/kiosk-journals", {"tickets": [other, old, odd]})
    refused = answer.json()["refused"]
    assert [one["code"] for one in refused] == ["NUMBER_TAKEN", "TOO_LATE", "NUMBER_UNKNOWN"]
    assert "A001" in refused[0]["detail"]


async def test_a_file_put_back_without_a_word_is_noticed_by_what_kiosks_say(place, stick):
    async with place.opened():
        await place.issue("A")
        made = copy(place, stick)
        lost = [await place.issue("A") for _ in range(3)]
    (place.path / "center.db").write_bytes(made.file.read_bytes())
    async with place.opened():
        assert len((await say_again(place, lost))["restored"]) == 3
        assert (await place.issue("A"))["number"] == "A205"


async def test_staff_end_the_waiting_and_time_does_too(place, stick):
    async with place.opened():
        await place.issue("A")
        copy(place, stick)
    spoil(place)
    async with mended(place):
        await place.sign_in(1, staff="truong", role="supervisor")
        shown = (await place.ask("GET", "/v1/restore", role="supervisor")).json()
        assert (shown["waits"], shown["copy_at"]) == (True, "2026-10-05T09:00:00.000+07:00")
        ended = await place.post("/v1/restore/go-on", role="supervisor")
        assert (ended.status_code, ended.json()["done_by"]) == (200, "truong")
        again = await place.post("/v1/restore/go-on", role="supervisor")
        assert (again.status_code, again.json()["code"]) == (409, "NOTHING_TO_WAIT_FOR")
        assert await alerts(place) == ["DATABASE_RESTORED"]
    spoil(place)
    async with mended(place):
        assert await alerts(place) == WAITS
        place.clock.pass_minutes(121)
        await place.center.keeping.returning.look()
        assert await alerts(place) == ["DATABASE_RESTORED"]


async def test_a_restore_before_the_doors_open_leaves_no_number_out(place, stick):
    async with place.opened():
        await place.issue("A")
        copy(place, stick)
    spoil(place)
    place.clock.turn_to("2026-10-06T06:30:00+07:00")
    async with mended(place):
        place.clock.turn_to("2026-10-06T07:30:00+07:00")
        await place.center.opening.once()
        assert (await place.issue("A"))["number"] == "A001"


async def test_a_day_that_the_copy_does_not_know_begins_above_its_lost_numbers(place, stick):
    async with place.opened():
        await place.issue("A")
        copy(place, stick)
    place.clock.turn_to("2026-10-06T09:00:00+07:00")
    async with place.opened():
        lost = [await place.issue("A") for _ in range(2)]
    spoil(place)
    async with mended(place):
        assert (await place.issue("A"))["number"] == "A201"
        assert len((await say_again(place, lost))["restored"]) == 2
