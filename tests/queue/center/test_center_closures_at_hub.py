"""A closure on its whole way: decided at the center, told through the exchange, heard by people."""

import random
from datetime import date

import pytest

from hub_place import CENTER, at, fill, place, someone
from hub_town import Kept
from layso_queue.center.stamps import midnight
from layso_queue.center.storage import Closure
from layso_queue.center.sync.closures import tell_closures, to_tell
from layso_queue.hub.notices.courier import Courier
from layso_queue.hub.notices.posts import Posts
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage import Centers, Database, Sale, Sides
from layso_queue.hub.storage import bring_up_to_date as bring_hub_up_to_date
from layso_queue.sync.at_hub.effects import take_effect
from layso_queue.sync.moment import Moment

TUESDAY = midnight(date(2026, 10, 6))
HOUR = 3_600_000


@pytest.fixture
def hub(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'hub.db'}")
    bring_hub_up_to_date(database)
    fill(database)
    yield database
    database.close()


@pytest.mark.anyio
async def test_who_booked_is_told_of_both_and_nobody_buys_between(working, hub):
    mail, clock, chance = Kept(), working.clock, random.Random(7).randbytes
    posts = Posts({"email": mail})
    sale, sides = Sale(hub, clock, chance, posts.ways), Sides(clock, chance, posts.ways)
    courier = Courier(hub, Centers(hub), clock, posts, "https://dat-lich.example.vn")
    told = 0

    def exchange():
        nonlocal told
        center, moment = working.center, Moment(clock.ms, working.new_id)
        with center.exchange.begin(clock.ms, "first") as side:
            tell_closures(side, to_tell(center.settings, center.closing, clock.ms), moment)
            events = [one.event for one in side.outbox.after(told, 100)]
        told += len(events)

        def take(connection):
            side, here = sides.open(connection, CENTER)
            assert [take_effect(side, one, here) for one in events] == [None] * len(events)

        hub.write(take)
        courier.go()

    booked, _ = sale.confirm(sale.hold(place("06 09:00")).id, someone(email="thu@example.vn"))
    closure = Closure(
        id=working.new_id(),
        service="A",
        begins=TUESDAY + 8 * HOUR,
        ends=TUESDAY + 12 * HOUR,
        reason_vi="Mất điện",
        made_at=clock.ms,
        made_by="truong",
    )
    await working.center.closing.add(closure)
    exchange()
    with pytest.raises(Refused) as refused:
        sale.hold(place("06 09:30"))
    assert refused.value.why is Refusal.SERVICE_CLOSED
    assert sale.booking(booked.code).state == "booked"
    await working.center.closing.lift(closure.id, "truong")
    exchange()
    exchange()
    assert sorted(one.kind for one in mail.got) == ["booked", "closed", "reopened"]
    assert "Mất điện" in next(one.text for one in mail.got if one.kind == "closed")
    assert sale.hold(place("06 09:30")).place.slot == at("06 09:30")
