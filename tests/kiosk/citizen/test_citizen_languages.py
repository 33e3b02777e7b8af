"""Every language that has a folder can be offered; its pictures are those of the picture book."""

import os
from typing import Any

import pytest

from layso_assets.languages import Texts, offered
from layso_kiosk.look.touch import look_up

CODES = tuple(one.code for one in offered())


def _is_drawn(person: Any, name: str) -> bool:
    code = look_up(person.window, name)
    return code is not None and code.property("progress") == 1.0


@pytest.mark.parametrize("language", CODES)
def test_a_person_takes_a_number_in_a_language_of_her_own(
    full_center: Any, open_kiosk: Any, language: str
) -> None:
    person, say = open_kiosk(languages=CODES), Texts(language).say

    def look(page: str) -> None:
        if os.environ.get("LAYSO_PICTURES"):
            person.until(lambda: person.reads("clock_time").startswith("08:"))
            person.picture(f"person-{page}-{language}")

    person.until(lambda: person.sees("tile-M"))
    person.until(lambda: person.kiosk._shelf.version == "v1")
    full_center.change(day={"state": "open"})
    person.until(lambda: person.open.link.mirror.seq == full_center.seq)
    person.touch(f"language-{language}")
    person.until(lambda: person.reads("question") == say("kiosk.home.question"))
    look("home")
    person.touch("tile-H")
    look("service")
    person.touch("procedure-H01")
    person.until(lambda: _is_drawn(person, "portal-qr"))
    look("procedure")
    person.touch("take-number")
    person.page("number")
    person.kiosk.shown.paper_told(True)
    person.until(lambda: _is_drawn(person, "qr"))
    look("number")
    assert person.reads("number").startswith("H")
    person.kiosk.shown.paper_told(False)
    look("fault")
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    person.page("home")
    opening = "2026-11-23T13:30:00.000+07:00"
    full_center.change(day={"state": "closed", "closed_reason": "lunch", "next_opening": opening})
    person.until(lambda: person.sees("notice-title"))
    look("closed")
