"""What a center closes is told to its hub: once, with its reason, and when it is open again."""

from datetime import date

import pytest

from layso_assets.languages import Texts
from layso_queue.center.alerts import HELP
from layso_queue.center.settings import read_settings
from layso_queue.center.stamps import midnight
from layso_queue.center.storage import Closure
from layso_queue.center.sync.closures import tell_closures, to_tell
from layso_queue.sync import Booking, Event, Kind
from layso_queue.sync.moment import Moment
from layso_queue.sync.payloads import check
from layso_queue.sync.refusals import SyncRefusal

TUESDAY = midnight(date(2026, 10, 6))
DAY = 86_400_000
ID = "01990000-0000-7000-8000-000000000001"


def _closure(place, service="A", begins=TUESDAY, ends=TUESDAY + DAY, **more):
    return Closure(
        id=place.new_id(),
        service=service,
        begins=begins,
        ends=ends,
        reason_vi="mưa bão",
        made_at=place.clock.ms,
        made_by="truong",
        **more,
    )


def _told(place, settings=None):
    """Tell what is new, as the center does; return (kind, id, version, payload) of it."""
    center = place.center
    at = Moment(place.clock.ms, place.new_id)
    with center.exchange.begin(at.now, "first") as side:
        before = side.outbox.head().seq
        tell_closures(side, to_tell(settings or center.settings, center.closing, at.now), at)
        told = [one.event for one in side.outbox.after(before, 100)]
    assert [check(event, frozenset(Kind)) for event in told] == [None] * len(told)
    return [(one.kind, one.entity, one.version, one.payload) for one in told]


def _with_days_off(place, *days):
    settings = place.center.settings
    hours = settings.hours.model_copy(update={"closures": frozenset(days)})
    return settings.model_copy(update={"hours": hours})


@pytest.mark.anyio
async def test_a_closure_is_told_once_and_its_lifting_once(working):
    one = _closure(working, reason_en="a storm")
    await working.center.closing.add(one)
    payload = {"service": "A", "from": TUESDAY, "to": TUESDAY + DAY}
    payload |= {"reason": "mưa bão", "reason_en": "a storm"}
    assert _told(working) == [(Kind.CLOSURE_SET, one.id, 1, payload)]
    assert _told(working) == []
    await working.center.closing.lift(one.id, "truong")
    assert _told(working) == [(Kind.CLOSURE_LIFTED, one.id, 2, {})]
    assert _told(working) == []


@pytest.mark.anyio
async def test_what_is_simply_over_is_not_told_as_open_again(working):
    await working.center.closing.add(_closure(working, ends=TUESDAY + DAY // 2))
    assert len(_told(working)) == 1
    working.clock.ms = TUESDAY + DAY // 2
    await working.center.closing.look()
    assert _told(working) == []
    with working.center.exchange.begin(working.clock.ms, "x") as side:
        assert side.web.told_of("closure:") == {}


@pytest.mark.anyio
async def test_a_day_that_becomes_a_day_off_is_a_closure_of_all_services(working):
    off = _with_days_off(working, date(2026, 10, 6), date(2026, 12, 25), date(2026, 9, 2))
    ((kind, id, version, payload),) = _told(working, off)
    assert (kind, id, version) == (Kind.CLOSURE_SET, "day-off:2026-10-06", 1)
    assert (payload["service"], payload["from"], payload["to"]) == ("", TUESDAY, TUESDAY + DAY)
    assert payload["reason"]
    assert _told(working, off) == []
    again = _told(working, _with_days_off(working))
    assert again == [(Kind.CLOSURE_LIFTED, "day-off:2026-10-06", 2, {})]
    assert _told(working, off)[0][:3] == (Kind.CLOSURE_SET, "day-off:2026-10-06", 3)
    working.clock.ms = TUESDAY + DAY
    assert _told(working, _with_days_off(working)) == []


@pytest.mark.anyio
async def test_a_restored_center_takes_its_closures_back(working):
    payload = {"service": "A", "from": TUESDAY, "to": TUESDAY + DAY, "reason": "mưa bão"}
    set_ = Event(id=ID, kind=Kind.CLOSURE_SET, entity=ID, version=3, occurred_at=1, payload=payload)
    lifted = Event(id=ID, kind=Kind.CLOSURE_LIFTED, entity=ID, version=4, occurred_at=2, payload={})
    center = working.center
    with center.exchange.begin(working.clock.ms, "x") as side:
        assert side.take_back(set_) is None
        assert side.take_back(set_) is None
    await center.closing.look()
    (kept,) = center.closing.standing
    assert (kept.id, kept.service, kept.reason_vi) == (ID, "A", "mưa bão")
    assert _told(working)[0][:3] == (Kind.CLOSURE_SET, ID, 4)
    with center.exchange.begin(working.clock.ms, "x") as side:
        assert side.take_back(lifted) is None
    await center.closing.look()
    assert center.closing.standing == ()


@pytest.mark.anyio
async def test_a_number_asked_for_from_home_is_refused_while_it_is_closed(working):
    await working.center.closing.add(_closure(working, begins=working.clock.ms))
    wanted = Booking(
        id=working.new_id(), code="HEN1", service="A", slot=midnight(date(2026, 10, 5)), remote=True
    )
    with working.center.exchange.begin(working.clock.ms, "first") as side:
        side.keep_booking(wanted)
    await working.center.arrivals.bring()
    with working.center.exchange.begin(working.clock.ms, "x") as side:
        (told,) = [one.event for one in side.outbox.after(0, 10)]
    assert (told.kind, told.entity) == (Kind.REMOTE_REFUSED, wanted.id)
    assert told.payload["why"] == SyncRefusal.SERVICE_CLOSED


@pytest.mark.anyio
async def test_the_status_says_why_it_is_closed_until_when_and_what_is_wrong(working):
    offer, alerts = working.center.offer, working.center.alerts
    await offer.look()
    first = offer.status()
    assert (first.closed, first.reason, first.opens_at, first.alerts) == ("", "", None, ())
    alerts.raise_once("h1", HELP, "K1", "Nguyễn Văn Mẫu cần giúp", since=5)
    alerts.raise_once("h2", HELP, "K2", "", since=7)
    await working.center.closing.add(_closure(working, "", begins=working.clock.ms))
    await offer.look()
    status = offer.status()
    assert (status.open, status.closed, status.reason) == (False, "closure", "mưa bão")
    assert status.opens_at == TUESDAY + DAY + 7 * 3_600_000
    assert [(one.code, one.n, one.since) for one in status.alerts] == [(HELP, 2, 5)]
    assert "Mẫu" not in str(status)


def test_the_settings_days_off_are_told_in_the_words_of_both_languages(place):
    settings = read_settings(place.path / "settings.toml", Texts("vi"))
    hours = settings.hours.model_copy(update={"closures": frozenset({date(2026, 10, 6)})})

    class Nothing:
        standing = ()

    found = to_tell(settings.model_copy(update={"hours": hours}), Nothing(), TUESDAY)
    assert found["day-off:2026-10-06"]["reason"] != found["day-off:2026-10-06"]["reason_en"]
