"""A booking's QR at the kiosk: verified with no line, used once, each refusal with its sentence."""

from dataclasses import replace

import pytest

from layso_queue.center.sync.keyring import Keyring
from layso_queue.line.states import BookingState
from layso_queue.sync import Booking
from layso_queue.sync.moment import Moment
from layso_queue.sync.token import Token, public_of, sign

PRIVATE, STRANGER = bytes(range(32)), bytes(range(1, 33))
WEB = "01999999-0000-7000-8000-000000000001"
MINUTE = 60_000


@pytest.fixture
def center(working):
    working.center.keyring.take({"k1": public_of(PRIVATE)})
    return working.center


def _token(of, /, *, private=PRIVATE, **more):
    now = of.clock.now() // MINUTE * MINUTE
    token = Token(
        booking=WEB, center="26041", service="A", slot=now, expires=now + 600 * MINUTE, version=1,
        key="k1",
    )  # fmt: skip
    return sign(replace(token, **more), private)


def _book(center, **more):
    slot = center.clock.now() // MINUTE * MINUTE
    booking = replace(Booking(id=WEB, code="7K2P9QXMWD3RTV4H", service="A", slot=slot), **more)
    with center.exchange.begin(center.clock.now(), "a") as side:
        side.keep_booking(booking)


async def _scan(working, text):
    body = {"id": working.new_id(), "token": text}
    return await working.ask("POST", "/v1/check-ins", body)


@pytest.mark.anyio
async def test_a_known_booking_is_let_in_by_its_qr_and_only_once(working, center):
    _book(center)
    await center.arrivals.bring()
    first = await _scan(working, _token(center))
    assert first.status_code == 201, first.text
    assert first.json()["channel"] == "web"
    again = await _scan(working, _token(center))
    assert (again.status_code, again.json()["code"]) == (409, "BOOKING_USED")


@pytest.mark.anyio
async def test_a_booking_used_yesterday_is_over_and_a_new_number_is_offered(working, center):
    _book(center)
    await center.arrivals.bring()
    code = {"code": "7K2P9QXMWD3RTV4H"}
    assert (await working.post("/v1/check-ins", code)).status_code == 201
    center.exchange.tell_journal(Moment(center.clock.now(), center.new_id))
    working.clock.turn_to("2026-10-06T08:00:00+07:00")
    await center.opening.once()
    over = (await working.post("/v1/check-ins", code)).json()
    assert over["code"] == "BOOKING_WRONG_DAY", "the kiosk offers a new number"
    assert "05/10/2026" in over["detail"]
    scanned = await _scan(working, _token(center))
    assert scanned.json()["code"] in ("BOOKING_MOVED", "BOOKING_WRONG_DAY")


@pytest.mark.anyio
async def test_a_booking_that_never_came_by_line_is_let_in_all_the_same(working, center):
    answer = await _scan(working, _token(center))
    assert answer.status_code == 201, answer.text
    assert answer.json()["number"] == "A001"
    again = await _scan(working, _token(center))
    assert again.json()["code"] == "BOOKING_USED"
    with center.exchange.begin(center.clock.now(), "b") as side:
        assert side.booking(WEB) is not None


@pytest.mark.anyio
async def test_who_took_a_number_from_home_is_shown_it(working, center):
    midnight = center.clock.now() - 9 * 3_600_000
    _book(center, remote=True, slot=midnight // MINUTE * MINUTE)
    await center.arrivals.bring()
    text = _token(center, remote=True, slot=midnight // MINUTE * MINUTE)
    first, again = await _scan(working, text), await _scan(working, text)
    assert (first.status_code, first.json()["number"]) == (200, "A001")
    assert again.json()["number"] == "A001"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"private": STRANGER}, "BOOKING_PASS_FALSE"),
        ({"key": "k9"}, "BOOKING_PASS_UNREADABLE"),
        ({"center": "26042"}, "BOOKING_OTHER_CENTER"),
        ({"expires": MINUTE}, "BOOKING_WRONG_DAY"),
    ],
)
async def test_what_lets_nobody_in_says_why(working, center, change, code):
    answer = await _scan(working, _token(center, **change))
    assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert "…" not in answer.json()["detail"]


@pytest.mark.anyio
async def test_a_text_that_only_looks_like_a_qr_is_refused_and_never_our_fault(working, center):
    for text in ("LS1:", "LS1:AAAA", "LS1:" + "A" * 180, "ls1:ééé"):
        answer = await _scan(working, text)
        assert answer.status_code in (409, 422), answer.text


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("kept", "code"),
    [
        ({"state": BookingState.CANCELLED}, "BOOKING_CANCELLED"),
        ({"version": 2, "slot": 1_900_000_000_000 // MINUTE * MINUTE}, "BOOKING_MOVED"),
    ],
)
async def test_the_centers_own_book_is_heard_before_an_old_qr(working, center, kept, code):
    _book(center, **kept)
    answer = await _scan(working, _token(center))
    assert (answer.status_code, answer.json()["code"]) == (409, code)


def test_keys_are_kept_on_disk_and_old_ones_stay(tmp_path):
    ring = Keyring(tmp_path / "keys.json")
    assert not ring.keys
    ring.take({"a": b"1" * 32})
    ring.take({"b": b"2" * 32})
    assert set(Keyring(tmp_path / "keys.json").keys) == {"a", "b"}


def test_a_damaged_file_of_keys_is_as_none(tmp_path):
    file = tmp_path / "keys.json"
    for text in (b"{", b"[1]", b'{"a": 3}', b'{"a": "xyz"}'):
        file.write_bytes(text)
        assert not Keyring(file).keys
