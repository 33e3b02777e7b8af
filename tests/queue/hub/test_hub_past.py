"""A booking whose day is over: it says so, leads on, and is neither changed nor given up."""

from hub_buyers import refused
from hub_place import CENTER, at, lease, place, someone
from hub_reader import words
from layso_queue.hub.refusals import Refusal

DAYS = 24 * 60


def test_a_booking_of_a_past_day_says_so_and_leads_to_a_new_one(client, hub, clock):
    made = hub.sale.confirm(hub.sale.hold(place("06 09:00")).id, someone())[0]
    clock.pass_minutes(4 * DAYS)
    old = client.get(f"/vi/b/{made.code}")
    assert "Lịch hẹn đã qua" in words(old)
    assert f'href="/vi/c/{CENTER}' in old.text
    for gone in ("đưa mã này", "Đổi giờ", "Hủy lịch", "Lưu thành ảnh"):
        assert gone not in words(old)
    for way in ("change", "cancel"):
        assert client.get(f"/vi/b/{made.code}/{way}").url.path == f"/vi/b/{made.code}"
    assert client.get(f"/vi/b/{made.code}/picture.png").status_code == 404
    late = client.post(f"/vi/b/{made.code}/change", data={"slot": str(at("12 09:00"))})
    assert (late.status_code, "Ngày hẹn đã qua" in words(late)) == (409, True)


def test_the_sale_itself_moves_and_cancels_nothing_of_a_past_day(sale, database, clock):
    made = sale.confirm(sale.hold(place("06 09:00")).id, someone())[0]
    lease(database, place("12 09:00"), 2)
    clock.ms = at("06 23:59")
    assert sale.move(made.code, made.slot) == made
    clock.pass_minutes(1)
    refused(Refusal.BOOKING_OVER, sale.move, made.code, at("12 09:00"))
    refused(Refusal.BOOKING_OVER, sale.cancel, made.code)
    assert sale.booking(made.code) == made
