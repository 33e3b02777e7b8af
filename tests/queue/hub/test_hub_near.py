"""The centers nearest to a place: told with leave, a kilometre wide, and kept by nobody."""

import io
import re

import pytest

from hub_place import CENTER
from hub_reader import words
from layso_queue.hub.log import log_to

HERE = {"latitude": "10.94", "longitude": "106.84"}
NEAR = "/vi/centers/near"

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""The database is asked for nothing but which centers there are."""


def rows(answer):
    return answer.text.count('<li><a href="/vi/c/')


def test_the_ten_nearest_are_listed_with_straight_kilometres(client, hub):
    out = io.StringIO()
    with log_to(out):
        near = client.post(NEAR, data=HERE)
    assert near.status_code == 200
    assert rows(near) == 10
    said = words(near)
    assert "Phường Trấn Biên Đồng Nai, cách chưa đến 1 km Nhận đặt lịch" in said
    assert "đường chim bay" in said
    nearest = [one.code for _, one in hub.directory.near(10.94, 106.84)[:10]]
    assert re.findall(r'<a href="/vi/c/(\d{5})"', near.text) == nearest
    assert near.headers["cache-control"] == "private, no-cache"
    assert "10.94" not in near.text + out.getvalue() + str(near.url)
    finer = client.post(NEAR, data={"latitude": "10.9449999", "longitude": "106.8350001"})
    assert words(finer) == said, "no more than two decimals is read"
    assert 'hreflang="en" href="/en/centers"' in near.text
    assert client.get(NEAR).url.path == "/vi/centers"


def test_where_none_of_ten_takes_bookings_the_nearest_that_does_is_added(client):
    away = client.post(NEAR, data={"latitude": "11.30", "longitude": "107.10"})
    assert rows(away) == 11
    assert "Nơi gần nhất đang nhận đặt lịch Phường Trấn Biên" in words(away)
    assert rows(client.post(NEAR, data={"latitude": "21.03", "longitude": "105.85"})) == 10


def test_a_place_that_is_none_is_answered_with_a_sentence(client):
    for bad in ("", "x", "nan", "inf", "1e1", "91", "-90.1", "١٠", "10.", "9" * 400):
        wrong = client.post(NEAR, data={**HERE, "latitude": bad})
        assert (wrong.status_code, rows(wrong)) == (422, 0), bad
        assert "Vị trí gửi lên không đọc được" in words(wrong)
    assert client.post(NEAR, data={"latitude": "10.94"}).status_code == 422
    other = client.post(NEAR, data=HERE, headers={"origin": "https://elsewhere.example"})
    assert other.status_code == 403


def test_only_pages_that_find_centers_may_ask_where_somebody_is(client):
    for path, allowed in (
        ("/vi/", "(self)"),
        ("/vi/centers?q=an", "(self)"),
        (f"/vi/c/{CENTER}", "()"),
        ("/vi/find", "()"),
        ("/vi/nowhere", "()"),
    ):
        policy = client.get(path).headers["permissions-policy"]
        assert policy == f"geolocation={allowed}, camera=(), microphone=()", path
    home = client.get("/vi/").text
    assert '<form class="near" method="post" action="/vi/centers/near" hidden data-near>' in home
    assert "làm tròn còn khoảng 1 km" in home
