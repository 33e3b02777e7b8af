"""What a kiosk says of a time that staff closed: their words, and when it opens again."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from layso_kiosk.citizen.hours import say_closed, told_closed
from layso_kiosk.citizen.moments import CenterTime
from layso_kiosk.citizen.notices import service_page
from layso_kiosk.link.mirror import DayMirror
from layso_kiosk.look.texts import ScreenTexts

STORM = {"vi": "Mưa bão, đường ngập.", "en": "A storm"}


@pytest.mark.parametrize(
    ("language", "why"), [("vi", "Lý do: Mưa bão, đường ngập."), ("en", "Reason: A storm.")]
)
def test_a_closed_center_gives_the_reason_and_the_next_opening(language: str, why: str) -> None:
    now = datetime.fromisoformat("2026-11-23T09:00:00+07:00")
    opening = (now + timedelta(hours=4)).isoformat()
    day = {"state": "closed", "closed_reason": "closure", "closure": STORM}
    page = say_closed(ScreenTexts(language), told_closed(day), day | {"next_opening": opening}, now)
    assert page["text"].startswith(why)
    assert "13:00" in page["next"]


def test_a_closed_service_gives_the_reason_and_its_own_next_opening() -> None:
    source: Any = SimpleNamespace(mirror=DayMirror(), time=CenterTime())
    soon = (source.time.now() + timedelta(hours=2)).isoformat()
    home: Any = SimpleNamespace(why_closed=lambda _: "It is closed.", name_of=lambda _: "Land")
    service = {"closed_reason": "closure", "closure": STORM, "next_opening": soon}
    page = service_page(home, service, source, ScreenTexts("vi"))
    assert page["text"] == "Land. Lý do: Mưa bão, đường ngập."
    assert soon[11:16] in page["next"]
    unknown = service_page(home, service | {"next_opening": None}, source, ScreenTexts("vi"))
    assert "dịch vụ khác" in unknown["next"]


def test_a_service_that_staff_closed_is_shown_with_their_words(
    center: Any, open_kiosk: Any
) -> None:
    person = open_kiosk()
    closed = {"code": "A", "open": False, "closed_reason": "closure", "closure": STORM}
    center.change(services=[closed])
    person.until(lambda: not person.kiosk.home.tiles[0]["open"])
    person.touch("tile-A")
    person.page("notice")
    assert person.reads("notice-text").endswith("Lý do: Mưa bão, đường ngập.")
