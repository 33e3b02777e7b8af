"""A card lets its booking in."""

from typing import Any

import pytest

from knowing_hub import CARD, HASH, KEY, NUMBER, SIZES, at_the_kiosk, leave


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
    "NUMBER_CALLED": "help",
    "NUMBER_NO_SHOW": "old",
    "NUMBER_SERVED": "anew",
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


def test_a_number_from_home_is_printed_once(with_hub: Any, open_kiosk: Any, paper: Any) -> None:
    ticket = with_hub.issue({"id": "t-home", "service": "A"}) | {"channel": "web"}
    with_hub.answers["POST", "/v1/check-ins"] = lambda _: (200, ticket)
    person = at_the_kiosk(open_kiosk(hid=True, printer=paper.uri))
    for times in (1, 2):
        person.kiosk.read_code(CARD)
        person.page("number")
        assert person.reads("number") == "A012"
        paper.wait_for(1)
        if times == 1:
            person.until(lambda: bool(with_hub.sent("/v1/tickets/t-home/paper")))
        ticket["paper"] = "printed"
        leave(person)
    assert len(paper.wait_for(1)) == 1
    assert len(with_hub.sent("/v1/tickets/t-home/paper")) == 1
