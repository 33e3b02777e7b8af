"""What staff and operation centers see of trouble: long waits, silence, stopped sales, strays."""

import pytest

from hub_center import FarCenter
from hub_place import CENTER
from hub_reader import words
from layso_queue.hub.storage import CenterRow
from layso_queue.hub.storage.live import show_ticket
from layso_queue.hub.storage.lives import new_life
from layso_queue.hub.storage.overview import aside_of_all
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.tables import notices
from layso_queue.sync import Kind
from layso_queue.sync.status import ServiceStatus, Status

PASSWORD = "mat-khau-rat-dai"
KEY = "k" * 64


@pytest.fixture
def far(client, hub, clock):
    hub.long_poll_s = 0.0
    return FarCenter(client, clock)


def strays(far):
    """Tell one event that cannot be read, one that waits for it, and one of an unknown kind."""
    bad = {"document": {"services": "none"}}
    far.push(far.event("weather.changed", "sky", {}))
    far.clock.pass_minutes(1)
    far.push(far.event(Kind.CATALOGUE_SET, "catalogue", bad))
    far.clock.pass_minutes(1)
    far.push(far.event(Kind.CATALOGUE_SET, "catalogue", bad, 2))


def tell(far, *lines):
    services = tuple(
        ServiceStatus(code=code, open=True, waiting=n, low=low, high=high)
        for code, n, low, high in lines
    )
    now = far.clock.ms
    far.push(status=Status(n=1, at=now, day="2026-10-05", open=True, services=services))


def signed_in(client, hub, language="vi"):
    hub.staff.add("canbo", PASSWORD)
    form = {"name": "canbo", "password": PASSWORD}
    return client.post(f"/{language}/staff/sign-in", data=form)


def untold(hub, now):
    """A mail was given up, and a system is to be told once more."""

    def work(connection):
        for way, state, fault in (
            ("email", "failed", "550 no such mailbox"),
            ("webhook:dossiers", "waiting", "503"),
        ):
            row = {"id": way, "booking": "b", "version": 1, "kind": "booked", "way": way}
            row |= {"about": "", "due_at": now, "tries": 1, "state": state, "fault": fault}
            connection.execute(notices.insert().values(row))

    hub.database.write(work)


def test_staff_see_what_is_set_aside_with_the_newest_fault(far, client, hub):
    before = words(signed_in(client, hub))
    assert "được để riêng" not in before
    assert "tạm ngừng bán chỗ" not in before
    assert "chưa gửi được" not in before
    strays(far)
    untold(hub, far.clock.ms)
    seen = words(client.get("/vi/staff"))
    assert "3 tin của các trung tâm được để riêng" in seen
    assert "3 Nội dung tin không đúng dạng." in seen
    assert "Có thư điện tử chưa gửi được. Đã thôi gửi trong 7 ngày qua: 1; chờ gửi lại: 0." in seen
    assert "Lý do gần nhất: 550 no such mailbox" in seen
    assert "Có tin chưa báo được cho hệ thống “dossiers”." in seen
    assert "Tin này chờ một tin trước nó" not in seen
    rows = client.get("/vi/staff/centers.csv").content.decode("utf-8-sig").splitlines()
    assert rows[0].endswith(",Tin để riêng,Cần xem")
    assert rows[1].endswith(",3,")
    assert aside_of_all(hub.database)[CENTER].why == "BAD_PAYLOAD"


def test_staff_see_that_sales_are_stopped_even_at_a_silent_center(far, client, hub, clock):
    hub.centers.heard(CENTER, clock.ms)
    hub.database.write(lambda c: new_life(c, "h-after-the-restore"))
    assert "1 trung tâm đang tạm ngừng bán chỗ" in words(signed_in(client, hub))
    clock.pass_minutes(6)
    assert "Im lặng từ 08:00, 05/10/2026 Tạm ngừng bán chỗ" in words(client.get("/vi/staff"))
    far.push(far.event(Kind.ECHO_DONE, "echo", {"hub": "h-after-the-restore"}))
    assert "ngừng bán chỗ" not in words(client.get("/vi/staff"))


def test_an_operation_center_sees_each_trouble_once(far, client, hub, clock):
    hub.portals.add("ioc", KEY, ("statistics",), 600, clock.ms)
    silent = CenterRow("00004", "Trung tâm khác", "Another", "01", clock.ms)
    hub.centers.register(silent, "e" * 64)
    headers = {"authorization": f"Bearer {KEY}"}
    strays(far)
    untold(hub, clock.ms)
    tell(far, ("A", 9, 25, 31), ("H", 20, 40, 70), ("L", 3, 20, 30))
    seen = client.get("/v1/watch", headers=headers).json()
    assert [(one["service"], one["high"]) for one in seen["over_target"]] == [("H", 70), ("A", 31)]
    assert seen["over_target"][1]["name"]["vi"] == "Chứng thực bản sao, chữ ký"
    assert (seen["centers"], seen["target_minutes"]) == (2, 30)
    assert seen["silent"] == [{"center": "00004", "since": None}]
    assert seen["set_aside"] == [{"center": CENTER, "n": 3, "why": "BAD_PAYLOAD"}]
    assert seen["sales_stopped"] == []
    assert [tuple(one.values()) for one in seen["notices_unsent"]] == [
        ("email", 1, 0, "550 no such mailbox"),
        ("webhook:dossiers", 0, 1, "503"),
    ]
    assert seen["feedback_overdue"] == []
    hub.database.write(lambda c: new_life(c, "h-after-the-restore"))
    clock.pass_minutes(6)
    later = client.get("/v1/watch", params={"target": 10}, headers=headers).json()
    assert later["over_target"] == [], "a silent center's waits are not known"
    assert later["silent"][1] == {"center": CENTER, "since": "2026-10-05T08:02:00.000+07:00"}
    assert later["sales_stopped"] == ["00004", CENTER]
    wrong = client.get("/v1/watch", params={"target": 0}, headers=headers)
    assert (wrong.status_code, wrong.json()["errors"][0]["where"]) == (422, "target")


def test_a_day_is_told_of_all_centers_together(client, hub, clock):
    hub.portals.add("ioc", KEY, ("statistics",), 600, clock.ms)
    hub.centers.register(CenterRow("00004", "Trung tâm khác", "Another", "01", 0), "e" * 64)

    def show(connection):
        told = [(CENTER, "kiosk"), (CENTER, "web"), ("00004", "kiosk"), ("00004", "staff")]
        for n, (center, channel) in enumerate(told):
            row = LiveTicket(
                f"t{n}", center, "2026-10-05", f"A{n}", "A", "served", channel, 1, n, 0, None, 0
            )
            show_ticket(connection, row)

    hub.database.write(show)
    headers = {"authorization": f"Bearer {KEY}"}
    day = client.get("/v1/statistics", params={"day": "2026-10-05"}, headers=headers).json()
    assert day["tickets"] == {"kiosk": 2, "web": 1, "staff": 1}
    assert day["online_share"] == 0.25
    assert [one["online_share"] for one in day["centers"]] == [0.0, 0.5]
    empty = client.get("/v1/statistics", params={"day": "2026-10-04"}, headers=headers).json()
    assert (empty["tickets"], empty["online_share"], empty["centers"]) == ({}, None, [])
