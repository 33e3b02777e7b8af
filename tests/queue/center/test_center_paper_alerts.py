"""What a kiosk says of its printer beside a slip is an alert until a slip comes without it."""

import pytest

pytestmark = pytest.mark.anyio

PATH = "/v1/tickets/{id}/paper"
LOW = "Giấy in sắp hết. Vui lòng chuẩn bị cuộn giấy mới."


async def told(place, outcome="printed", detail="", **more):
    ticket = await place.issue("A")
    body = {"outcome": outcome, "detail": detail}
    answer = await place.post(PATH.format(**ticket), body, **more)
    assert answer.status_code == 200, answer.text


async def alerts_of(place, *fields):
    return [tuple(one[name] for name in fields) for one in (await place.day())["alerts"]]


async def test_a_roll_that_runs_low_is_an_alert_until_a_slip_comes_without_it(working):
    await told(working)
    assert await alerts_of(working, "code") == []
    await told(working, detail="PAPER_LOW")
    expected = [("PAPER_LOW", "D-kiosk", LOW)]
    assert await alerts_of(working, "code", "where", "about") == expected
    await told(working)
    assert await alerts_of(working, "code") == []


async def test_the_alert_is_raised_once_and_says_since_when(working, clock):
    await told(working, detail="PAPER_LOW")
    first = await alerts_of(working, "id", "since")
    clock.pass_minutes(7)
    await told(working, detail="PAPER_LOW")
    assert await alerts_of(working, "id", "since") == first
    assert len(first) == 1


async def test_a_slip_that_did_not_come_out_says_nothing_of_a_new_roll(working):
    await told(working, detail="PAPER_LOW")
    await told(working, "failed", "PAPER_OUT")
    await told(working, "unknown", "STALLED")
    assert sorted(await alerts_of(working, "code")) == [("PAPER_FAILED",), ("PAPER_LOW",)]
    await told(working)
    assert await alerts_of(working, "code") == []


async def test_a_cause_and_a_low_roll_come_in_one_report(working):
    await told(working, "unknown", "CUTTER PAPER_LOW")
    assert sorted(await alerts_of(working, "code")) == [("PAPER_FAILED",), ("PAPER_LOW",)]
    await told(working, detail="PAPER_LOW")
    assert await alerts_of(working, "code") == [("PAPER_LOW",)]


async def test_each_printer_has_its_own_roll(working):
    await working.open_counter(1)
    await told(working, detail="PAPER_LOW")
    await told(working, role="counter")
    assert await alerts_of(working, "code", "where") == [("PAPER_LOW", "D-kiosk")]
    await told(working, detail="PAPER_LOW", role="counter")
    both = [("PAPER_LOW", "D-kiosk"), ("PAPER_LOW", "D-counter")]
    assert await alerts_of(working, "code", "where") == both


async def test_a_suspect_printer_is_an_alert_of_its_own(working):
    await told(working, detail="PRINTER_SUSPECT")
    ((code, where, about),) = await alerts_of(working, "code", "where", "about")
    assert (code, where) == ("PRINTER_SUSPECT", "D-kiosk")
    assert "không thấy phiếu" in about
    await told(working, detail="PAPER_LOW")
    assert await alerts_of(working, "code") == [("PAPER_LOW",)]


@pytest.mark.parametrize("detail", ["", "paper_low", "NOT_PAPER_LOW", "PAPER_LOWER"])
async def test_only_the_word_itself_is_heard(working, detail):
    await told(working, detail=detail)
    assert await alerts_of(working, "code") == []


async def test_a_restarted_center_still_knows_that_the_roll_is_low(place):
    async with place.opened():
        await told(place, detail="PAPER_LOW")
    async with place.opened():
        assert await alerts_of(place, "code", "where") == [("PAPER_LOW", "D-kiosk")]
        await told(place)
        assert await alerts_of(place, "code") == []


async def test_the_counters_hear_of_it_and_the_board_in_the_hall_does_not(working):
    await told(working, detail="PAPER_LOW")
    assert [one["code"] for one in (await working.day("counter"))["alerts"]] == ["PAPER_LOW"]
    assert (await working.day("display"))["alerts"] == []
