"""A phone number goes with the ticket and nowhere else; without internet there is the Wi-Fi."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowing_hub import SIZES, at_the_kiosk, leave


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
