"""Following a ticket: at the hub while it knows, on the center's own page while it does not."""

import base64
import hashlib
import re

import pytest
from pydantic import ValidationError

from layso_queue.center.settings.model import FollowPart
from layso_queue.center.sync.following import Following
from layso_queue.center.sync.link import Standing
from layso_queue.sync.at_center.storage import Mode

pytestmark = pytest.mark.anyio
HUB, LOCAL = "https://hub.example.vn/t/{id}", "http://192.168.1.10:8026/t/{id}"
PART = FollowPart(url=HUB, local=LOCAL, wifi="TTHCC Tran Bien")
NOW = 1_000_000_000


class Clock:
    def now(self):
        return NOW


def lead(standing, part=PART):
    shown = {"id": "x", "follow_url": part.url.replace("{id}", "x")}
    return Following(part, Clock(), lambda: standing).lead(shown)


@pytest.mark.parametrize(
    "standing",
    [Standing(heard=True), Standing(heard=True, away_since=NOW - 30_000)],
)
async def test_while_the_hub_is_there_a_slip_leads_to_it(standing):
    assert lead(standing) == {"id": "x", "follow_url": "https://hub.example.vn/t/x"}


@pytest.mark.parametrize(
    "standing",
    [
        None,
        Standing(away_since=NOW),
        Standing(heard=True, away_since=NOW - 30_001),
        Standing(heard=True, refused=True),
        Standing(heard=True, mode=Mode.SUPERSEDED),
        Standing(heard=True, mode=Mode.RETURNING),
    ],
)
async def test_without_a_hub_that_knows_it_leads_to_the_center_s_own_page(standing):
    shown = lead(standing)
    assert shown["follow_url"] == "http://192.168.1.10:8026/t/x"
    assert shown["follow_wifi"] == "TTHCC Tran Bien"


async def test_without_a_page_of_its_own_a_center_keeps_to_the_hub_s():
    assert lead(None, FollowPart(url=HUB)) == {
        "id": "x",
        "follow_url": "https://hub.example.vn/t/x",
    }


@pytest.mark.parametrize(
    "part", [{"local": "ftp://x/{id}"}, {"local": "http://x/t"}, {"wifi": "x" * 33}]
)
async def test_a_wrong_address_or_name_is_refused(part):
    with pytest.raises(ValidationError):
        FollowPart.model_validate(part)


@pytest.fixture
async def local(place):
    settings = place.path / "settings.toml"
    text = settings.read_text("utf-8")
    found = re.search(r"^\[follow\]\n", text, flags=re.M)
    more = f'local = "{LOCAL}"\nwifi = "TTHCC Tran Bien"\n'
    settings.write_text(text[: found.end()] + more + text[found.end() :], "utf-8")
    async with place.opened():
        yield place


async def test_slips_of_a_center_without_a_hub_name_its_wifi(local):
    ticket = await local.issue("A")
    assert ticket["follow_url"] == f"http://192.168.1.10:8026/t/{ticket['id']}"
    assert ticket["follow_wifi"] == "TTHCC Tran Bien"
    again = (await local.ask("GET", f"/v1/tickets/{ticket['id']}")).json()
    assert again["follow_url"] == ticket["follow_url"]
    local.center.web.link = type("Link", (), {"standing": Standing(heard=True)})()
    back = await local.issue("A")
    assert "follow_wifi" not in back
    assert "192.168" not in back["follow_url"]
    local.center.web.link = None


async def page(place, id, language="vi"):
    headers = {"Accept-Language": language}
    return await place.ask("GET", f"/t/{id}", role=None, headers=headers)


async def test_the_page_says_go_now_and_refreshes_itself_while_the_ticket_lives(working):
    tickets = [await working.issue("A") for _ in range(5)]
    await working.open_counter(1)
    far, near = await page(working, tickets[4]["id"]), await page(working, tickets[3]["id"])
    assert "Mời bạn đến gần quầy" not in far.text
    assert "Mời bạn đến gần quầy" in near.text
    await working.post("/v1/counters/1/call-next", role="counter")
    called = await page(working, tickets[0]["id"])
    assert 'class="state call"' in called.text
    assert 'http-equiv="refresh"' in called.text
    for move in ("start", "finish"):
        await working.post(f"/v1/tickets/{tickets[0]['id']}/{move}", role="counter")
    over = await page(working, tickets[0]["id"])
    assert "Đã phục vụ xong" in over.text
    assert "refresh" not in over.text


async def test_the_page_is_small_strict_and_without_script(working):
    ticket = await working.issue("A")
    for language in ("vi", "en"):
        shown = await page(working, ticket["id"], language)
        assert len(shown.content) < 60_000
        assert f'<html lang="{language}">' in shown.text
        style = re.search(r"<style>(.*?)</style>", shown.text, flags=re.S)[1]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = shown.headers["content-security-policy"]
        assert f"style-src 'sha256-{digest}'" in policy
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert not re.search(r"<script|style=|https?://|src=", shown.text.replace(style, ""))
