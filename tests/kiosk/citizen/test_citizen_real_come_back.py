"""Somebody who was sent for a paper comes back to the kiosk of a real center."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from center_place import PIN
from center_served import ServedCenter
from layso_kiosk.link.ids import new_id

PATIENCE = 60_000


@pytest.fixture
def center(tmp_path: Path) -> Iterator[ServedCenter]:
    real = ServedCenter(tmp_path, "")
    real.start()
    yield real
    real.stop()


@pytest.fixture
def clerk(center: ServedCenter) -> Iterator[Any]:
    """Somebody at counter 1: does what is at the end of a path; answers with what it became."""
    token = {"Authorization": f"Bearer {center.place.tokens['counter']}"}
    with httpx.Client(base_url=center.url, headers=token, timeout=60) as client:
        who = {"staff": "nv01", "pin": PIN, "counter": 1}
        session = client.post("/v1/sessions", json=who).json()["session"]
        client.headers["Layso-Session"] = session

        def do(path: str, **body: Any) -> Any:
            answer = client.post(path, json={"id": new_id(), **body})
            assert answer.is_success, answer.text
            return answer.json()

        do("/v1/counters/1/open")
        yield do


def test_with_her_papers_she_types_her_number_and_waits_again(clerk: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    asked = {"service": "A", "channel": "staff"}
    ticket = clerk("/v1/tickets", **asked)
    number, path = ticket["number"], f"/v1/tickets/{ticket['id']}"
    assert clerk("/v1/counters/1/call-next")["number"] == number
    person.touch("return")
    for key in number:
        person.touch(f"key-{key}")
    person.touch("entry-go")
    person.until(lambda: "đến ngay quầy 1" in person.reads("entry-problem"), PATIENCE)
    clerk(f"{path}/start")
    clerk(f"{path}/park", reason="lấy bản chính")
    person.touch("entry-go")
    person.page("number")
    assert person.reads("number") == number
    assert person.reads("ahead").startswith("Không có ai trước bạn · ")
    assert "hàng chờ" in person.reads("remark")
    again = clerk("/v1/counters/1/call-next")
    assert (again["number"], again["reason"], again["key"]) == (number, "resumed", ticket["key"])
