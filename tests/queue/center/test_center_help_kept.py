"""A call for help stands until somebody has come, whether or not the center starts anew between."""

import pytest

from layso_queue.center.storage import HelpCalls, StoreFailed

pytestmark = pytest.mark.anyio


def asked(place):
    """Return where helpers are asked for, and why."""
    return [(one.where, one.about, one.since) for one in place.center.alerts.all()]


async def test_a_restart_keeps_a_call_until_a_helper_comes(place, until):
    called = {"id": place.new_id(), "where": "K1", "about": "home"}
    at = place.clock.now()
    async with place.opened():
        for _ in range(2):
            assert (await place.post("/v1/help", called)).status_code == 202
        came = {"id": place.new_id(), "where": "3", "about": "counter"}
        await place.post("/v1/help", came)
        gone = await place.ask("DELETE", f"/v1/help/{came['id']}", role="counter")
        assert gone.status_code == 204
    place.clock.pass_minutes(2)
    async with place.opened():
        await until(lambda: asked(place) == [("K1", "home", at)])
        gone = await place.ask("DELETE", f"/v1/help/{called['id']}", role="counter")
        assert gone.status_code == 204
    async with place.opened():
        await until(lambda: place.center.keeping.helping.looked)
        assert asked(place) == []


async def test_nobody_waits_for_a_helper_longer_than_a_quarter_of_an_hour(place, until):
    async with place.opened():
        await place.post("/v1/help", {"where": "K1", "about": "home"})
        place.clock.pass_minutes(10)
        await place.post("/v1/help", {"where": "K2", "about": "home"})
        place.clock.pass_minutes(6)
        place.center.keeping.helping.let_end()
        assert [where for where, _, _ in asked(place)] == ["K2"]
    place.clock.pass_minutes(10)
    async with place.opened():
        await until(lambda: place.center.keeping.helping.looked)
        assert asked(place) == []


async def test_staff_read_who_calls_and_a_sentence_where_there_is_one(working):
    why = "Người giữ số A012 không thấy phiếu."
    for where, about in (("K1", "home"), ("K2", why), ("counter-3", "A012")):
        await working.post("/v1/help", {"where": where, "about": about})
    texts = [one["text"]["vi"] for one in (await working.day())["alerts"]]
    assert texts == [
        "K1 gọi hỗ trợ.", f"K2 gọi hỗ trợ. {why}", "Quầy 3 gọi hỗ trợ. A012",
    ]  # fmt: skip


async def test_a_call_that_cannot_be_kept_is_a_call_all_the_same(working, monkeypatch):
    def full(*_):
        raise StoreFailed

    monkeypatch.setattr(HelpCalls, "keep", full)
    monkeypatch.setattr(HelpCalls, "forget", full)
    called = {"id": working.new_id(), "where": "K1", "about": "home"}
    assert (await working.post("/v1/help", called)).status_code == 202
    assert [one["where"] for one in (await working.day())["alerts"]] == ["K1"]
    gone = await working.ask("DELETE", f"/v1/help/{called['id']}", role="counter")
    assert gone.status_code == 204
    assert (await working.day())["alerts"] == []
