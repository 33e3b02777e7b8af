"""A refusal leads on: to other times of the same service, or to the booking; in both languages."""

import re

from hub_place import CENTER, at, lease, place
from hub_reader import book, words
from layso_queue.hub.storage.sweeping import bring_back

HERE = f"/vi/c/{CENTER}/A"


def _links(answer):
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return re.findall(r'href="([^"]+)"', main)


def _tongue(answer):
    return re.search(r'class="tongue"[^>]* href="([^"]+)"', answer.text).group(1)


def _hold(client, slot="06 09:00", service="A"):
    form = {"center": CENTER, "service": service, "kind": "slot", "slot": str(at(slot))}
    return client.post("/vi/hold", data=form)


def test_who_comes_too_late_is_led_to_other_times_of_that_day(client, database):
    lease(database, place("06 09:00"), 0, version=2)
    full = _hold(client)
    assert "Giờ này vừa hết chỗ" in words(full)
    assert _links(full) == [f"{HERE}?day=2026-10-06#times", "/vi/"]
    assert _tongue(full) == f"/en/c/{CENTER}/A?day=2026-10-06#times"
    assert client.get(_tongue(full)).status_code == 200


def test_an_expired_place_and_one_given_up_for_another_are_told_apart(client, hub, clock, database):
    first = _hold(client).url.path
    second = _hold(client, "06 09:30").url.path
    other = client.get(first)
    assert "chọn một giờ khác sau đó" in words(other)
    assert "10 phút" not in words(other)
    assert _links(other)[0] == second
    assert client.get(_links(other)[0]).status_code == 200
    assert _tongue(other) == first.replace("/vi/", "/en/")
    clock.pass_minutes(11)
    bring_back(database, hub.sides, clock.now())
    gone = client.get(second)
    assert "Chỗ được giữ trong 10 phút" in words(gone)
    assert _links(gone)[0] == f"{HERE}?day=2026-10-06#times"


def test_a_time_that_no_calendar_has_is_refused_like_any_other(client):
    for slot in (2**53 - 1, 10**13):
        form = {"center": CENTER, "service": "A", "slot": str(slot)}
        far = client.post("/vi/hold", data=form)
        assert (far.status_code, _links(far)) == (409, ["/vi/"]), slot


def test_who_has_booked_already_is_led_to_bookings_and_other_days(client, hub):
    made = book(client, hub, slot="06 09:30")
    twice = book(client, hub, slot="06 14:00")
    assert "Thủ tục này đã đặt rồi" in words(twice)
    assert _links(twice) == ["/vi/find", f"{HERE}#days", "/vi/"]
    book(client, hub, slot="06 14:00", service="H")
    third = book(client, hub, slot="06 14:00", service="L")
    assert _links(third) == [f"/vi/c/{CENTER}/L#days", "/vi/find", "/vi/"]
    page = made.url.path
    full = client.post(f"{page}/change", data={"slot": str(at("06 08:45"))})
    assert _links(full) == [f"{page}/change?day=2026-10-06#times", page, "/vi/"]
    lost = client.get("/vi/b/AAAAAAAAAAAAAAAAA")
    assert (_links(lost), _tongue(lost)) == (["/vi/"], "/en/b/AAAAAAAAAAAAAAAAA")
