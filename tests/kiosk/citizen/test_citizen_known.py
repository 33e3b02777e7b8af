"""A card lets its booking in; a phone number goes with the ticket and nowhere else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from layso_queue.hub.persons import card_of

CARD = "075085123456|271234567|Nguyễn Văn Mẫu|05031985|Nam|Khu phố 3, Trấn Biên|15042021"
NUMBER = "075085123456"
KEY = b"c" * 32
HASH = card_of(NUMBER, KEY)
SIZES = [(1920, 1080), (1080, 1920), (1366, 768)]


@pytest.fixture
def with_hub(full_center: Any) -> Any:
    """A center whose hub knows cards and sends messages."""
    full_center.day["day"]["web"] = {"cards": True, "texts": True}
    full_center.answers["GET", "/v1/card-key"] = lambda _: (200, {"key": KEY.hex()})
    return full_center


def at_the_kiosk(person: Any) -> Any:
    person.until(lambda: person.kiosk.reception.card_key == KEY)
    return person


def booked(center: Any, **more: Any) -> None:
    def answer(body: Any) -> tuple[int, Any]:
        ticket = center.issue({"id": body["id"], "service": "A"})
        return 201, ticket | {"channel": "web"} | more

    center.answers["POST", "/v1/check-ins"] = answer


def test_a_card_with_one_booking_is_let_in_at_once(with_hub: Any, open_kiosk: Any) -> None:
    due = {"slot": "2026-11-23T10:30:00.000+07:00", "came": "early"}
    booked(with_hub, appointment=due)
    person = at_the_kiosk(open_kiosk(hid=True))
    person.kiosk.read_code(CARD)
    person.page("number")
    assert person.reads("number") == "A012"
    assert "sớm hơn giờ hẹn 10:30" in person.reads("remark")
    (asked,) = with_hub.sent("/v1/check-ins")
    assert asked["card"] == HASH
    assert NUMBER not in str(with_hub.commands)


def test_the_kiosk_and_the_hub_hash_a_card_alike() -> None:
    from datetime import date

    from layso_kiosk.citizen.scanning.card import read_card

    assert read_card(CARD, date(2026, 11, 23), b"k", KEY).card == HASH
    assert read_card(CARD, date(2026, 11, 23), b"k").card == ""


def leave(person: Any) -> None:
    person.until(lambda: not person.kiosk.settling)
    person.touch("done")
    person.page("home")


SEVERAL = [
    {"id": "b-1", "service": "A", "slot": "2026-11-23T09:30:00.000+07:00", "at": "09:30"},
    {"id": "b-2", "service": "H", "slot": "2026-11-23T14:00:00.000+07:00", "at": "14:00"},
]


@pytest.mark.parametrize("size", SIZES[1:])
def test_of_several_bookings_one_is_chosen(
    with_hub: Any, open_kiosk: Any, size: tuple[int, int]
) -> None:
    with_hub.refuse("/v1/check-ins", 409, "BOOKING_CHOOSE", bookings=SEVERAL)
    person = at_the_kiosk(open_kiosk(hid=True, size=size))
    person.kiosk.read_code(CARD)
    person.page("card")
    assert "2 lịch hẹn" in person.reads("card-title")
    person.picture(f"known-card-{size[0]}")
    for at in (0, 1):
        assert person.area(f"booking-{at}").right() <= size[0]
    booked(with_hub)
    person.touch("booking-1")
    person.page("number")
    assert with_hub.sent("/v1/check-ins")[-1]["booking"] == "b-2"
    leave(person)
    assert person.kiosk.cards.property("bookings") == []


@pytest.mark.parametrize("reached", [True, False])
def test_without_a_booking_all_goes_on_as_before(
    with_hub: Any, open_kiosk: Any, reached: bool
) -> None:
    status, code = (409, "CARD_WITHOUT_BOOKING") if reached else (503, "CENTER_UNREADABLE")
    with_hub.refuse("/v1/check-ins", status, code)
    person = at_the_kiosk(open_kiosk(hid=True))
    person.touch("tile-A")
    person.kiosk.read_code(CARD)
    person.until(lambda: "Đã đọc thẻ" in person.kiosk.reception.property("text"), timeout=10_000)
    assert person.kiosk.page == "service"
    person.touch("take-number")
    person.page("number")


WAYS = {
    "BOOKING_USED": "old",
    "BOOKING_CANCELLED": "anew",
    "BOOKING_WRONG_DAY": "anew",
    "BOOKING_MISSED": "anew",
    "DAY_CLOSED": "help",
    "CARD_WITHOUT_BOOKING": "anew",
}
"""The last one is said only to who came with a booking: on the page that asks for its code."""


def test_each_refusal_has_its_sentence_and_a_way_on(with_hub: Any, open_kiosk: Any) -> None:
    person = at_the_kiosk(open_kiosk(hid=True))
    for code, way in WAYS.items():
        with_hub.refuse("/v1/check-ins", 409, code, detail=f"Không được lúc này: {way}.")
        if code == "CARD_WITHOUT_BOOKING":
            person.touch("booking")
        person.kiosk.read_code(CARD)
        person.page("booking")
        person.until(lambda way=way: person.reads("entry-problem").endswith(f"{way}."))
        assert person.kiosk.entry.way == way
        person.kiosk.go_home()
        person.page("home")


def test_without_a_hub_neither_is_offered(full_center: Any, open_kiosk: Any) -> None:
    person = open_kiosk(hid=True)
    person.kiosk.read_code(CARD)
    person.until(lambda: "Đã đọc thẻ" in person.kiosk.reception.property("text"))
    assert full_center.sent("/v1/check-ins") == []
    person.touch("tile-A")
    person.touch("who")
    person.page("who")
    assert not person.sees("phone-add")


def to_phone(person: Any) -> None:
    person.touch("tile-A")
    person.touch("who")
    person.page("who")
    person.touch("phone-add")
    person.page("phone")


def dial(person: Any, digits: str) -> None:
    for digit in digits:
        person.touch(f"key-{digit}")


@pytest.mark.parametrize(("size", "language"), list(zip(SIZES, ("vi", "vi", "en"), strict=True)))
def test_a_phone_number_goes_with_the_ticket_and_is_forgotten(
    with_hub: Any, open_kiosk: Any, tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    person = at_the_kiosk(open_kiosk(hid=True, size=size, language=language))
    to_phone(person)
    dial(person, "0912345")
    person.touch("phone-use")
    person.until(lambda: person.reads("phone-wrong") != "")
    person.picture(f"known-phone-wrong-{size[0]}-{language}")
    dial(person, "678")
    assert person.reads("phone-typed") == "0912 345 678"
    person.picture(f"known-phone-{size[0]}-{language}")
    for name in ("phone-delete", "key-0", "phone-use", "phone-skip"):
        assert person.area(name).bottom() <= size[1]
    assert person.area("key-9").bottom() < person.area("phone-use").top()
    person.touch("phone-use")
    person.page("who")
    assert "••• ••• 678" in person.reads("phone-kept")
    person.picture(f"known-who-{size[0]}-{language}")
    person.touch("take-number")
    person.page("number")
    (asked,) = with_hub.sent("/v1/tickets")
    assert asked["phone"] == "0912345678"
    leave(person)
    assert (person.kiosk.phone.number, person.kiosk.phone.property("typed")) == ("", "")
    kept = [one for one in (tmp_path / "data").rglob("*") if one.is_file()]
    assert kept, "the kiosk's own journal is there"
    assert all(b"0912345678" not in one.read_bytes() for one in kept)
    assert "0912345678" not in str(person.events)


WRONG = {"0912": "10 chữ số", "0251234567": "Điện thoại bàn", "1912345678": "bắt đầu bằng"}


def test_a_wrong_number_is_told_plainly_and_can_be_skipped(with_hub: Any, open_kiosk: Any) -> None:
    person = at_the_kiosk(open_kiosk(hid=True))
    to_phone(person)
    for digits, says in WRONG.items():
        dial(person, digits)
        person.touch("phone-use")
        person.until(lambda says=says: says in person.reads("phone-wrong"))
        person.touch("phone-delete")
        assert person.reads("phone-wrong") == ""
        person.kiosk.phone.clear()
    person.open.reader.look.choose_theme("contrast")
    person.open.reader.look.choose_text_size(150)
    person.touch("key-0")
    person.touch("phone-use")
    person.until(lambda: person.reads("phone-wrong") != "")
    person.picture("known-phone-contrast-150")
    assert person.area("phone-wrong").bottom() <= person.area("phone-use").top()
    person.touch("phone-skip")
    person.page("who")
    person.touch("take-number")
    person.page("number")
    assert "phone" not in with_hub.sent("/v1/tickets")[0]


def test_a_number_can_be_taken_back(with_hub: Any, open_kiosk: Callable[..., Any]) -> None:
    person = at_the_kiosk(open_kiosk(hid=True))
    to_phone(person)
    dial(person, "0912345678")
    person.touch("phone-use")
    person.page("who")
    person.touch("phone-add")
    person.page("phone")
    assert person.reads("phone-typed") == "0912 345 678"
    person.touch("phone-skip")
    person.page("who")
    assert "678" not in person.reads("phone-kept")
    person.touch("phone-add")
    person.page("phone")
    dial(person, "0912345678")
    person.kiosk.go_home()
    person.page("home")
    assert person.kiosk.phone.property("typed") == "", "who goes away leaves no number"


def test_without_internet_screen_and_slip_name_the_wi_fi(with_hub: Any, open_kiosk: Any) -> None:
    issue = with_hub.issue
    with_hub.issue = lambda body: issue(body) | {"follow_wifi": "TTHCC Tran Bien"}
    person = open_kiosk(size=SIZES[1])
    person.take()
    said = person.kiosk.shown.property("follow")
    assert said.startswith("Kết nối Wi-Fi TTHCC Tran Bien của trung tâm")
    person.picture("known-number-wifi")
    assert person.kiosk.shown.slip().wifi == "TTHCC Tran Bien"
    assert person.area("follow-words").bottom() < person.area("done").top()
    assert person.reads("follow-words") == said
