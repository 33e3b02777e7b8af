"""A kiosk at a real center whose web queue does not answer says so to who has booked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from center_served import ServedCenter
from layso_queue.center.sync import watching

PATIENCE = 60_000


@pytest.fixture
def center(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServedCenter]:
    monkeypatch.setattr(watching, "LOOK_S", 0.05)
    real = ServedCenter(tmp_path, '[hub]\nurl = "http://127.0.0.1:9"\nkey = "k"\n')
    real.start()
    yield real
    real.stop()


def test_a_kiosk_says_since_when_its_center_s_web_queue_is_out_of_reach(
    center: ServedCenter, open_kiosk: Any
) -> None:
    person = open_kiosk()
    assert person.kiosk.home.property("webAway") == ""
    center.clock.pass_minutes(2.5)
    person.until(lambda: person.kiosk.home.property("webAway") != "", PATIENCE)
    assert "từ 09:00" in person.kiosk.home.property("webAway")
    assert person.open.link.mirror.alerts == []
    person.touch("booking")
    person.until(lambda: person.sees("web-away"), PATIENCE)
