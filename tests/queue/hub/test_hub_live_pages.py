"""Pages that change with the lines: a followed ticket, a center's waits, the province's table."""

import re

import pytest
from sqlalchemy import update

from hub_place import CENTER
from hub_reader import words
from layso_queue.hub.pages.staffing import safe
from layso_queue.hub.storage.live import show_ticket, stand
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.tables import centers

PASSWORD = "mat-khau-rat-dai"


def _ticket(number, state, key, counter=None):
    name = f"t{number}"
    return LiveTicket(
        name, CENTER, "2026-10-05", f"A{number:03}", "A", state, "kiosk", counter, key, 0, None, 0
    )


def _told(database, clock, **service):
    one = {"code": "A", "open": True, "waiting": 5, "low": 10, "high": 25, **service}
    told = {"n": 1, "at": clock.ms, "day": "2026-10-05", "open": True, "services": [one]}
    database.write(lambda c: stand(c, CENTER, 1, clock.ms, told))


def test_a_followed_ticket_says_how_many_are_before_and_when_to_go(client, database, clock, hub):
    rows = [_ticket(n, "waiting", n) for n in range(1, 6)] + [_ticket(9, "called", 0, 3)]
    database.write(lambda c: [show_ticket(c, row) for row in rows])
    _told(database, clock)
    hub.centers.heard(CENTER, clock.ms)
    last = words(client.get("/vi/t/t5"))
    assert "Còn 4 người trước bạn" in last
    assert "Chờ khoảng 8–20 phút" in last
    assert "Mời bạn đến trung tâm ngay" not in last
    _told(database, clock, low=0, high=5)
    assert "Chờ dưới" in words(client.get("/vi/t/t5"))
    assert "Bạn là người kế tiếp" in words(client.get("/vi/t/t1"))
    assert "Mời bạn đến trung tâm ngay" in words(client.get("/vi/t/t3"))
    called = client.get("/vi/t/t9")
    assert "Mời đến quầy 3" in words(called)
    assert "<title>Mời đến quầy 3" in called.text
    assert client.get("/t/t9", headers={"accept-language": "en"}).url.path == "/en/t/t9"


def test_a_ticket_waits_as_its_center_told_it(client, database, clock, hub):
    """Not in proportion to the people before: of the same line some are called far later."""
    rows = [_ticket(n, "waiting", n) for n in range(1, 10)]
    database.write(lambda c: [show_ticket(c, row) for row in rows])
    lunch = {"before": clock.ms + 3_600_000, "after": clock.ms + 7_200_000}
    stretches = [
        {"to": 4, "low": 15, "high": 75, "before": None, "after": None},
        {"to": 6, "low": None, "high": None, "before": None, "after": None},
        {"to": 7, "low": 60, "high": 150, **lunch},
    ]
    _told(database, clock, waiting=7, low=90, high=105, line=stretches)
    hub.centers.heard(CENTER, clock.ms)
    said = {n: words(client.get(f"/vi/t/t{n}")) for n in (2, 5, 7, 9)}
    assert "15–75 phút" in said[2]
    assert "Chưa tính được thời gian chờ" in said[5]
    assert "trước 09:00 hoặc sau 10:00" in said[7]
    assert "90–105 phút" in said[9], "who came after it was told waits as who comes now"


def test_while_a_center_is_silent_nobody_is_sent_anywhere(client, database, clock, hub):
    rows = [_ticket(1, "waiting", 1), _ticket(5, "waiting", 5), _ticket(9, "called", 0, 3)]
    database.write(lambda c: [show_ticket(c, row) for row in rows])
    _told(database, clock)
    hub.centers.heard(CENTER, clock.ms)
    clock.pass_minutes(6)
    first, last, called = (words(client.get(f"/vi/t/t{n}")) for n in (1, 5, 9))
    assert "mất kết nối từ 08:00 Tin cuối cùng nhận được: bạn là người kế tiếp." in first
    assert "còn 1 người trước bạn" in last
    assert "số này được mời đến quầy 3" in called
    for said in (first, last, called):
        assert "vẫn có hiệu lực" in said
        assert not re.search("đến trung tâm ngay|Chờ khoảng|Mời đến quầy|Còn 1", said), said


def test_what_was_heard_days_ago_has_its_date_and_old_tickets_are_over(
    client, database, clock, hub
):
    rows = [_ticket(1, "waiting", 1), _ticket(9, "called", 0, 3), _ticket(4, "served", 4)]
    database.write(lambda c: [show_ticket(c, row) for row in rows])
    hub.centers.heard(CENTER, clock.ms)
    clock.pass_minutes(3 * 24 * 60)
    silent = words(client.get(f"/vi/c/{CENTER}"))
    assert "mất kết nối với mạng từ 08:00 ngày 05/10/2026" in silent
    for name in ("t1", "t9"):
        old = client.get(f"/en/t/{name}")
        assert "This number was for 05/10/2026, which is over" in words(old)
        assert f'href="/en/c/{CENTER}"' in old.text
        assert "data-live" not in old.text
        assert "counter 3" not in old.text
    assert "Đã phục vụ xong" in words(client.get("/vi/t/t4"))
    behind = update(centers).values(offset_ms=-3 * 24 * 60 * 60_000, heard_at=clock.ms)
    database.write(lambda c: c.execute(behind))
    assert "Bạn là người kế tiếp" in words(client.get("/vi/t/t1")), "its day by its own clock"


def test_a_center_page_shows_live_waits_until_the_center_is_silent(client, database, clock, hub):
    hub.centers.heard(CENTER, clock.ms)
    _told(database, clock)
    assert "5 người đang chờ, chờ khoảng 10–25 phút" in words(client.get(f"/vi/c/{CENTER}"))
    _told(database, clock, low=0, high=5)
    assert "5 người đang chờ, chờ dưới 5 phút" in words(client.get(f"/vi/c/{CENTER}"))
    clock.pass_minutes(6)
    silent = words(client.get(f"/vi/c/{CENTER}"))
    assert "đang mất kết nối với mạng từ 08:00" in silent
    assert "người đang chờ" not in silent


def test_staff_see_all_centers_after_signing_in_only(client, hub, database, clock):
    assert client.get("/vi/staff").url.path == "/vi/staff/sign-in"
    hub.staff.add("canbo", PASSWORD)
    wrong = client.post("/vi/staff/sign-in", data={"name": "canbo", "password": "x"})
    assert (wrong.status_code, "chưa đúng" in words(wrong)) == (403, True)
    inside = client.post("/vi/staff/sign-in", data={"name": "canbo", "password": PASSWORD})
    assert inside.url.path == "/vi/staff"
    assert "1 trung tâm im lặng quá 5 phút" in words(inside)
    hub.centers.heard(CENTER, clock.ms)
    _told(database, clock, waiting=7, high=42)
    table = words(client.get("/vi/staff"))
    assert "Phường Trấn Biên 26041 Đồng Nai Đang mở" in table
    assert "42 phút" in table
    rows = client.get("/vi/staff/centers.csv").content.decode("utf-8-sig").splitlines()
    assert rows[0].startswith("Trung tâm,Mã,")
    assert rows[1].startswith("Phường Trấn Biên,26041,Đồng Nai,Đang mở,05/10/2026 08:00,7,42,0,")
    client.post("/vi/staff/sign-out")
    assert client.get("/vi/staff/centers.csv").url.path == "/vi/staff/sign-in"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_of_an_export_is_a_formula(cell):
    assert safe(cell)[0] == "'"
    assert safe("Trấn Biên") == "Trấn Biên"
