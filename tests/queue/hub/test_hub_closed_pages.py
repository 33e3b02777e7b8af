"""What people and staff see of closed times: why, until when, and the way on; on both databases."""

import pytest

from hub_center import FarCenter
from hub_place import CENTER, at
from hub_reader import book, words
from layso_queue.center import alerts as of_center
from layso_queue.hub.pages.province import ALERTS
from layso_queue.sync import Kind
from layso_queue.sync.status import AlertStatus, ServiceStatus, Status

HERE = f"/vi/c/{CENTER}"
STORM = {"reason": "Mưa bão.", "reason_en": "A storm"}
PASSWORD = "mat-khau-rat-dai"


@pytest.fixture
def far(client, hub, clock):
    hub.long_poll_s = 0.0
    return FarCenter(client, clock)


def _close(far, first, last, service="A", id="c-1"):
    span = {"service": service, "from": at(first), "to": at(last)}
    far.push(far.event(Kind.CLOSURE_SET, id, span | STORM))


def _stand(far, **more):
    services = (ServiceStatus(code="A", open=not more.get("closed"), waiting=2),)
    now = far.clock.ms
    told = {"n": 1, "at": now, "day": "2026-10-05", "open": not more.get("closed")} | more
    far.push(status=Status(services=services, **told))


def _signed_in(client, hub, language="vi"):
    hub.staff.add("canbo", PASSWORD)
    return client.post(f"/{language}/staff/sign-in", data={"name": "canbo", "password": PASSWORD})


def test_a_closed_morning_is_shown_as_closed_and_cannot_be_chosen(far, client):
    _close(far, "06 08:00", "06 12:00")
    page = client.get(f"{HERE}/A?day=2026-10-06")
    seen = words(page)
    assert "Thứ Ba, 06/10/2026, từ 08:00 đến 12:00: nghỉ. Lý do: Mưa bão." in seen
    for hour in ("08:30", "09:00", "09:30"):
        assert f"{hour} nghỉ" in seen
        assert f'value="{at(f"06 {hour}")}"' not in page.text
    assert f'value="{at("06 14:00")}"' in page.text
    assert "nghỉ" not in words(client.get(f"{HERE}/H?day=2026-10-06"))
    english = words(client.get(f"/en/c/{CENTER}/A?day=2026-10-06"))
    assert "Tuesday, 06/10/2026, from 08:00 to 12:00: closed. Reason: A storm." in english


def test_a_closed_day_leads_to_the_next_one_that_is_open(far, client):
    _close(far, "05 00:00", "06 00:00", service="")
    _close(far, "06 00:00", "07 00:00", service="", id="c-2")
    page = client.get(f"{HERE}/A?day=2026-10-06")
    assert "Thứ Ba, 06/10/2026: nghỉ cả ngày." in words(page)
    assert "?day=2026-10-06#times" not in page.text
    assert f'value="{at("07 09:00")}"' in page.text
    _close(far, "07 00:00", "30 00:00", service="", id="c-3")
    seen = words(client.get(f"{HERE}/A"))
    assert "Từ 07/10/2026 đến hết 29/10/2026: nghỉ." in seen
    assert "đều là giờ nghỉ" in seen


def test_the_center_says_that_it_is_closed_why_and_when_it_opens(far, client):
    _stand(far, closed="day_off", opens_at=at("06 07:00"))
    seen = words(client.get(HERE))
    assert "Hôm nay trung tâm nghỉ Mở lại lúc 07:00, Thứ Ba, 06/10/2026." in seen
    assert "Bạn vẫn đặt lịch được cho giờ khác" in seen
    _stand(far, n=2, closed="closure", opens_at=at("05 13:00"), reason="Mất điện")
    assert "đang tạm nghỉ Lý do: Mất điện. Mở lại lúc 13:00" in words(client.get(HERE))
    _stand(far, n=3)
    assert "Mở lại" not in words(client.get(HERE))


def test_a_service_closed_alone_says_so_among_the_others(far, client):
    _stand(far)
    _close(far, "05 07:00", "05 12:00")
    seen = words(client.get(HERE))
    assert "Đang tạm nghỉ: Mưa bão" in seen
    assert "2 người đang chờ" not in seen
    assert "Lấy số cho hôm nay" not in words(client.get(f"{HERE}/A"))


def test_who_booked_a_closed_time_sees_it_with_both_ways_on(far, client, hub):
    booked = book(client, hub)
    assert "Trung tâm nghỉ vào giờ hẹn này" not in words(booked)
    _close(far, "06 08:00", "06 12:00")
    page = client.get(booked.url.path)
    seen = words(page)
    assert "Trung tâm nghỉ vào giờ hẹn này Lý do: Mưa bão. Mã hẹn của bạn vẫn được giữ." in seen
    assert "Bạn đến trước giờ hẹn" not in seen
    for way in ("change", "cancel"):
        assert page.text.count(f"{booked.url.path}/{way}") == 1
    moved = client.post(f"{booked.url.path}/change", data={"slot": str(at("06 14:00"))})
    assert "Đã đặt lịch" in words(moved)
    assert "14:00" in words(moved)


def test_who_booked_sees_nothing_of_it_when_it_is_lifted(far, client, hub):
    booked = book(client, hub)
    _close(far, "06 08:00", "06 12:00")
    far.push(far.event(Kind.CLOSURE_LIFTED, "c-1", {}, 2))
    assert "nghỉ" not in words(client.get(booked.url.path))
    assert "09:00 nghỉ" not in words(client.get(f"{HERE}/A?day=2026-10-06"))


def test_staff_see_why_a_center_is_closed_and_what_it_needs(far, client, hub, clock):
    alerts = (
        AlertStatus(code="HELP", n=2, since=clock.ms),
        AlertStatus(code="OF_A_NEWER_PROGRAM", n=1, since=clock.ms),
    )
    _stand(far, closed="closure", reason="Mất điện", opens_at=at("05 13:00"), alerts=alerts)
    seen = words(_signed_in(client, hub))
    assert "Đang nghỉ Mất điện mở lại 13:00, Thứ Hai, 05/10/2026" in seen
    assert "Có người gọi hỗ trợ (2)" in seen
    assert "Việc khác cần xem" in seen
    assert "2 việc ở các trung tâm cần người xem." in seen
    rows = client.get("/vi/staff/centers.csv").content.decode("utf-8-sig").splitlines()
    assert "Đang nghỉ: Mất điện" in rows[1]
    assert rows[1].endswith("Có người gọi hỗ trợ (2); Việc khác cần xem")
    clock.pass_minutes(6)
    silent = words(client.get("/vi/staff"))
    assert "Im lặng từ 08:00, 05/10/2026" in silent
    assert "gọi hỗ trợ" not in silent, "what a silent center told is not known to be so"


def test_an_operation_center_hears_of_alerts(far, client, hub, clock):
    hub.portals.add("ioc", "k" * 64, ("statistics",), 600, clock.ms)
    _stand(far, alerts=(AlertStatus(code="DISK_FULL", n=1, since=clock.ms),))
    headers = {"authorization": f"Bearer {'k' * 64}"}
    told = client.get("/v1/watch", headers=headers).json()["alerts"]
    assert [(one["center"], one["code"], one["n"]) for one in told] == [(CENTER, "DISK_FULL", 1)]
    assert told[0]["since"].startswith("2026-10-05T08:00:00")


def test_a_status_of_an_older_center_is_read_as_before(far, client, hub):
    _stand(far)
    old = {"n": 5, "at": 1, "day": "2026-10-05", "open": True, "services": []}
    from layso_queue.hub.storage.live import stand

    hub.database.write(lambda c: stand(c, CENTER, 5, far.clock.ms, old))
    assert "Cần xem" in words(_signed_in(client, hub))
    _stand(far, n=6, closed="lunch")
    assert "nghỉ trưa" in words(client.get(HERE))


def test_every_alert_of_a_center_has_its_words_at_the_hub():
    codes = {name for name, word in vars(of_center).items() if name.isupper() and word == name}
    assert codes == ALERTS
