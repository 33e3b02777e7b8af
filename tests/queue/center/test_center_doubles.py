"""The doubles that windows are tested with tell a day as the real center does, role by role."""

from typing import Any

import pytest

from center_place import Place
from center_roles import seen_by
from fake_center import a_day
from layso_queue.center.sync import watching
from line_day import Clock, at
from line_link import LineLink

HUB = '[hub]\nurl = "http://127.0.0.1:9"\nkey = "k"\n'
LISTS = ("services", "counters", "tickets", "calls", "alerts")


def shape(day: dict[str, Any]) -> dict[str, Any]:
    """The names of all parts, and of what is in them."""
    found = {name: set(day[name]) for name in ("center", "day")}
    found |= {name: set(day[name][0]) if day.get(name) else None for name in LISTS}
    return found | {"all": set(day) - {"epoch", "seq"}, "web": set(day["day"].get("web", ()))}


@pytest.fixture
async def called(place: Place, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(watching, "LOOK_S", 0.02)
    file = place.path / "settings.toml"
    file.write_text(file.read_text() + HUB)
    async with place.opened():
        await place.open_counter()
        await place.issue()
        await place.issue()
        await place.post("/v1/counters/1/call-next", role="counter")
        await place.post("/v1/help", {"where": "K1", "about": "home"})
        yield place


@pytest.mark.anyio
@pytest.mark.parametrize("role", ["kiosk", "display", "counter", "supervisor"])
async def test_the_fake_center_tells_each_role_what_the_real_one_does(
    called: Place, role: str
) -> None:
    fake, real = seen_by(role, a_day()), shape(await called.day(role))
    assert (real.pop("alerts") is None) == (role in ("kiosk", "display"))
    assert real.pop("calls")
    assert {name: part for name, part in shape(fake).items() if name in real} == real


@pytest.mark.anyio
async def test_the_line_behind_a_counter_s_window_tells_nothing_that_no_center_tells(
    called: Place,
) -> None:
    link = LineLink(Clock(at("08:15")))
    link.come("A", "08:00")
    link.tell()
    line, real = shape(link.mirror.as_snapshot()), shape(await called.day("counter"))
    for name, part in line.items():
        assert part is None or part <= real[name], name
    assert await called.day("kiosk") != await called.day("counter")


@pytest.mark.anyio
@pytest.mark.parametrize("role", ["kiosk", "counter"])
async def test_a_center_without_a_hub_says_so(working: Place, role: str) -> None:
    assert (await working.day(role))["day"]["hub"] is None


@pytest.mark.anyio
async def test_everybody_is_told_since_when_the_web_queue_is_out_of_reach(
    called: Place, until: Any
) -> None:
    center = called.center
    assert center is not None
    fresh = (await called.day("kiosk"))["day"]["hub"]
    assert fresh == {"state": "fresh", "since": None}
    called.clock.pass_minutes(2.5)
    await until(lambda: "HUB_AWAY" in {one.code for one in center.alerts.all()})
    await center.publisher.catch_up()
    for role in ("kiosk", "display", "counter"):
        hub = (await called.day(role))["day"]["hub"]
        assert hub == {"state": "away", "since": "2026-10-05T09:00:00.000+07:00"}
