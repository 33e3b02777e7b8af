"""A time that a center closes: no booking is lost, nobody buys there, everybody is told once."""

import pytest

from hub_place import CENTER, MONDAY_AT_EIGHT, at, place
from hub_town import ANN, URL, Kept, Town
from layso_queue.hub.notices.smtp import Mail
from layso_queue.hub.notices.written import TryLater
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage import Person
from layso_queue.hub.storage.overview import free_of_all
from layso_queue.hub.times import DAY_MS
from mail_server import mail_server


@pytest.fixture
def town(database, clock):
    return Town(database, clock, Kept())


def _refused(why, work, *words):
    with pytest.raises(Refused) as refused:
        work(*words)
    assert refused.value.why is why


def test_everybody_is_told_once_in_her_language_with_the_way_on(database, clock):
    with mail_server() as post:
        town = Town(
            database, clock, Mail("127.0.0.1", post.port, "hen@example.vn", security="none")
        )
        thu, ann = town.book(), town.book(ANN, "06 09:30")
        town.book(Person("Lê Thử", "0912345671", "p-3", "le@example.vn"), "06 14:00")
        town.courier.go()
        town.close()
        town.close()
        town.close("c-2", "06 00:00", "06 13:00", service="")
        town.courier.go()
        (first,), (second,) = (post.to(one)[1:] for one in ("thu@example.vn", "ann@example.vn"))
        assert len(post.to("le@example.vn")) == 1, "told of a time that is open"
    assert first["Subject"] == "Trung tâm nghỉ vào lúc 09:00, 06/10/2026"
    assert "Lý do: mưa bão." in first.get_content()
    assert f"{URL}/vi/b/{thu.code}/change" in first.get_content()
    assert f"{URL}/vi/b/{thu.code}/cancel" in first.get_content()
    assert "Reason: a storm." in second.get_content()
    assert f"{URL}/en/b/{ann.code}/change" in second.get_content()
    assert [one.kind for one in town.sms.got].count("closed") == 2
    told = [one for one in town.sms.got if one.kind == "closed"]
    assert all(one.text.endswith(one.facts["code"]) for one in told)
    assert {one.facts["reason"] for one in town.hook.got} == {"mưa bão", "a storm"}
    assert {town.sale.booking(one.code).state for one in (thu, ann)} == {"booked"}


def test_who_heard_of_it_hears_that_it_is_open_again_and_may_be_told_anew(town):
    town.book()
    town.close()
    town.courier.go()
    town.lift()
    town.lift()
    town.courier.go()
    assert town.hook.kinds == ["closed", "reopened"]
    assert town.sale.hold(place("06 09:00")).place.slot == at("06 09:00")
    town.close()
    town.courier.go()
    assert town.hook.kinds == ["closed", "reopened", "closed"]


def test_who_has_not_heard_of_it_yet_hears_of_neither(town):
    town.book()
    town.courier.go()
    town.sms.fault = TryLater("busy")
    town.close()
    town.lift()
    town.courier.go()
    assert town.hook.kinds == []
    town.close()
    town.courier.go()
    town.lift()
    town.sms.fault = None
    town.courier.go()
    assert town.hook.kinds == ["closed", "reopened"]
    assert town.sms.kinds == ["booked", "reopened"], "a message that was tried may have arrived"


def test_it_is_open_again_when_no_other_closure_takes_the_time(town):
    town.book()
    town.close()
    town.close("c-2", "06 00:00", "07 00:00", service="")
    town.courier.go()
    town.lift()
    town.courier.go()
    assert town.hook.kinds == ["closed"]
    town.lift("c-2")
    town.courier.go()
    assert town.hook.kinds == ["closed", "reopened"]


def test_who_moved_or_gave_up_is_not_told_of_the_old_time(town):
    moved, gone = town.book(), town.book(ANN)
    town.close()
    town.sale.move(moved.code, at("07 14:00"))
    town.sale.cancel(gone.code)
    town.courier.go()
    town.lift()
    town.courier.go()
    assert town.hook.kinds == []
    assert town.sale.booking(moved.code).state == "booked"


def test_a_closed_time_is_in_no_list_and_cannot_be_bought_or_moved_to(town):
    week = MONDAY_AT_EIGHT + 7 * DAY_MS
    before = free_of_all(town.database, MONDAY_AT_EIGHT, week)[CENTER]
    made = town.book(slot="07 09:00")
    late = town.sale.hold(place("06 09:00"))
    now = town.sale.hold(place("05 00:00", remote=True))
    town.close()
    town.close("c-2", "05 07:00", "05 12:00")
    _refused(Refusal.SERVICE_CLOSED, town.sale.hold, place("06 09:30"))
    _refused(Refusal.SERVICE_CLOSED, town.sale.confirm, late.id, ANN)
    _refused(Refusal.SERVICE_CLOSED, town.sale.confirm, now.id, ANN)
    _refused(Refusal.SERVICE_CLOSED, town.sale.move, made.code, at("06 09:30"))
    assert town.sale.booking(made.code) == made
    free = free_of_all(town.database, MONDAY_AT_EIGHT, week)[CENTER]
    # Three half hours of two places on each morning, and the one that was bought elsewhere.
    assert before - free == 12 + 1
    town.lift("c-2")
    assert town.sale.confirm(now.id, ANN)[1]


def test_nobody_is_reminded_of_a_time_that_is_closed(town):
    town.book(slot="07 09:00")
    town.close("c-1", "07 08:00", "07 12:00")
    town.clock.ms = at("06 09:00")
    town.courier.go()
    assert sorted(town.sms.kinds) == ["booked", "closed"]
