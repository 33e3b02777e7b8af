"""The province at a glance: warm by minutes, words beside colours, a fixed place for each."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from hub_center import FarCenter
from hub_reader import words
from layso_assets.languages import Texts
from layso_queue.hub.pages.heat import compared, tiles
from layso_queue.hub.pages.province import Line
from layso_queue.sync.status import ServiceStatus, Status

ORDER = ("Bình Tân", "Dầu Giây", "Đa Kia", "Long Hà", "Trấn Biên")
UNORDERED = ("Xã Đa Kia", "Phường Trấn Biên", "Xã Long Hà", "Xã Dầu Giây", "Xã Bình Tân")
PASSWORD = "mat-khau-rat-dai"


def _line(code: str, longest: int | None, state: str = "open") -> Line:
    return Line(
        name=f"Phường {code}",
        code=code,
        province="Đồng Nai",
        state=state,
        heard_at=1,
        waiting=1,
        longest=longest,
        bookings=0,
        free=0,
        offset_s=0,
        frozen=False,
        aside=0,
        why="",
    )


def test_open_centers_are_compared_and_the_others_left_out():
    rows = [_line("1", 10), _line("2", 25), _line("3", 70), _line("4", 90, "silent")]
    assert compared(rows) == {"n": 3, "middle": 25, "longest": 70, "over": 1}
    assert compared([_line("1", None), _line("2", 30, "closed")]) is None


def test_each_center_has_its_place_by_the_name_of_its_commune():
    asked = SimpleNamespace(texts=Texts("vi"))
    rows = [replace(_line(str(n), 5), name=name) for n, name in enumerate(UNORDERED)]
    assert [one.name for one in tiles(asked, rows)] == sorted(
        UNORDERED, key=lambda name: ORDER.index(name.split(" ", 1)[1])
    )


@pytest.mark.parametrize(
    ("high", "open_", "seen"),
    [
        (14, True, ("warm0", "14 phút")),
        (15, True, ("warm1", "15 phút")),
        (45, True, ("warm2", "45 phút")),
        (60, True, ("warm3", "60 phút")),
        (60, False, ("warm0 resting", "Đang nghỉ")),
    ],
)
def test_a_tile_says_in_words_what_its_colour_says(client, hub, clock, high, open_, seen):
    hub.long_poll_s = 0.0
    far = FarCenter(client, clock)
    service = ServiceStatus(code="A", open=open_, waiting=4, low=5, high=high)
    now = clock.ms
    far.push(status=Status(services=(service,), n=1, at=now, day="2026-10-05", open=open_))
    hub.staff.add("canbo", PASSWORD)
    page = client.post("/vi/staff/sign-in", data={"name": "canbo", "password": PASSWORD})
    (tile,) = re.findall(r'<a class="(warm[^"]*)" href="#(center-\d+)">(.*?)</a>', page.text)
    assert tile[0] == seen[0]
    assert tile[2].endswith(seen[1])
    assert f'id="{tile[1]}"' in page.text
    assert ("1 trung tâm đang mở; một nửa chờ không quá" in words(page)) is open_
