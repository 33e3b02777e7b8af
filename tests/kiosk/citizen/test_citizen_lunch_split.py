"""Where lunch may lie between, people are told both sides of it, on the screen and on paper."""

import pytest

from layso_kiosk.citizen.wording import lunch_on_paper, say_wait, wait_on_paper
from layso_kiosk.look.texts import ScreenTexts

SPLIT = {
    "low": 50,
    "high": 180,
    "median": 60,
    "split": {
        "before": "2026-10-05T11:30:00.000+07:00",
        "after": "2026-10-05T06:30:00.000+00:00",
    },
}


@pytest.fixture
def texts(qapp) -> ScreenTexts:
    return ScreenTexts("vi")


def test_both_sides_of_lunch_are_said_instead_of_minutes(texts) -> None:
    assert say_wait(texts, SPLIT) == "Gọi trước 11:30 hoặc sau 13:30"
    assert wait_on_paper(SPLIT) is None
    assert lunch_on_paper(texts, SPLIT) == "Dự kiến bạn được gọi trước 11:30 hoặc sau 13:30."


@pytest.mark.parametrize("split", [None, {}, {"before": "soon", "after": 3}, "lunch"])
def test_minutes_are_said_where_no_lunch_lies_between(texts, split) -> None:
    wait = {**SPLIT, "split": split}
    assert say_wait(texts, wait) == "Chờ khoảng 50–180 phút"
    assert wait_on_paper(wait) == (50, 180)
    assert lunch_on_paper(texts, wait) == ""
